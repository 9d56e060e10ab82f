/** The ranking: the same sum over the same numbers as plugins/search/rank.py. Shows nothing. */

import { WHOLE_PAGE, computeIdf, findPhrase, makeKey, readKey, readWorth } from './terms.js';

/** @typedef {import("./load.js").Files} Files */
/** @typedef {import("./group.js").Group} Group */
/** @typedef {import("./group.js").Question} Question */
/** @typedef {import("./terms.js").Layer} Layer */
/** @typedef {import("./terms.js").Worth} Worth */
/**
 * @typedef {object} Ranking what each number is for: plugins/search/rank.py
 * @property {number} k1
 * @property {number} scoreUnit
 * @property {number} definition
 * @property {number[]} lists the pages that are lists of terms
 * @property {number} elsewhere
 * @property {number} leastCovered
 * @property {number} rare
 * @property {number} cover
 * @property {number} together
 * @property {number} wholeHeading
 * @property {number} wholeTitle
 * @property {Record<string, number>} kinds
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
 * @property {boolean} helps whether somebody in danger may want it
 * @property {() => {number: number, score: number}[]} findSections the best ones; few are asked for
 */
/**
 * @typedef {object} Matches what one word of a question found; weights are of the best alternative
 * @property {Group} group
 * @property {number} importance
 * @property {number} trust
 * @property {Map<number, number>} pages what their own fields are worth
 * @property {Map<number, number>} sections by makeKey
 * @property {Map<number, number>} weights per page
 * @property {Map<number, number>} own weights in a page's own fields
 * @property {Map<number, number>} inside weights in sections, by makeKey
 * @property {Map<number, number>} titles weights in titles
 * @property {Map<number, number>} headings weights in headings, by makeKey
 */
/**
 * @typedef {object} Search one question to the index
 * @property {import("./load.js").Collection} collection
 * @property {Ranking} ranking
 * @property {Matches[]} all
 * @property {Matches[]} said without stop words
 * @property {number} total the importance of those
 * @property {Map<number, number>} titleWords how many words of a page's title say something
 * @property {Map<number, number>} headingWords by makeKey
 * @property {Set<number>} lists
 */

/**
 * @param {Files} files
 * @param {Question} question
 * @returns {Promise<{hits: PageHit[], also: string[]}>} best first, equal scores by address
 */
export async function rankPages(files, question) {
  const worths = await readWorths(files, question);
  const search = makeSearch(files.collection, worths, question);
  const excluded = await findExcluded(files, question);
  const phrases = await Promise.all(question.phrases.map((phrase) => findPhrase(files, phrase)));
  const hits = [];
  for (const [page, { helps, numbers }] of findPlaces(search, excluded)) {
    const shown = numbers.filter((number) => hasPhrases(phrases, page, number));
    if (shown.length) hits.push(rankPage(search, page, shown, helps));
  }
  // Whoever may be in danger finds help first, whatever else was typed.
  hits.sort((a, b) =>
    Number(b.helps) - Number(a.helps) || b.score - a.score || a.page - b.page);
  return { hits, also: hits.length ? findAlso(question, worths) : [] };
}

/**
 * @param {import("./load.js").Collection} collection
 * @param {Map<string, Worth>} worths
 * @param {Question} question
 * @returns {Search}
 */
