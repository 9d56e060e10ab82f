/** The ranking: the same sum over the same numbers as plugins/search/rank.py. Shows nothing. */

import { WHOLE_PAGE, computeIdf, findPhrase, makeKey, readKey, readWorth } from './terms.js';

/** @typedef {import("./load.js").Files} Files */
/** @typedef {import("./query.js").Group} Group */
/** @typedef {import("./query.js").Question} Question */
/** @typedef {import("./terms.js").Layer} Layer */
/** @typedef {import("./terms.js").Worth} Worth */
/**
 * @typedef {object} Ranking
 * @property {number} k1
 * @property {number} scoreUnit
 * @property {number} definition what a section of a list of terms counts
 * @property {number[]} lists the pages that are lists of terms
 * @property {number} elsewhere what words count that stand outside the best section
 * @property {number} leastCovered the part of a question that a page must answer
 * @property {number} lacking
 * @property {number} leastImportance
 * @property {number} mostSections
 * @property {number} goodSection
 * @property {Layer} pages
 * @property {Layer} sections
 */
/**
 * @typedef {object} PageHit
 * @property {number} page
 * @property {number} score
 * @property {() => {number: number, score: number}[]} findSections the best ones; few are asked for
 */
/**
 * @typedef {object} Matches what one word of a question found
 * @property {Group} group
 * @property {number} importance
 * @property {Map<number, number>} pages
 * @property {Map<number, number>} sections by makeKey
 * @property {Map<number, number>} weights of the best alternative, per page
 */

/**
 * @param {Files} files
 * @param {Question} question
 * @returns {Promise<{hits: PageHit[], also: string[]}>} best first, equal scores by address
 */
export async function rankPages(files, question) {
  const { ranking } = files.collection;
  const worths = await readWorths(files, question);
  const all = question.groups.map((group) => findMatches(ranking, worths, group));
  const excluded = await findExcluded(files, question);
  const phrases = await Promise.all(question.phrases.map((phrase) => findPhrase(files, phrase)));
  const places = findPlaces(all, (page) => !excluded.has(page) && findCovered(ranking, all, page));
  const hits = [];
  for (const [page, { covered, numbers }] of places) {
    const shown = numbers.filter((number) => hasPhrases(phrases, page, number));
    if (shown.length) hits.push(rankPage(ranking, all, page, shown, covered));
  }
  hits.sort((a, b) => b.score - a.score || a.page - b.page);
  return { hits, also: hits.length ? findAlso(question, worths) : [] };
}

/**
 * @param {Files} files
 * @param {Question} question
 * @returns {Promise<Map<string, Worth>>}
 */
async function readWorths(files, { groups }) {
  const terms = [...new Set(groups.flatMap((group) => [group.stem, ...group.terms.keys()]))];
  const worths = await Promise.all(terms.map((term) => readWorth(files, term)));
  return new Map(terms.map((term, place) => [term, worths[place]]));
}

/**
 * @param {Ranking} ranking
 * @param {Map<string, Worth>} worths
 * @param {Group} group
 * @returns {Matches}
 */
function findMatches(ranking, worths, group) {
  const pages = new Map();
  const sections = new Map();
  const weights = new Map();
  for (const [term, weight] of group.terms) {
    const worth = /** @type {Worth} */ (worths.get(term));
    for (const [page, score] of worth.pages) {
      raise(pages, page, weight * score);
      raise(weights, page, weight);
    }
    for (const [key, score] of worth.sections) {
      const [page] = readKey(key);
      raise(sections, key, weight * ((worth.pages.get(page) ?? 0) + score));
      raise(weights, page, weight);
    }
  }
  const importance = findImportance(ranking, group, worths.get(group.stem)?.documents ?? 0);
  return { group, importance, pages, sections, weights };
}

/**
 * How much of a question a word is: all the more where fewer sections have it.
 *
 * @param {Ranking} ranking
 * @param {Group} group
 * @param {number} documents
 */
function findImportance({ sections, leastImportance }, { stem, weight }, documents) {
  if (!stem) return weight;
  const share = computeIdf(sections, documents) / computeIdf(sections, 0);
  return weight * Math.max(leastImportance, share);
}

/**
 * @param {Map<number, number>} values
 * @param {number} key
 * @param {number} value
 */
function raise(values, key, value) {
  if (value > (values.get(key) ?? 0)) values.set(key, value);
}

