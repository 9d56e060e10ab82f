/**
 * Words in a text, spelled as the exported word table spells them. Mirrors fold, write_dates,
 * find_marks and join of plugins/search/dutch.py; holds no Dutch of its own.
 */

const LETTER = '0-9a-z\\u00df-\\u00f6\\u00f8-\\u024f\\u0300-\\u036f\\u0370-\\u1fff';
const WORD = new RegExp(`[0-9]+(?:[.,][0-9]+)+|[${LETTER}]+(?:['-][${LETTER}]+)*`, 'g');
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const APOSTROPHE = /[‘’‛ʼ\u0060]/g; // the last is a backtick
const HYPHEN = /[\u2010\u2011]/g;
const MARK = /[\u0300-\u036f]/g;
const DATE = /(?<![0-9.,/-])([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{4})(?![0-9/-])/g;
const WITH_THOUSANDS = /^[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?$/;
const WITH_DECIMAL_POINT = /^[0-9]+\.[0-9]+$/;
const WITHOUT_CENTS = /,0+$/;

/**
 * @typedef {object} Spelling
 * @property {Record<string, string>} letters how to spell letters that Unicode does not take apart
 * @property {string[]} months
 */

/**
 * Text as everybody types it: lower case, no diacritics, no soft hyphens, one apostrophe.
 *
 * @param {string} text
 * @param {Spelling} spelling
 * @returns {string}
 */
export function fold(text, { letters }) {
  const visible = text.normalize('NFKC').replace(INVISIBLE, '');
  const lower = visible.replace(APOSTROPHE, "'").replace(HYPHEN, '-').toLowerCase();
  const plain = lower.normalize('NFKD').replace(MARK, '');
  return Array.from(plain, (letter) => letters[letter] ?? letter).join('');
}

/**
 * @param {string} text
 * @param {Spelling} spelling
 * @returns {string} 1-7-2013 as 1 juli 2013
 */
export function writeDates(text, { months }) {
  return text.replace(DATE, (date, day, month, year) =>
    day >= 1 && day <= 31 && month >= 1 && month <= 12
      ? `${Number(day)} ${months[month - 1]} ${Number(year)}`
      : date,
  );
}

/**
 * @param {string} text folded, without dates
 * @returns {{start: number, word: string}[]} 4,85 and e-learning and 0800-2000 are one word each
 */
export function findMarks(text) {
  return Array.from(text.matchAll(WORD), (match) => ({ start: match.index, word: match[0] }));
}

/**
 * A word without its hyphens and apostrophes; a number without its points and zero cents.
 *
 * @param {string} word
 * @returns {string}
 */
export function join(word) {
  if (WITH_THOUSANDS.test(word)) return word.replaceAll('.', '').replace(WITHOUT_CENTS, '');
  if (WITH_DECIMAL_POINT.test(word)) return word.replace('.', ',');
  return word.replace(/['-]/g, '');
}
