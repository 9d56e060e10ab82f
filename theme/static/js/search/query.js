/**
 * How a query becomes terms with weights: the one rule that plugins/search/query.py states, over the
 * exported word table. Shows nothing.
 */

import { findMarks, fold, join, writeDates } from './fold.js';
import { buildAsked, buildGroup, put } from './group.js';
import { ABSENT, STOP, isSaid } from './table.js';
import { findSharedTerms } from './together.js';
import { countAllowed, countErrors } from './typo.js';

/** @typedef {import("./fold.js").Spelling} Spelling */
/** @typedef {import("./group.js").Group} Group */
/** @typedef {import("./group.js").Question} Question */
/** @typedef {import("./group.js").Reading} Reading */
/** @typedef {import("./group.js").Rule} Rule */
/** @typedef {import("./group.js").Terms} Terms */
/** @typedef {import("./table.js").Entry} Entry */
/** @typedef {import("./table.js").WordTable} WordTable */

const DIGIT = /^[0-9]/;
const STRETCHED = /(.)\1+$/u;
const QUOTE = /[\u201c\u201d\u201e\u00ab\u00bb]/g;

/**
 * @param {WordTable} table
 * @param {Spelling} spelling
 * @param {string} query
 * @param {boolean} prefix whether the last word may still be unfinished
 * @returns {Promise<Question>}
 */
export async function buildQuestion(table, spelling, query, prefix) {
  const { rule } = table;
  const words = findQueryWords(rule, spelling, query);
  const last = words.plain.length - 1;
  const readings = await Promise.all(words.plain.map((word, place) =>
    readWord(table, word, prefix && words.typing && place === last)));
  const added = await findSharedTerms(table, readings);
  const groups = readings.flatMap((reading, place) =>
    addTerms(rule, reading, added.get(place) ?? new Map()));
  const phrases = await Promise.all(words.phrases.map((phrase) => readPhrase(table, phrase)));
  for (const [, term] of phrases.flat()) {
    groups.push({ word: term, weight: 1, stem: term, terms: new Map([[term, 1]]) });
  }
  if (groups.length) {
    const asked = readings.filter((reading, place) => !reading.groups.length && !added.has(place));
    groups.push(...asked.map(({ key }) => buildAsked(rule, key)));
  }
  const excluded = await Promise.all(words.excluded.map((word) => findOneStem(table, word)));
  return {
    groups,
    phrases: phrases.filter((phrase) => phrase.length),
    excluded: excluded.filter(Boolean),
    corrected: correct(words.plain, readings),
    cut: words.cut,
  };
}

/**
 * @param {Rule} rule
 * @param {Spelling} spelling
 * @param {string} query
 */
function findQueryWords(rule, spelling, query) {
  // Twice as many units hold as many letters; a pasted book is not taken apart.
  const letters = Array.from(query.slice(0, 2 * rule.mostCharacters + 2));
  const shown = letters.slice(0, rule.mostCharacters).join('').replace(QUOTE, '"');
  const pieces = writeDates(fold(shown, spelling), spelling).split('"');
  if (pieces.length % 2 === 0) pieces.push(pieces.splice(-2).join(' '));
  const marks = pieces.filter((_, place) => place % 2 === 0).flatMap(findSigned);
  const plain = marks.filter(({ minus }) => !minus).map(({ word }) => word);
  const end = pieces[pieces.length - 1];
  const tail = findSigned(end).pop();
  const typing = tail !== undefined && !tail.minus && tail.start + tail.word.length === end.length;
  return {
    plain: plain.slice(0, rule.mostWords),
    phrases: pieces.filter((_, place) => place % 2 === 1)
      .map((piece) => findMarks(piece).map(({ word }) => word)),
    excluded: marks.filter(({ minus }) => minus).map(({ word }) => join(word))
      .slice(0, rule.mostWords),
    typing: typing && plain.length <= rule.mostWords,
    cut: letters.length > rule.mostCharacters || plain.length > rule.mostWords,
  };
}

