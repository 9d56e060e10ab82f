/** How far two words lie apart for somebody who types; plugins/search/typo.py has the same rule. */

/**
 * @typedef {object} ErrorRule
 * @property {[string, string][]} sounds spellings of one sound; written as the first
 * @property {number} oneError the length from which a word may hold one error
 * @property {number} twoErrors
 */

/**
 * @param {string} word
 * @param {ErrorRule} rule
 * @returns {string} the word with one spelling for each sound
 */
export function findSound(word, { sounds }) {
  return sounds.reduce((sound, [spelling, other]) => sound.replaceAll(other, spelling), word);
}

/**
 * @param {string} word
 * @param {ErrorRule} rule
 * @returns {number} how many errors a word of this length may hold
 */
export function countAllowed(word, { oneError, twoErrors }) {
  return Number(word.length >= oneError) + Number(word.length >= twoErrors);
}

/**
 * Letters left out, added, changed or swapped with a neighbour. Two words that only sound alike
 * differ by one.
 *
 * @param {string} one
 * @param {string} other
 * @param {number} most
 * @param {ErrorRule} rule
 * @returns {number} `most + 1` if there are more
 */
export function countErrors(one, other, most, rule) {
  if (one === other) return 0;
  // No sound makes up for more.
  if (Math.abs(one.length - other.length) > most + 1) return most + 1;
  return Math.max(1, count(findSound(one, rule), findSound(other, rule), most));
}

/**
 * @param {string} one
 * @param {string} other
 * @param {number} most
 * @returns {number}
 */
function count(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  /** @type {number[]} */
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const change = last[column - 1] + Number(one[row - 1] !== other[column - 1]);
      let cost = Math.min(last[column] + 1, line[column - 1] + 1, change);
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (row > 1 && column > 1 && swapped) cost = Math.min(cost, before[column - 2] + 1);
      line.push(cost);
    }
    if (Math.min(...line) > most) return most + 1;
    [before, last] = [last, line];
  }
  return Math.min(last[other.length], most + 1);
}
