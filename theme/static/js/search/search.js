/**
 * The search engine, for the page of search: `load()` once, then `query()` per keystroke. Knows no
 * document and keeps nothing of a query.
 */

import { makeExcerpt, markWords } from './excerpt.js';
import { openFiles } from './load.js';
import { buildQuestion } from './query.js';
import { rankPages } from './score.js';
import { WordTable } from './table.js';

export { SearchError } from './load.js';

/** @typedef {import("./excerpt.js").Excerpt} Excerpt */
/** @typedef {import("./load.js").Files} Files */
/** @typedef {{audience?: string, kind?: string}} Facets */
/**
 * @typedef {object} Section
 * @property {string} url from the root of the site, with its anchor: "/kosten/#per-gemeente"
 * @property {Excerpt} heading empty for the top of the page
 * @property {number} number
 * @property {number} score
 */
/**
 * @typedef {object} Hit
 * @property {string} url from the root of the site: "/kosten/"
 * @property {string} plainTitle
 * @property {Excerpt} title
 * @property {string[]} audiences
 * @property {string} kind
 * @property {number} score
 * @property {Section[]} sections the best first, at most three
 * @property {() => Promise<Excerpt[]>} readExcerpts fetches the text; an excerpt per section
 */
/**
 * @typedef {object} Answer
 * @property {Hit[]} hits the first `limit` pages
 * @property {number} count all pages that answer, within the facets
 * @property {{audiences: Record<string, number>, kinds: Record<string, number>}} facets how many of
 *   the answering pages each has, whatever is chosen
 * @property {string[]} alsoSearched terms of the glossary that the words stand for
 * @property {string} didYouMean the query without its typing errors, or ""
 * @property {boolean} cut whether the query was longer than what is searched
 * @property {boolean} empty whether nothing in the query can be searched: no or only stop words
 */

const MOST_SHOWN = 10;
const IS_WORD = /^[^@!][^_]*$/;

/**
 * @param {string | URL} address of the folder with collection.json
 * @param {{again?: boolean}} [options] `again` after a failure: what the browser has cached may be it
 * @returns {Promise<Search>} rejected with a SearchError
 */
export async function load(address, { again = false } = {}) {
  return new Search(await openFiles(address, again));
}

export class Search {
  /** @param {Files} files */
  constructor(files) {
    this.files = files;
    this.table = new WordTable(files);
  }

  /**
   * @param {string} text
   * @param {{prefix?: boolean, facets?: Facets, limit?: number}} [options] `prefix` while somebody
   *   types: the last word may be unfinished
   * @returns {Promise<Answer>} rejected with a SearchError
   */
  async query(text, { prefix = false, facets = {}, limit = MOST_SHOWN } = {}) {
    const { collection } = this.files;
    const question = await buildQuestion(this.table, collection, text, prefix);
    const { hits, also } = await rankPages(this.files, question);
    const chosen = hits.filter(({ page }) => hasFacets(this.findFacets(page), facets));
    const stems = findStems(question);
    return {
      hits: await Promise.all(chosen.slice(0, limit).map((hit) => this.readHit(hit, stems))),
      count: chosen.length,
      facets: countFacets(hits.map(({ page }) => this.findFacets(page))),
      alsoSearched: also,
      didYouMean: hits.length ? question.corrected : '',
      cut: question.cut,
      empty: question.groups.length === 0,
    };
  }

  /** @param {number} page */
  findFacets(page) {
    const { facets, pages } = this.files.collection;
    return facets[pages[page]];
  }

  /**
   * @param {import("./score.js").PageHit} hit
   * @param {string[]} stems
   * @returns {Promise<Hit>}
   */
  async readHit({ page, score, findSections }, stems) {
    const { collection } = this.files;
    const file = await this.files.open(`pages-${Math.floor(page / collection.pagesAFile)}.json`);
    const [url, title, headings] = file.pages[page % collection.pagesAFile];
    const { audiences, kind } = this.findFacets(page);
    const shown = findSections().map(({ number, score: own }) => {
      const [anchor, heading] = number ? headings[number - 1] : ['', ''];
      const address = anchor ? `${url}#${encodeURIComponent(anchor)}` : url;
      return { url: address, heading: markWords(heading, stems, collection), number, score: own };
    });
    return {
      url,
      plainTitle: title,
      title: markWords(title, stems, collection),
      audiences,
      kind,
      score,
      sections: shown,
      readExcerpts: () => this.readExcerpts(page, shown, stems),
    };
  }

  /**
   * @param {number} page
   * @param {Section[]} sections
   * @param {string[]} stems
   * @returns {Promise<Excerpt[]>}
   */
  async readExcerpts(page, sections, stems) {
    const { collection } = this.files;
    return Promise.all(sections.map(async ({ number }) => {
      const part = Math.floor(number / collection.sectionsAFile);
      const { texts } = await this.files.open(`texts/${page}-${part}.json`);
      return makeExcerpt(texts[number % collection.sectionsAFile], stems, collection);
    }));
  }
}

/** @param {import("./group.js").Question} question */
function findStems({ groups }) {
  const terms = groups.flatMap((group) => [...group.terms.keys()]).filter((term) => IS_WORD.test(term));
  const words = groups.map(({ word }) => word);
  return [...new Set([...words, ...terms.map((term) => term.replace('~', ''))])];
}

/**
 * @param {{audiences: string[], kind: string}} page
 * @param {Facets} facets
 */
function hasFacets(page, { audience, kind }) {
  return (!audience || page.audiences.includes(audience)) && (!kind || page.kind === kind);
}

/** @param {{audiences: string[], kind: string}[]} pages */
function countFacets(pages) {
  return {
    audiences: count(pages.flatMap(({ audiences }) => audiences)),
    kinds: count(pages.map(({ kind }) => kind)),
  };
}

/**
 * @param {string[]} values
 * @returns {Record<string, number>}
 */
function count(values) {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const value of [...values].sort()) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