/** @param {string} piece */
function findSigned(piece) {
  return findMarks(piece).map(({ start, word }) => {
    const before = piece.slice(0, start);
    return { start, word, minus: before === '-' || before.endsWith(' -') };
  });
}

/**
 * @param {WordTable} table
 * @param {string} word
 * @param {boolean} typing
 * @returns {Promise<Reading>}
 */
async function readWord(table, word, typing) {
  const { key, entry } = await lookUp(table, join(word));
  if (entry?.kind === STOP) return { key, groups: [] };
  // What the site says itself is a whole word, and compounds with it are found anyway.
  const isStart = typing && !(entry && isSaid(key, entry));
  const more = prefixed(table.rule, isStart ? await table.findCompletions(key) : []);
  if (entry && entry.kind !== ABSENT) {
    return { key, groups: [buildGroup(table.rule, key, entry, more)] };
  }
  if (word.includes('-')) {
    const parts = word.split('-').map((part) => readWord(table, part, false));
    return { key, groups: (await Promise.all(parts)).flatMap(({ groups }) => groups) };
  }
  return guess(table, key, entry === undefined, more);
}

/**
 * @param {WordTable} table
 * @param {string} key
 * @returns {Promise<{key: string, entry: Entry | undefined}>} that of help for helppp
 */
async function lookUp(table, key) {
  const entry = await table.get(key);
  if (entry || !STRETCHED.test(key)) return { key, entry };
  const shorter = key.replace(STRETCHED, '$1');
  const found = await table.get(shorter);
  return found ? { key: shorter, entry: found } : { key, entry };
}

/**
 * What a word that the site lacks may be.
 *
 * @param {WordTable} table
 * @param {string} key
 * @param {boolean} unknown whether it is no Dutch word either
 * @param {Terms} more
 * @returns {Promise<Reading>}
 */
async function guess(table, key, unknown, more) {
  const { rule } = table;
  const halves = more.size ? [] : await findHalves(table, key);
  if (halves.length) return { key, groups: halves.map((half) => weaken(half, rule.weights.half)) };
  const corrections = unknown ? await findCorrections(table, key) : [];
  if (corrections.length) {
    const group = await buildCorrection(table, key, corrections, more);
    return { key: more.size ? key : corrections[0].word, groups: [group] };
  }
  if (more.size) return { key, groups: [{ word: key, weight: 1, stem: '', terms: more }] };
  const isStart = unknown && key.length >= rule.longPrefix;
  const terms = prefixed(rule, isStart ? await table.findCompletions(key) : []);
  const weight = key.length <= rule.shortWord ? rule.filler : 1;
  return { key, groups: [{ word: key, weight, stem: '', terms }] };
}

/**
 * @param {Rule} rule
 * @param {string[]} stems
 * @returns {Terms}
 */
function prefixed(rule, stems) {
  return new Map(stems.map((stem) => [stem, rule.weights.prefix]));
}

/**
 * Two words of the table that make up an unknown compound, as even as can be, or nothing.
 *
 * @param {WordTable} table
 * @param {string} key
 * @returns {Promise<Group[]>}
 */
async function findHalves(table, key) {
  const { shortestHalf, links } = table.rule;
  /** @type {{size: number, words: [string, string] | null, groups: Group[]}} */
  let best = { size: 0, words: null, groups: [] };
  for (let place = shortestHalf; place <= key.length - shortestHalf; place += 1) {
    const first = await findHalf(table, key.slice(0, place));
    if (!first) continue;
    for (const link of links) {
      if (!key.startsWith(link, place)) continue;
      const last = await findHalf(table, key.slice(place + link.length));
      if (!last) continue;
      const size = Math.min(first.word.length, last.word.length);
      const later = best.words === null || isAfter([first.word, last.word], best.words);
      if (size > best.size || (size === best.size && later)) {
        best = { size, words: [first.word, last.word], groups: [first, last] };
      }
    }
  }
  return best.groups;
}

/**
 * @param {[string, string]} one
 * @param {[string, string]} other
 */
function isAfter(one, other) {
  return one[0] > other[0] || (one[0] === other[0] && one[1] > other[1]);
}

