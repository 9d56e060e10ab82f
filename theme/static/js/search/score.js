/**
 * The one sum: BM25F as Whoosh computes it, from the numbers that plugins/search/export.py wrote.
 */

/**
 * @typedef {object} Page
 * @property {string} url from the root of the site: "/kosten/"
 * @property {string} title
 * @property {string} summary
 * @property {string[]} audiences
 * @property {string} kind
 * @property {number[]} lengths per field
 */

/**
 * @typedef {object} Ranking
 * @property {number} k1
 * @property {number} scoreUnit
 * @property {number} pages
 * @property {{name: string, boost: number, b: number, average: number}[]} fields
 */

/**
 * @typedef {object} Hit
 * @property {Page} page
 * @property {number} score
 */

/**
 * The pages with any of the terms, best first, equal scores by url.
 *
 * @param {{pages: Page[], postings: number[][][], ranking: Ranking}} index
 * @param {number[]} terms
 * @returns {Hit[]}
 */
export function rankPages({ pages, postings, ranking }, terms) {
  /** @type {Map<number, number>} */
  const scores = new Map();
  for (const term of terms) {
    postings[term].forEach((matches, field) => addScores(scores, pages, ranking, field, matches));
  }
  const hits = Array.from(scores, ([number, score]) => ({
    page: pages[number],
    score: round(score, ranking.scoreUnit),
  }));
  return hits.sort((a, b) => b.score - a.score || compare(a.page.url, b.page.url));
}

/**
 * @param {Map<number, number>} scores
 * @param {Page[]} pages
 * @param {Ranking} ranking
 * @param {number} field
 * @param {number[]} matches page, frequency, page, frequency …
 */
function addScores(scores, pages, ranking, field, matches) {
  const { boost, b, average } = ranking.fields[field];
  const idf = Math.log(ranking.pages / (matches.length / 2 + 1)) + 1;
  for (let place = 0; place < matches.length; place += 2) {
    const number = matches[place];
    const frequency = matches[place + 1];
    const damping = ranking.k1 * (1 - b + (b * pages[number].lengths[field]) / average);
    const score = (boost * idf * frequency * (ranking.k1 + 1)) / (frequency + damping);
    scores.set(number, (scores.get(number) ?? 0) + score);
  }
}

/**
 * @param {number} score
 * @param {number} unit
 */
function round(score, unit) {
  return Math.floor(score * unit + 0.5) / unit;
}

/**
 * @param {string} a
 * @param {string} b
 */
function compare(a, b) {
  return a < b ? -1 : Number(a > b);
}