/**
 * @param {Ranking} ranking
 * @param {Matches[]} all
 * @param {number} page
 * @returns {number} the part of a question that a page has; 0 if that is too little
 */
function findCovered({ lacking, leastCovered, scoreUnit }, all, page) {
  let total = 0;
  let covered = 0;
  let helps = false;
  for (const { importance, weights } of all) {
    const weight = weights.get(page) ?? 0;
    covered += importance * Math.min(1, weight);
    total += importance * (weights.size && !weight ? lacking : 1);
    helps ||= weight > 1;
  }
  const part = round(covered / total, scoreUnit);
  // A page of help is shown whatever else was typed.
  return part >= leastCovered || helps ? part : 0;
}

/**
 * The pages that may answer, each with the sections that do.
 *
 * @param {Matches[]} all
 * @param {(page: number) => number | false} findShare
 * @returns {Map<number, {covered: number, numbers: number[]}>}
 */
function findPlaces(all, findShare) {
  const places = new Map();
  for (const { weights } of all) {
    for (const page of weights.keys()) {
      if (places.has(page)) continue;
      const covered = findShare(page);
      // The top of a page counts for what its title says.
      places.set(page, covered ? { covered, numbers: new Set([0]) } : undefined);
    }
  }
  for (const { sections } of all) {
    for (const key of sections.keys()) {
      const [page, number] = readKey(key);
      places.get(page)?.numbers.add(number);
    }
  }
  return new Map(Array.from(places).filter(([, place]) => place).map(([page, place]) =>
    [page, { covered: place.covered, numbers: [...place.numbers] }]));
}

/**
 * @param {Set<string>[]} phrases
 * @param {number} page
 * @param {number} number
 */
function hasPhrases(phrases, page, number) {
  return phrases.every((phrase) =>
    phrase.has(`${page} ${number}`) || phrase.has(`${page} ${WHOLE_PAGE}`));
}

/**
 * @param {Ranking} ranking
 * @param {Matches[]} all
 * @param {number} page
 * @param {number[]} numbers of the sections that may be shown
 * @param {number} covered
 * @returns {PageHit}
 */
function rankPage(ranking, all, page, numbers, covered) {
  const { elsewhere, scoreUnit } = ranking;
  const totals = numbers.map(() => 0);
  let whole = 0;
  for (const { group, pages, sections } of all) {
    const own = pages.get(page) ?? 0;
    let most = own;
    numbers.forEach((number, place) => {
      const worth = Math.max(own, sections.get(makeKey(page, number)) ?? 0);
      most = Math.max(most, worth);
      totals[place] += group.weight * worth;
    });
    whole += group.weight * most;
  }
  const best = Math.max(...totals);
  return {
    page,
    score: round(covered * (best + elsewhere * (whole - best)), scoreUnit),
    findSections: () => findBestSections(ranking, numbers.map((number, place) =>
      ({ number, score: totals[place] }))),
  };
}

/**
 * @param {Ranking} ranking
 * @param {{number: number, score: number}[]} scores
 */
function findBestSections({ goodSection, mostSections, scoreUnit }, scores) {
  const rounded = scores.map(({ number, score }) => ({ number, score: round(score, scoreUnit) }));
  rounded.sort((a, b) => b.score - a.score || a.number - b.number);
  const least = goodSection * rounded[0].score;
  return rounded.slice(0, mostSections).filter(({ score }) => score >= least);
}

/**
 * @param {Files} files
 * @param {Question} question
 * @returns {Promise<Set<number>>} the pages with a word that the visitor wants none of
 */
async function findExcluded(files, { excluded }) {
  const worths = await Promise.all(excluded.map((term) => readWorth(files, term)));
  return new Set(worths.flatMap(({ pages, sections }) =>
    [...pages.keys(), ...Array.from(sections.keys(), (key) => readKey(key)[0])]));
}

/**
 * @param {Question} question
 * @param {Map<string, Worth>} worths
 * @returns {string[]} the names of the terms of the glossary that were searched too
 */
function findAlso({ groups }, worths) {
  const names = groups.flatMap(({ terms }) => [...terms.keys()].map((term) => worths.get(term)?.name));
  return /** @type {string[]} */ ([...new Set(names)].filter(Boolean).sort());
}

/**
 * @param {number} score
 * @param {number} unit
 */
function round(score, unit) {
  return Math.floor(score * unit + 0.5) / unit;
}
