/** The word table, looked up in the files of it that a query needs. plugins/search/table.py. */

import { findPlace } from './load.js';

/** What a word is: says nothing, says little, is of the site, is a word but not of the site. */
export const [STOP, FILLER, WORD, ABSENT] = [0, 1, 2, 3];
const CONCEPT = /^[@!]/;

/** @typedef {import("./load.js").Files} Files */
/**
 * @typedef {object} Entry
 * @property {number} kind
 * @property {number} rank
 * @property {string} stem
 * @property {string[]} parts
 * @property {string[]} concepts
 */

export class WordTable {
  /** @param {Files} files */
  constructor(files) {
    this.files = files;
    this.rule = files.collection.rule;
  }

  /**
   * @param {string} key
   * @returns {Promise<Entry | undefined>}
   */
  async get(key) {
    const number = this.files.find('words', key);
    if (number < 0) return undefined;
    const { words, entries } = await this.files.open(`words-${number}.json`);
    const place = findPlace(words, key);
    return words[place] === key ? readEntry(key, entries[place]) : undefined;
  }

  /**
   * @param {string} prefix
   * @returns {Promise<string[]>} the stems of the words that begin so, of frequent words first
   */
  async findCompletions(prefix) {
    if (prefix.length < this.rule.shortestPrefix) return [];
    const split = `${prefix}*`;
    const number = Math.max(0, this.files.find('words', split));
    const file = await this.files.open(`words-${number}.json`);
    const place = findPlace(file.words, split);
    if (file.words[place] === split) return file.entries[place].split(' ').filter(Boolean);
    const found = await this.findPrefixed(prefix, (word, { kind, stem }) =>
      kind === WORD && stem && word !== prefix);
    const order = found.sort((a, b) => b.entry.rank - a.entry.rank
      || a.word.length - b.word.length || compare(a.word, b.word));
    return [...new Set(order.map(({ entry }) => entry.stem))].slice(0, this.rule.mostCompleted);
  }

  /**
   * The words of the site that begin or end like a word; the right one may be among them.
   *
   * @param {string} word
   * @returns {Promise<Map<string, number>>} each with its rank
   */
  async findSimilar(word) {
    const { sameStart, sameEnd } = this.rule;
    const found = await this.findPrefixed(word.slice(0, sameStart), isSaid);
    const ranks = new Map(found.map(({ word: near, entry }) => [near, entry.rank]));
    const tail = reverse(word.slice(-sameEnd));
    for (const row of await this.readRange('tails', tail, (file) => file.words, 1)) {
      ranks.set(reverse(row.slice(1)), Number(row[0]));
    }
    return ranks;
  }

  /**
   * @param {string} prefix
   * @param {(word: string, entry: Entry) => unknown} accept
   */
  async findPrefixed(prefix, accept) {
    const rows = await this.readRange('words', prefix, ({ words, entries }) =>
      words.map((word, place) => [word, entries[place]]));
    return rows
      .filter(([word]) => !word.endsWith('*'))
      .map(([word, row]) => ({ word, entry: readEntry(word, row) }))
      .filter(({ word, entry }) => accept(word, entry));
  }

  /**
   * All rows whose key begins with a prefix, from as many files as it takes.
   *
   * @param {'words' | 'tails'} part
   * @param {string} prefix
   * @param {(file: any) => any[]} list
   * @param {number} [skip] signs before the key
   * @returns {Promise<any[]>}
   */
  async readRange(part, prefix, list, skip = 0) {
    const starts = this.files.collection[part];
    const rows = [];
    let number = Math.max(0, findPlace(starts, prefix) - 1);
    for (; number < starts.length; number += 1) {
      if (starts[number] > prefix && !starts[number].startsWith(prefix)) break;
      const file = await this.files.open(`${part}-${number}.json`);
      rows.push(...list(file).filter((row) =>
        (Array.isArray(row) ? row[0] : row).startsWith(prefix, skip)));
    }
    return rows;
  }
}

/**
 * Whether the site, or its glossary, says this word itself: only such a word can be meant.
 *
 * @param {string} word
 * @param {Entry} entry
 */
export function isSaid(word, { kind, rank, stem }) {
  return kind === WORD && rank > 0 && stem !== '' && !word.includes(' ');
}

/**
 * @param {string} key
 * @param {string} row
 * @returns {Entry}
 */
function readEntry(key, row) {
  const [stem, ...more] = row.slice(2).split(' ');
  return {
    kind: Number(row[0]),
    rank: Number(row[1]),
    stem: stem === '=' ? key : stem,
    parts: more.filter((term) => !CONCEPT.test(term)),
    concepts: more.filter((term) => CONCEPT.test(term)),
  };
}

/** @param {string} word */
function reverse(word) {
  return Array.from(word).reverse().join('');
}

/**
 * @param {string} a
 * @param {string} b
 */
function compare(a, b) {
  return a < b ? -1 : Number(a > b);
}
