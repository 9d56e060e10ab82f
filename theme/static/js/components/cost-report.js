/**
 * An outcome in words: what the status says, what is left out and why, each sum, and the rows of a file. Changes no page.
 */

import { DECIMALS, findAllValues, findMissing, renderFormula, sum } from './cost-model.js';
import { renderSpan } from './cost-number.js';

/** @typedef {import('./cost-number.js').Span} Span */
/** @typedef {import('./cost-model.js').Line} Line */
/** @typedef {import('./cost-fields.js').Say} Say */

/**
 * @typedef {import('./cost-fields.js').Reading & object} State everything that an outcome follows from, and the outcome
 * @property {import('./cost-model.js').Model} model
 * @property {string} size
 * @property {string} phase in words
 * @property {Line[]} lines
 */

/**
 * @param {Span | null} span
 * @param {'uren' | 'euro'} measure
 * @returns {string} rounded; a dash for what nobody knows
 */
export function renderAmount(span, measure) {
  if (!span) return '–';
  const number = renderSpan(span, DECIMALS[measure]);
  return measure === 'euro' ? `€\u00a0${number}` : number;
}

/**
 * @param {readonly Line[]} lines
 * @param {'uren' | 'euro'} measure
 */
const total = (lines, measure) => sum(lines.map(({ post, span }) => (post.measure === measure ? span : null)));

/**
 * @param {State} state
 * @param {Say} say
 * @returns {string} one sentence or two, to be heard once
 */
export function renderStatus({ model, lines, faults, phase }, say) {
  const names = [...faults.keys()].map((id) => model.names[id]).join(', ');
  const [hours, euros] = [total(lines, 'uren'), total(lines, 'euro')];
  const parts = {
    hours: hours ? say('hours', { n: renderAmount(hours, 'uren') }) : say('noHours'),
    euros: euros ? renderAmount(euros, 'euro') : say('noEuros'),
    phase,
  };
  return [names && say('wrong', { names }), say('result', parts)].filter(Boolean).join(' ');
}

/**
 * @param {State} state
 * @param {Say} say
 * @returns {string[]} each post without an outcome, and what would give it one
 */
export function listMissing({ model, size, lines, values, faults }, say) {
  return lines.filter(({ span }) => !span).map(({ post }) => {
    const missing = findMissing(model, post, size, (id) => !values.has(id));
    const unsound = missing.filter((id) => faults.has(id));
    const reason = unsound.length ? 'unsound' : missing.length ? 'empty' : 'zero';
    const names = (unsound.length ? unsound : missing).map((id) => model.names[id]).join(', ');
    return `${post.name} (${say(reason, { names })})`;
  });
}

/**
 * @param {State} state
 * @returns {(line: Line) => string} gives the sum of a post in words, with its numbers
 */
function findFormulas({ model, size, values }) {
  const known = findAllValues(model, size, values);
  return ({ post }) => renderFormula(post, model.names, (name) => {
    const span = known.get(name);
    return span ? ` (${renderSpan(span, 2)})` : '';
  });
}

/**
 * @param {State} state
 * @returns {string[]}
 */
export function listSums(state) {
  const render = findFormulas(state);
  return state.lines
    .filter(({ span }) => span)
    .map((line) => `${line.post.name}: ${render(line)} = ${renderAmount(line.span, line.post.measure)}`);
}

/**
 * @param {State} state
 * @param {Say} say
 * @returns {string[][]} the cells of a file, its head first; what nobody knows is empty
 */
export function listRows(state, say) {
  const [hours, euros, rates] = say('csvKinds').split(';');
  const [perHour, perEuro] = say('csvUnits').split(';');
  const render = findFormulas(state);
  const { lines } = state;
  const kinds = { uren: [hours, perHour], euro: [euros, perEuro] };
  return [
    say('csvHead').split(';'),
    ...lines.map((line) => {
      const [kind, unit] = kinds[line.post.measure];
      return [kind, line.post.name, ...listEnds(line.span, line.post.measure), unit, render(line)];
    }),
    [hours, say('csvTotal'), ...listEnds(total(lines, 'uren'), 'uren'), perHour, ''],
    [euros, say('csvTotal'), ...listEnds(total(lines, 'euro'), 'euro'), perEuro, ''],
    ...lines.filter(({ worth }) => worth).map(({ post, worth }) => [rates, post.name, ...listEnds(worth, 'euro'), perEuro, '']),
  ];
}

/**
 * @param {Span | null} span
 * @param {'uren' | 'euro'} measure
 * @returns {[string, string]} both ends, without full stops: not every spreadsheet reads them as Dutch
 */
function listEnds(span, measure) {
  if (!span) return ['', ''];
  const render = (/** @type {import('./cost-number.js').Fraction} */ end) =>
    renderSpan({ low: end, high: end }, DECIMALS[measure]).replaceAll('.', '');
  return [render(span.low), render(span.high)];
}
