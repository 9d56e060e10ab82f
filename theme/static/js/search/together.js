/** What words of a query mean together; the rule of plugins/search/together.py. */

import { buildGroup, put, weigh } from './group.js';
import { WORD, isSaid } from './table.js';

/** @typedef {import("./group.js").Reading} Reading */
/** @typedef {import("./group.js").Rule} Rule */
/** @typedef {import("./group.js").Terms} Terms */
/** @typedef {import("./table.js").WordTable} WordTable */
/** @typedef {{place: number, word: string}} Key */
/** @typedef {{places: number[], terms: Terms}} Shared the places of words, and their terms */

const DIGIT = /^[0-9]/;

/**
 * @param {WordTable} table
 * @param {Reading[]} readings
 * @returns {Promise<Map<number, Terms>>} the terms for each word, by its place
 */
export async function findSharedTerms(table, readings) {
  const keys = readings.map(({ key }, place) => ({ place, word: key }));
  const shared = await Promise.all([
    findPhraseConcepts(table, readings, keys),
    findPairs(table.rule, readings),
    findSeparated(table, keys),
    findJoined(table, readings, keys),
    findStories(table.rule, keys),
  ]);
  /** @type {Map<number, Terms>} */
  const found = new Map();
  for (const { places, terms } of shared.flat()) {
    for (const place of places) {
      const own = found.get(place) ?? new Map();
      found.set(place, own);
      for (const [term, weight] of terms) put(own, term, weight);
    }
  }
  return found;
}

/**
 * Phrases of the glossary: as typed, and as stems, with stop words and without.
 *
 * @param {WordTable} table
 * @param {Reading[]} readings
 * @param {Key[]} keys
 * @returns {Promise<Shared[]>}
 */
async function findPhraseConcepts(table, readings, keys) {
  const { rule } = table;
  const stems = readings.map(({ key, groups }, place) =>
    ({ place, word: groups.length ? groups[0].stem : key }));
  const said = stems.filter(({ place, word }) => word && readings[place].groups.length);
  const mixed = stems.map(({ place, word }) => ({ place, word: word || keys[place].word }));
  const runs = [keys, said, mixed].flatMap((sequence) => findRuns(sequence, rule.longestPhrase));
  return lookUpRuns(table, runs, ' ', (run, { concepts }) =>
    makeShared(run, new Map(concepts.map((concept) => [concept, weigh(rule, concept)]))));
}

/**
 * A number goes with its neighbour only: 24 uur.
 *
 * @param {Rule} rule
 * @param {Reading[]} readings
 * @returns {Shared[]}
 */
function findPairs({ weights }, readings) {
  const pairs = [];
  for (let place = 1; place < readings.length; place += 1) {
    const one = readings[place - 1].groups[0]?.stem;
    const other = readings[place].groups[0]?.stem;
    if (one && other && (DIGIT.test(one) || DIGIT.test(other))) {
      const terms = new Map([[`${one}_${other}`, weights.pair]]);
      pairs.push({ places: [place - 1, place], terms });
    }
  }
  return pairs;
}

/**
 * The verbs that a particle belongs to: meedoen in "doen wij al mee".
 *
 * @param {WordTable} table
 * @param {Key[]} keys
 * @returns {Promise<Shared[]>}
 */
async function findSeparated(table, keys) {
  const { rule } = table;
  const pairs = keys.filter(({ place }) => endsVerb(rule, keys, place)).flatMap((particle) =>
    keys.slice(Math.max(0, particle.place - rule.mostBetween), particle.place)
      .map((verb) => ({ verb, particle })));
  const found = await Promise.all(pairs.map(async ({ verb, particle }) => {
    const entry = await table.get(particle.word + verb.word);
    if (!entry || entry.kind !== WORD || !entry.stem) return [];
    return [makeShared([verb, particle], buildGroup(rule, verb.word, entry, new Map()).terms)];
  }));
  return found.flat();
}

/**
 * @param {Rule} rule
 * @param {Key[]} keys
 * @param {number} place
 */
function endsVerb({ particles, partStarts }, keys, place) {
  const next = keys[place + 1];
  return (!next || partStarts.includes(next.word)) && particles.includes(keys[place].word);
}

/**
 * One word that was written apart; but "er na" is not erna.
 *
 * @param {WordTable} table
 * @param {Reading[]} readings
 * @param {Key[]} keys
 * @returns {Promise<Shared[]>}
 */
async function findJoined(table, readings, keys) {
  const { rule } = table;
  const runs = findRuns(keys, rule.mostJoined).filter((run) => rule.particles.includes(run[0].word)
    || run.some(({ place }) => readings[place].groups.length));
  return lookUpRuns(table, runs, '', (run, entry, word) =>
    makeShared(run, isSaid(word, entry) ? buildGroup(rule, word, entry, new Map()).terms : new Map()));
}

/**
 * Somebody tells what happens at home: hij ... mij.
 *
 * @param {Rule} rule
 * @param {Key[]} keys
 * @returns {Shared[]}
 */
function findStories(rule, keys) {
  const terms = new Map(rule.helps.map((term) => [term, weigh(rule, term)]));
  const places = rule.stories.map((story) => findStory(story, keys)).filter((place) => place >= 0);
  return terms.size ? places.map((place) => ({ places: [place], terms })) : [];
}

/**
 * @param {string[][]} story
 * @param {Key[]} keys
 * @returns {number} the place of the last word of a story whose words stand in order, or -1
 */
function findStory(story, keys) {
  let last = -1;
  for (const step of story) {
    const found = keys.find(({ place, word }) => place > last && step.includes(word));
    if (!found) return -1;
    last = found.place;
  }
  return last;
}

/**
 * @param {WordTable} table
 * @param {Key[][]} runs
 * @param {string} between
 * @param {(run: Key[], entry: import("./table.js").Entry, word: string) => Shared} make
 * @returns {Promise<Shared[]>} of the runs that the table has as one word or phrase
 */
async function lookUpRuns(table, runs, between, make) {
  const found = await Promise.all(runs.map(async (run) => {
    const word = run.map(({ word: piece }) => piece).join(between);
    const entry = await table.get(word);
    return entry ? [make(run, entry, word)] : [];
  }));
  // What stands for nothing would still make a word of a stop word.
  return found.flat().filter(({ terms }) => terms.size);
}

/**
 * @param {Key[]} run
 * @param {Terms} terms
 * @returns {Shared}
 */
function makeShared(run, terms) {
  return { places: run.map(({ place }) => place), terms };
}

/**
 * @template Item
 * @param {Item[]} sequence
 * @param {number} longest
 * @returns {Item[][]} every run of two or more neighbours
 */
function findRuns(sequence, longest) {
  const runs = [];
  for (let length = 2; length <= longest; length += 1) {
    for (let start = 0; start + length <= sequence.length; start += 1) {
      runs.push(sequence.slice(start, start + length));
    }
  }
  return runs;
}
