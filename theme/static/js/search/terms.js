/** What terms are worth, from the numbers that plugins/search/export.py wrote: BM25F, as Whoosh has it. */

import { findPlace } from './load.js';

/** @typedef {import("./load.js").Files} Files */
/** @typedef {{name: string, boost: number, b: number, average: number}} Field */
/** @typedef {{count: number, fields: Field[]}} Layer */
/**
 * @typedef {object} Worth of one term
 * @property {Map<number, number>} pages
 * @property {Map<number, number>} sections by makeKey
 * @property {string} name what a term of the glossary is called
 * @property {number} documents sections with it in their text
 * @property {Map<number, number>} titles by page, how many words of the title say something
 * @property {Map<number, number>} headings the same by makeKey
 */

/** The fields of terms-N.json, in order; places-N.json has those marked true. */
const PAGE_FIELDS = [true, true, false];
const SECTION_FIELDS = [true, true, false];
export const WHOLE_PAGE = -1;
/** More sections than any page has. */
const MOST_SECTIONS = 65536;
/** @type {Worth} */
const NOTHING = {
  pages: new Map(), sections: new Map(), name: '', documents: 0, titles: new Map(), headings: new Map(),
};

/**
 * @param {Files} files
 * @param {string} term
 * @returns {Promise<Worth>}
 */
export async function readWorth(files, term) {
  const file = await openFile(files, 'terms', term);
  const columns = find(file?.terms, term);
  if (!columns) return NOTHING;
  file.worths ??= new Map();
  if (!file.worths.has(term)) {
    const { ranking } = files.collection;
    file.worths.set(term, computeWorth(ranking, columns, file.names[term] ?? ''));
  }
  return file.worths.get(term);
}

/**
 * @param {number} page
 * @param {number} section
 * @returns {number} one number for a section of a page; maps of maps are slow
 */
export function makeKey(page, section) {
  return page * MOST_SECTIONS + section;
}

/**
 * @param {number} key
 * @returns {[number, number]} page and section
 */
export function readKey(key) {
  const section = key % MOST_SECTIONS;
  return [(key - section) / MOST_SECTIONS, section];
}

/**
 * @param {Files} files
 * @param {number} documents
 * @returns {number} how telling a term is: more where fewer sections have it
 */
export function computeIdf({ count }, documents) {
  return Math.log(count / (documents + 1)) + 1;
}

/**
 * @param {Files} files
 * @param {[number, string][]} phrase
 * @returns {Promise<Set<string>>} page and section ("3 0") of each place that has it in one field
 */
export async function findPhrase(files, phrase) {
  const rows = await Promise.all(phrase.map(([, term]) => readPlaces(files, term)));
  const found = new Set();
  for (let field = 0; field < PAGE_FIELDS.length + SECTION_FIELDS.length; field += 1) {
    /** @type {Map<string, Set<number>> | null} */
    let starts = null;
    rows.forEach((fields, number) => {
      const here = new Map();
      for (const [document, places] of fields[field] ?? []) {
        const own = places.map((/** @type {number} */ place) => place - phrase[number][0]);
        const both = own.filter((/** @type {number} */ start) =>
          starts === null || starts.get(document)?.has(start));
        if (both.length) here.set(document, new Set(both));
      }
      starts = here;
    });
    for (const document of (starts ?? new Map()).keys()) found.add(document);
  }
  return found;
}

/**
 * @param {import("./score.js").Ranking} ranking
 * @param {number[][][]} columns
 * @param {string} name
 * @returns {Worth}
 */
function computeWorth(ranking, columns, name) {
  const { k1, pages: pageLayer, sections: sectionLayer } = ranking;
  const [titles, headings] = [new Map(), new Map()];
  const pages = new Map();
  const sections = new Map();
  const own = columns.slice(0, PAGE_FIELDS.length);
  own.forEach((rows, number) => {
    if (!rows.length) return;
    const [steps, frequencies, lengths, words] = rows;
    const score = makeScore(k1, pageLayer, pageLayer.fields[number], steps.length);
    let page = 0;
    steps.forEach((step, place) => {
      page += step;
      pages.set(page, (pages.get(page) ?? 0) + score(frequencies[place], lengths[place]));
      if (words) titles.set(page, words[place]);
    });
  });
  columns.slice(PAGE_FIELDS.length).forEach((rows, number) => {
    if (!rows.length) return;
    const [steps, numbers, frequencies, lengths, words] = rows;
    const score = makeScore(k1, sectionLayer, sectionLayer.fields[number], steps.length);
    let page = 0;
    steps.forEach((step, place) => {
      page += step;
      const key = makeKey(page, numbers[place]);
      const worth = score(frequencies[place], lengths[place]);
      sections.set(key, (sections.get(key) ?? 0) + worth);
      if (words) headings.set(key, words[place]);
    });
  });
  const documents = columns[PAGE_FIELDS.length]?.[0]?.length ?? 0;
  return { pages, sections, name, documents, titles, headings };
}

/**
 * @param {number} k1
 * @param {Layer} layer
 * @param {Field} field
 * @param {number} documents
 */
function makeScore(k1, layer, { boost, b, average }, documents) {
  const idf = computeIdf(layer, documents);
  return (/** @type {number} */ frequency, /** @type {number} */ length) => {
    const damping = k1 * (1 - b + (b * length) / average);
    return boost * (idf * ((frequency * (k1 + 1)) / (frequency + damping)));
  };
}

/**
 * @param {Files} files
 * @param {string} term
 * @returns {Promise<[string, number[]][][]>} per field: page and section, places
 */
async function readPlaces(files, term) {
  const columns = find((await openFile(files, 'terms', term))?.terms, term) ?? [];
  const places = find((await openFile(files, 'places', term))?.terms, term) ?? [];
  let next = 0;
  return [...PAGE_FIELDS, ...SECTION_FIELDS].map((isOrdered, field) => {
    if (!isOrdered) return [];
    const own = places[next] ?? [];
    next += 1;
    return nameDocuments(columns[field] ?? [], field < PAGE_FIELDS.length).map((document, place) =>
      [document, own[place]]);
  });
}

/**
 * @param {number[][]} rows
 * @param {boolean} isPage
 * @returns {string[]}
 */
function nameDocuments([steps = [], numbers = []], isPage) {
  let page = 0;
  return steps.map((step, place) => {
    page += step;
    return `${page} ${isPage ? WHOLE_PAGE : numbers[place]}`;
  });
}

/**
 * @param {Files} files
 * @param {'terms' | 'places'} part
 * @param {string} term
 */
async function openFile(files, part, term) {
  const number = await findFile(files, term);
  return number < 0 ? undefined : files.open(`${part}-${number}.json`);
}

/**
 * @param {Files} files
 * @param {string} term
 * @returns {Promise<number>} the file in which the term would stand; -1 for none
 */
async function findFile(files, term) {
  const { filesAStart } = files.collection;
  const start = files.find('terms', term);
  if (start < 0 || filesAStart === 1) return start;
  const { starts } = await files.open(`starts-${start}.json`);
  return start * filesAStart + findPlace(starts, term, true) - 1;
}

/**
 * @param {Record<string, any> | undefined} values
 * @param {string} key what a visitor typed may be "constructor"
 */
function find(values, key) {
  return values && Object.hasOwn(values, key) ? values[key] : undefined;
}
