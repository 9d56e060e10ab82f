/**
 * How a query becomes terms: the one rule that plugins/search/query.py states, over the exported
 * word table. Terms are numbers here. Fetches nothing and shows nothing.
 */

import { findWords, fold, join } from './fold.js';

/**
 * @typedef {object} WordTable
 * @property {string[]} words folded words and phrases, sorted
 * @property {number[][]} terms the terms of each word; a stop word has none
 */

/**
 * @typedef {object} QueryRule
 * @property {number} mostWords
 * @property {number} shortestPrefix
 * @property {number} mostPrefixed
 * @property {number} longestPhrase
 */

/**
 * The terms that a query asks for, each once, in order.
 *
 * @param {{table: WordTable, rule: QueryRule, letters: Record<string, string>}} index
 * @param {string} query
 * @returns {number[]}
 */
export function findTerms({ table, rule, letters }, query) {
  const words = findWords(fold(query, letters)).slice(0, rule.mostWords);
  const terms = new Set(words.flatMap((word) => expand(table, rule, word)));
  for (const phrase of findRuns(words.map(join), rule.longestPhrase)) {
    for (const term of lookUp(table, phrase) ?? []) terms.add(term);
  }
  return [...terms].sort((a, b) => a - b);
}

/**
 * @param {WordTable} table
 * @param {QueryRule} rule
 * @param {string} word
 * @returns {number[]}
 */
function expand(table, rule, word) {
  const key = join(word);
  const known = lookUp(table, key);
  if (known) return known;
  const parts = word.split('-');
  if (parts.length > 1) return parts.flatMap((part) => expand(table, rule, part));
  return findPrefixed(table, rule, key).flatMap((place) => table.terms[place]);
}

/**
 * @param {WordTable} table
 * @param {string} word
 * @returns {number[] | undefined}
 */
function lookUp(table, word) {
  const place = findPlace(table.words, word);
  return table.words[place] === word ? table.terms[place] : undefined;
}

/**
 * The words that begin with a prefix, the nearest (shortest) first; phrases do not count.
 *
 * @param {WordTable} table
 * @param {QueryRule} rule
 * @param {string} prefix
 * @returns {number[]} their places in the table
 */
function findPrefixed({ words }, rule, prefix) {
  if (prefix.length < rule.shortestPrefix) return [];
  const found = [];
  for (let place = findPlace(words, prefix); words[place]?.startsWith(prefix); place += 1) {
    if (!words[place].includes(' ')) found.push(place);
  }
  return found.sort((a, b) => words[a].length - words[b].length).slice(0, rule.mostPrefixed);
}

/**
 * @param {string[]} words sorted
 * @param {string} word
 * @returns {number} the place of the first word that does not come before this one
 */
function findPlace(words, word) {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle] < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * @param {string[]} words
 * @param {number} longest
 * @returns {string[]} every run of two or more neighbouring words
 */
function findRuns(words, longest) {
  const runs = [];
  for (let length = 2; length <= longest; length += 1) {
    for (let start = 0; start + length <= words.length; start += 1) {
      runs.push(words.slice(start, start + length).join(' '));
    }
  }
  return runs;
}
