/**
 * A pack with its blanks filled in: bytes in, bytes out. Knows no page and asks nothing of a network.
 *
 * The build keeps each blank whole, in one run of text with a style of its own; only these are replaced, so that other
 * words between brackets stay what they are.
 */

import { readZip, repack, unpack, writeZip } from './pack-zip.js';

/** @typedef {import('./pack-zip.js').Part} Part */
/** @typedef {ReadonlyMap<string, string>} Values what was typed, by the name of the blank */

export const LONGEST = 500;
const INDEX = 'LEESMIJ.html';
// The guide is read as it is: what stands between brackets there is an example.
const GUIDE = /^gids\./;
// Where text stands, headers and footers included.
const TEXTS = /^word\/(document|header\d*|footer\d*)\.xml$|^(content|styles)\.xml$/;
const BLANK = /"Invulplek"([^[\]]{0,200}>)\[([^[\]<>]{1,100})\]/g;
const CONTROL = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]/u;

/**
 * @param {string} text as someone typed it
 * @returns {string} without spaces around it, and single ones inside
 */
export function tidy(text) {
  return text.replace(/ +/g, ' ').trim();
}

/**
 * @param {string} text
 * @returns {boolean} whether it can stand in a document
 */
export function isSound(text) {
  return text.length <= LONGEST && !CONTROL.test(text);
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes the ZIP of a pack
 * @param {Values} values empty ones leave their blank as it is
 * @param {readonly string[]} leftOut names of files that the filled pack cannot hold
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function fillPack(bytes, values, leftOut) {
  for (const text of values.values()) if (!isSound(text)) throw new RangeError('a value cannot stand in a document');
  const kept = readZip(bytes).filter((part) => !leftOut.includes(part.name));
  const filled = await Promise.all(kept.map((part) => fillFile(part, values)));
  const changed = kept.filter((part, index) => part !== filled[index]).map((part) => part.name);
  const index = filled.findIndex((part) => part.name === INDEX);
  filled[index] = await changeText(filled[index], (html) => fillIndex(html, values, changed, leftOut));
  return writeZip(filled);
}

/**
 * @param {Part} file
 * @param {Values} values
 * @returns {Promise<Part>} the same part when nothing in it changes
 */
async function fillFile(file, values) {
  if (!/\.(docx|odt)$/.test(file.name) || GUIDE.test(file.name)) return file;
  const parts = readZip(await unpack(file));
  const filled = await Promise.all(parts.map((part) =>
    TEXTS.test(part.name) ? changeText(part, (xml) => fillText(xml, values)) : part));
  return filled.every((part, index) => part === parts[index]) ? file : repack(file, writeZip(filled));
}

/**
 * @param {Part} part
 * @param {(text: string) => string} change
 */
async function changeText(part, change) {
  const text = new TextDecoder().decode(await unpack(part));
  const changed = change(text);
  return changed === text ? part : repack(part, new TextEncoder().encode(changed));
}

/**
 * @param {string} xml
 * @param {Values} values
 */
export function fillText(xml, values) {
  return xml.replace(BLANK, (blank, between, name) => {
    const text = values.get(unescape(name));
    return text ? `"Ingevuld"${between}${escape(text)}` : blank;
  });
}

/**
 * The index page says what was filled in, and no longer lists or vouches for what is not there.
 * @param {string} html
 * @param {Values} values
 * @param {readonly string[]} changed names of files
 * @param {readonly string[]} leftOut names of files
 */
export function fillIndex(html, values, changed, leftOut) {
  return html
    .replace(/ hidden>/, '>')
    .replace(/.*data-bestand="([^"]+)".*\n/g, (line, name) => {
      if (leftOut.includes(name)) return '';
      return changed.includes(name) ? line.replace(/<code>.*<\/code>/, 'ingevuld in uw browser') : line;
    })
    .replace(/(data-plek="([^"]+)">)[^<]*/g, (cell, start, name) => {
      const text = values.get(unescape(name));
      return text ? start + escape(text) : cell;
    });
}

const SIGNS = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** @param {string} text */
function escape(text) {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[/** @type {keyof typeof SIGNS} */ (sign)]);
}

/** @param {string} text as the build escapes it */
function unescape(text) {
  return text.replace(/&(?:lt|gt|quot|#x27|#39|apos|amp);/g, (entity) =>
    ({ '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' })[entity] ?? "'");
}