function makeSearch(collection, worths, { groups }) {
  const { ranking } = collection;
  const all = groups.map((group) => findMatches(collection, worths, group));
  const said = all.filter(({ group }) => !group.isAsked);
  return {
    collection,
    ranking,
    all,
    said,
    total: said.reduce((sum, { importance }) => sum + importance, 0),
    titleWords: new Map(Array.from(worths.values(), ({ titles }) => [...titles]).flat()),
    headingWords: new Map(Array.from(worths.values(), ({ headings }) => [...headings]).flat()),
    lists: new Set(ranking.lists),
  };
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
 * @param {import("./load.js").Collection} collection
 * @param {Map<string, Worth>} worths
 * @param {Group} group
 * @returns {Matches}
 */
function findMatches({ ranking, pages: { length: count } }, worths, group) {
  const [pages, sections, weights] = [new Map(), new Map(), new Map()];
  const [own, inside, titles, headings] = [new Map(), new Map(), new Map(), new Map()];
  for (const [term, weight] of group.terms) {
    const worth = /** @type {Worth} */ (worths.get(term));
    for (const [page, score] of worth.pages) {
      raise(pages, page, weight * score);
      raise(own, page, weight);
      raise(weights, page, weight);
    }
    for (const [key, score] of worth.sections) {
      const [page] = readKey(key);
      raise(sections, key, weight * ((worth.pages.get(page) ?? 0) + score));
      raise(inside, key, weight);
      raise(weights, page, weight);
    }
    for (const page of worth.titles.keys()) raise(titles, page, Math.min(1, weight));
    for (const key of worth.headings.keys()) raise(headings, key, Math.min(1, weight));
  }
  const importance = findImportance(ranking, group, worths.get(group.stem)?.documents ?? 0);
  const known = weights.size ? weights.size / (weights.size + ranking.rare * count) : 1;
  const trust = group.weight * known;
  return { group, importance, trust, pages, sections, weights, own, inside, titles, headings };
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
 * @param {Search} search
 * @param {number} page
 * @returns {number} the part of a question that a page has, more for words that tell more
 */
function findCovered({ ranking, said }, page) {
  let total = 0;
  let covered = 0;
  for (const { importance, weights } of said) {
    const weight = weights.get(page) ?? 0;
    covered += importance * Math.min(1, weight);
    total += importance * (weights.size && !weight ? ranking.lacking : 1);
  }
  return round(covered / total, ranking.scoreUnit);
}

/**
 * @param {Search} search
 * @param {number} page
 * @returns {boolean} whether a page has enough of a question for an answer
 */
function answers({ ranking, said }, page) {
  let total = 0;
  let covered = 0;
  for (const { trust, weights } of said) {
    covered += trust * Math.min(1, weights.get(page) ?? 0);
    total += trust;
  }
  return round(covered / total, ranking.scoreUnit) >= ranking.leastCovered;
}

/**
 * The pages that may answer, each with the sections that do.
 *
 * @param {Search} search
 * @param {Set<number>} excluded
 * @returns {Map<number, {helps: boolean, numbers: number[]}>}
 */
function findPlaces(search, excluded) {
  const { all, said } = search;
  const places = new Map();
  for (const { weights } of said) {
    for (const page of weights.keys()) {
      if (places.has(page)) continue;
      const helps = said.some((match) => (match.weights.get(page) ?? 0) > 1);
      const isShown = !excluded.has(page) && (helps || answers(search, page));
      // The top of a page counts for what its title says.
      places.set(page, isShown ? { helps, numbers: new Set([0]) } : undefined);
    }
  }
  for (const { sections } of all) {
    for (const key of sections.keys()) {
      const [page, number] = readKey(key);
      places.get(page)?.numbers.add(number);
    }
  }
  return new Map(Array.from(places).filter(([, place]) => place).map(([page, { helps, numbers }]) =>
    [page, { helps, numbers: [...numbers] }]));
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
 * @param {Search} search
 * @param {number} page
 * @param {number[]} numbers of the sections that may be shown
 * @param {boolean} helps
 * @returns {PageHit}
 */
function rankPage(search, page, numbers, helps) {
  const { ranking, all } = search;
  const { cover, elsewhere, scoreUnit } = ranking;
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
  numbers.forEach((number, place) => {
    totals[place] *= findSectionFactor(search, page, number);
  });
  const best = Math.max(...totals);
  const score = findPageFactor(search, page) * findCovered(search, page) ** cover
    * (best + elsewhere * Math.max(0, whole - best));
  return {
    page,
    score: round(score, scoreUnit),
    helps,
    findSections: () => findBestSections(ranking, numbers.map((number, place) =>
      ({ number, score: totals[place] }))),
  };
}

/**
 * @param {Search} search
 * @param {number} page
 * @returns {number} what its kind and its title make of the worth of a page
 */
function findPageFactor({ collection, ranking, said, total, titleWords }, page) {
  const { kind } = collection.facets[collection.pages[page]];
  const asked = findAsked(said, ({ titles }) => titles.get(page), titleWords.get(page), total);
  return (Object.hasOwn(ranking.kinds, kind) ? ranking.kinds[kind] : 1)
    * (1 + ranking.wholeTitle * asked);
}

/**
 * @param {Search} search
 * @param {number} page
 * @param {number} number
 * @returns {number} what its heading, and having the words together, make of the worth of a section
 */
function findSectionFactor({ ranking, said, total, headingWords, lists }, page, number) {
  const { definition, together, wholeHeading } = ranking;
  const key = makeKey(page, number);
  const asked = findAsked(said, ({ headings }) => headings.get(key), headingWords.get(key), total);
  let part = 0;
  for (const { importance, own, inside } of said) {
    part += importance * Math.min(1, Math.max(own.get(page) ?? 0, inside.get(key) ?? 0));
  }
  const share = lists.has(page) && number ? definition + (1 - definition) * asked : 1;
  return share * (1 + wholeHeading * asked) * (1 - together + together * (part / total));
}

/**
 * @param {Matches[]} said
 * @param {(match: Matches) => number | undefined} findWeight
 * @param {number | undefined} words
 * @param {number} total
 * @returns {number} how far a question and a heading of so many words are the same: 1 if they are
 */
function findAsked(said, findWeight, words, total) {
  if (!words) return 0;
  let weights = 0;
  let asked = 0;
  for (const match of said) {
    const weight = findWeight(match) ?? 0;
    weights += weight;
    asked += match.importance * weight;
  }
  return Math.min(1, weights / words) * (asked / total);
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
