/**
 * Shows an outcome: tables with a bar in each row, what is left out, and the sums in words. Knows no arithmetic.
 */

import { sum } from './cost-model.js';
import { findShare, larger } from './cost-number.js';
import { renderAmount } from './cost-report.js';

/** @typedef {import('./cost-number.js').Span} Span */
/** @typedef {import('./cost-model.js').Line} Line */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * @param {Element} root the section
 * @param {readonly Line[]} lines
 */
export function showLines(root, lines) {
  for (const measure of /** @type {const} */ (['uren', 'euro'])) {
    const rows = lines.filter(({ post, span }) => span && post.measure === measure);
    showTable(root, measure, measure, rows.map(({ post, span }) => [post.name, span]));
  }
  const worth = lines.filter((line) => line.worth);
  showTable(root, 'tarief', 'euro', worth.map((line) => [line.post.name, line.worth]));
  /** @type {HTMLElement} */ (root.querySelector('[data-worth]')).hidden = worth.length === 0;
}

/**
 * @param {Element} root
 * @param {string} name
 * @param {'uren' | 'euro'} measure
 * @param {[string, Span | null][]} rows
 */
function showTable(root, name, measure, rows) {
  const table = /** @type {HTMLTableElement} */ (root.querySelector(`[data-lines="${name}"]`));
  const highs = rows.flatMap(([, span]) => (span ? [span.high] : []));
  const most = highs.reduce(larger, { over: 0n, under: 1n });
  table.tBodies[0].replaceChildren(...rows.map(([title, span]) => buildRow(title, span, measure, most)));
  const total = table.tFoot?.rows[0].cells[1];
  if (total) total.textContent = renderAmount(sum(rows.map(([, span]) => span)), measure);
}

/**
 * @param {string} title
 * @param {Span | null} span
 * @param {'uren' | 'euro'} measure
 * @param {import('./cost-number.js').Fraction} most
 */
function buildRow(title, span, measure, most) {
  const row = document.createElement('tr');
  const head = document.createElement('th');
  const cell = document.createElement('td');
  head.scope = 'row';
  head.append(title);
  if (span) head.append(buildBar(findShare(span.low, most), findShare(span.high, most)));
  cell.className = 'rechts';
  cell.textContent = renderAmount(span, measure);
  row.append(head, cell);
  return row;
}

/**
 * @param {number} low per cent
 * @param {number} high per cent
 * @returns {SVGSVGElement} without a word: the row that it stands in says the same
 */
function buildBar(low, high) {
  const bar = document.createElementNS(SVG, 'svg');
  setAttributes(bar, { class: 'bar', width: '100%', height: '14', 'aria-hidden': 'true', focusable: 'false' });
  const parts = [
    { class: 'bar__low', width: `${low}%` },
    { class: 'bar__high', x: `${low}%`, width: `${high - low}%` },
  ];
  for (const part of parts) bar.append(setAttributes(document.createElementNS(SVG, 'rect'), { ...part, height: '14' }));
  return bar;
}

/**
 * @template {Element} T
 * @param {T} element
 * @param {Record<string, string>} attributes
 */
function setAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/**
 * @param {HTMLElement} box hidden where there is nothing to list
 * @param {readonly string[]} texts
 */
export function showList(box, texts) {
  const items = texts.map((text) => {
    const item = document.createElement('li');
    item.textContent = text;
    return item;
  });
  box.querySelector('ul')?.replaceChildren(...items);
  box.hidden = items.length === 0;
}