/**
 * @param {WordTable} table
 * @param {string} word
 * @returns {Promise<Group | undefined>}
 */
async function findHalf(table, word) {
  if (word.length < table.rule.shortestHalf) return undefined;
  const entry = await table.get(word);
  return entry?.rank && entry.stem ? buildGroup(table.rule, word, entry, new Map()) : undefined;
}

/**
 * The words of the site nearest to a misspelled one, with the number of errors.
 *
 * @param {WordTable} table
 * @param {string} key
 */
async function findCorrections(table, key) {
  const { rule } = table;
  const most = DIGIT.test(key) ? 0 : countAllowed(key, rule);
  if (!most) return [];
  const found = [];
  for (const [word, rank] of await table.findSimilar(key)) {
    const errors = countErrors(key, word, most, rule);
    if (errors <= most) found.push({ errors, rank, word });
  }
  const least = Math.min(...found.map(({ errors }) => errors));
  return found.filter(({ errors }) => errors === least)
    .sort((a, b) => b.rank - a.rank || (a.word < b.word ? -1 : 1))
    .slice(0, rule.mostCorrections);
}

/**
 * @param {WordTable} table
 * @param {string} word
 * @param {{errors: number, word: string}[]} corrections
 * @param {Terms} more
 * @returns {Promise<Group>}
 */
async function buildCorrection(table, word, corrections, more) {
  const { rule } = table;
  const terms = new Map(more);
  let stem = '';
  for (const { errors, word: near } of corrections) {
    const entry = /** @type {Entry} */ (await table.get(near));
    if (!more.size) stem ||= entry.stem;
    for (const [term, weight] of buildGroup(rule, near, entry, new Map()).terms) {
      put(terms, term, weight * rule.weights[`error${errors}`]);
    }
  }
  return { word, weight: 1, stem, terms };
}

/**
 * @param {Group} group
 * @param {number} factor
 * @returns {Group}
 */
function weaken(group, factor) {
  const terms = new Map(Array.from(group.terms, ([term, weight]) => [term, weight * factor]));
  return { ...group, terms };
}

/**
 * The groups of a word with what it means together with its neighbours.
 *
 * @param {Rule} rule
 * @param {Reading} reading
 * @param {Terms} terms
 * @returns {Group[]}
 */
function addTerms(rule, { key, groups }, terms) {
  if (!terms.size) return groups;
  // A stop word: it matters only in its phrase.
  if (!groups.length) return [{ word: key, weight: rule.filler, stem: '', terms }];
  const merged = new Map(groups[0].terms);
  for (const [term, weight] of terms) put(merged, term, weight);
  return [{ ...groups[0], terms: merged }, ...groups.slice(1)];
}

/**
 * @param {WordTable} table
 * @param {string[]} words
 * @returns {Promise<[number, string][]>} the stems; of stop words alone those that stand side by side
 */
async function readPhrase(table, words) {
  const keys = words.map(join);
  const stems = await Promise.all(keys.map((key) => findOneStem(table, key)));
  const said = number(stems).filter(([, stem]) => stem);
  if (said.length) return said;
  const pairs = number(keys.slice(1).map((key, place) => `${keys[place]}_${key}`));
  return pairs.filter(([, pair]) => !table.rule.common.includes(pair));
}

/**
 * @param {string[]} terms
 * @returns {[number, string][]} each with its place
 */
function number(terms) {
  return terms.map((term, place) => [place, term]);
}

/**
 * @param {WordTable} table
 * @param {string} key
 * @returns {Promise<string>} the word itself where the table lacks it, nothing for a stop word
 */
async function findOneStem(table, key) {
  const entry = await table.get(key);
  if (!entry) return key;
  return entry.stem || (entry.kind === STOP ? '' : key);
}

/**
 * @param {string[]} words
 * @param {Reading[]} readings
 * @returns {string} the query with its misspelled words corrected; nothing if none was
 */
function correct(words, readings) {
  const taken = readings.map(({ key }, place) => (key === join(words[place]) ? words[place] : key));
  return taken.some((word, place) => word !== words[place]) ? taken.join(' ') : '';
}
