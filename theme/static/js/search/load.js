/** Fetches the index that plugins/search/export.py wrote; from this site only. */

/** @typedef {import("./query.js").WordTable} WordTable */
/** @typedef {import("./query.js").QueryRule} QueryRule */
/** @typedef {import("./score.js").Page} Page */
/** @typedef {import("./score.js").Ranking} Ranking */

/**
 * @typedef {object} Index
 * @property {Record<string, string>} letters
 * @property {QueryRule} rule
 * @property {Ranking} ranking
 * @property {WordTable} table
 * @property {number[][][]} postings per term, per field: page, frequency, page, frequency …
 * @property {Page[]} pages
 */

/** The shape of the files that this script reads; FORMAT in plugins/search/export.py. */
const FORMAT = 1;

/**
 * @param {string} folder address of the folder with collection.json
 * @param {boolean} [again] whether what the browser has cached may be what is broken
 * @returns {Promise<Index>} rejected where a file is missing, cut short or of another format
 */
export async function loadIndex(folder, again = false) {
  const base = new URL(`${folder.replace(/\/$/, '')}/`, document.baseURI);
  // This one names the others, so it must be of the newest build.
  const collection = await fetchJson(new URL('collection.json', base), again ? 'reload' : 'no-cache');
  if (collection.format !== FORMAT) {
    throw new Error(`The index has format ${collection.format}, this script reads ${FORMAT}.`);
  }
  const { letters, query, ranking, files } = collection;
  const names = [files.words, files.postings, files.pages];
  const [table, postings, pages] = await Promise.all(
    names.map((name) => fetchJson(new URL(name, base), again ? 'reload' : 'default')),
  );
  return { letters, rule: query, ranking, table, postings, pages };
}

/**
 * @param {URL} address
 * @param {RequestCache} cache
 */
async function fetchJson(address, cache) {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${address.pathname} answered ${response.status}.`);
  return response.json();
}
