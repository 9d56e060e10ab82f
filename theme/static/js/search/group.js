/** A query as the ranking takes it: groups of terms that stand for its words. plugins/search/question.py. */

import { FILLER } from './table.js';

/** @typedef {import("./table.js").Entry} Entry */
/** @typedef {Map<string, number>} Terms what each term is worth */
/**
 * @typedef {import("./typo.js").ErrorRule & {
 *   mostCharacters: number, mostWords: number, mostJoined: number, mostCorrections: number,
 *   longPrefix: number, shortestHalf: number, links: string[], weights: Record<string, number>,
 *   filler: number, asked: number, particles: string[], partStarts: string[],
 *   mostBetween: number, common: string[], stories: string[][][], helps: string[],
 *   shortWord: number, longestPhrase: number, shortestPrefix: number, mostCompleted: number,
 *   sameStart: number, sameEnd: number,
 * }} Rule
 */
/**
 * @typedef {object} Group a word of a query, and the terms that stand for it
 * @property {string} word
 * @property {number} weight
 * @property {string} stem empty where the site lacks the word
 * @property {Terms} terms
 * @property {boolean} [isAsked] a stop word, which only helps to choose among the pages found
 */
/**
 * @typedef {object} Question
 * @property {Group[]} groups
 * @property {[number, string][][]} phrases the terms of each, with their places
 * @property {string[]} excluded
 * @property {string} corrected the query without its typing errors; empty if it has none
 * @property {boolean} cut whether the query was longer than what is searched
 */
/** @typedef {{key: string, groups: Group[]}} Reading */

const PART = '~';
const HELP = '!';
const ASKED = "'";

/**
 * A known word: itself, the compounds it is in, its own parts, and what the glossary adds.
 *
 * @param {Rule} rule
 * @param {string} word
 * @param {Entry} entry
 * @param {Terms} more
 * @returns {Group}
 */
export function buildGroup(rule, word, entry, more) {
  const { weights } = rule;
  const terms = new Map(more);
  if (entry.stem) {
    put(terms, entry.stem, weights.exact);
    put(terms, entry.stem + PART, weights.inside);
  }
  for (const part of entry.parts) put(terms, part, weights.part);
  for (const concept of entry.concepts) put(terms, concept, weigh(rule, concept));
  return { word, weight: entry.kind === FILLER ? rule.filler : 1, stem: entry.stem, terms };
}

/**
 * @param {Rule} rule
 * @param {string} word
 * @returns {Group} of a stop word
 */
export function buildAsked(rule, word) {
  const term = ASKED + word;
  return { word, weight: rule.asked, stem: term, terms: new Map([[term, 1]]), isAsked: true };
}

/**
 * @param {Terms} terms
 * @param {string} term
 * @param {number} weight
 */
export function put(terms, term, weight) {
  terms.set(term, Math.max(weight, terms.get(term) ?? 0));
}

/**
 * @param {Rule} rule
 * @param {string} concept
 */
export function weigh({ weights }, concept) {
  return concept.startsWith(HELP) ? weights.help : weights.synonym;
}
