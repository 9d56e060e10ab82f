/** Fetches the files that plugins/search/export.py wrote; from this site only, each once. */

/** @typedef {import("./fold.js").Spelling} Spelling */
/** @typedef {import("./group.js").Rule} Rule */
/** @typedef {import("./score.js").Ranking} Ranking */

/**
 * @typedef {Spelling & {
 *   format: number, build: string, words: string[], tails: string[], terms: string[],
 *   rule: Rule, ranking: Ranking, pagesAFile: number, sectionsAFile: number, pages: number[],
 *   facets: {audiences: string[], kind: string}[], termFiles: number, filesAStart: number,
 * }} Collection
 */

/** The shape of the files that this script reads; FORMAT in plugins/search/export.py. */
export const FORMAT = 4;

/** Why search does not work: for the page to say so in words. */
export class SearchError extends Error {
  /**
   * @param {'missing' | 'broken' | 'version'} kind a file is not there, is cut short or no JSON, or
   *   is of another version than this script
   * @param {string} message for a developer
   */
  constructor(kind, message) {
    super(message);
    this.name = 'SearchError';
    this.kind = kind;
  }
}

/** The index, as far as it has been fetched. */
export class Files {
  /**
   * @param {URL} folder
   * @param {Collection} collection
   * @param {RequestCache} cache
   */
  constructor(folder, collection, cache) {
    this.folder = folder;
    this.collection = collection;
    this.cache = cache;
    /** @type {Map<string, Promise<any>>} */
    this.opened = new Map();
  }

  /**
   * @param {string} name
   * @returns {Promise<any>} the same one for the same file, as long as it did not fail
   */
  open(name) {
    let file = this.opened.get(name);
    if (!file) {
      file = fetchJson(new URL(name, this.folder), this.cache);
      this.opened.set(name, file);
      file.catch(() => this.opened.delete(name));
    }
    return file;
  }

  /**
   * @param {'words' | 'tails' | 'terms'} part
   * @param {string} key
   * @returns {number} the file of that part in which a key would stand; -1 for none
   */
  find(part, key) {
    return findPlace(this.collection[part], key, true) - 1;
  }
}

/**
 * @param {string | URL} address of the folder with collection.json
 * @param {boolean} [again] whether what the browser has cached may be what is broken
 * @returns {Promise<Files>}
 */
export async function openFiles(address, again = false) {
  const base = new URL(`${String(address).replace(/\/$/, '')}/`, globalThis.document?.baseURI);
  // This one names the folder of the others, so it must be of the newest build.
  const newest = new URL('collection.json', base);
  const collection = await fetchJson(newest, again ? 'reload' : 'no-cache');
  return new Files(new URL(`${collection.build}/`, base), collection, again ? 'reload' : 'default');
}

/**
 * @param {string[]} keys sorted
 * @param {string} key
 * @param {boolean} [after] whether to give the place behind an equal key
 * @returns {number} the place of the first key that does not come before this one
 */
export function findPlace(keys, key, after = false) {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keys[middle] < key || (after && keys[middle] === key)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * @param {URL} address
 * @param {RequestCache} cache
 */
async function fetchJson(address, cache) {
  const text = await fetchText(address, cache);
  const value = parse(text, address);
  if (value?.format !== FORMAT) {
    const found = value?.format;
    throw new SearchError('version', `${address} has format ${found}, this script reads ${FORMAT}.`);
  }
  return value;
}

/**
 * @param {URL} address
 * @param {RequestCache} cache
 */
async function fetchText(address, cache) {
  try {
    const response = await fetch(address, { cache });
    if (response.ok) return await response.text();
    throw new SearchError('missing', `${address} answered ${response.status}.`);
  } catch (error) {
    if (error instanceof SearchError) throw error;
    throw new SearchError('missing', `${address} did not come: ${error}`);
  }
}

/**
 * @param {string} text
 * @param {URL} address
 */
function parse(text, address) {
  try {
    return JSON.parse(text);
  } catch {
    throw new SearchError('broken', `${address} is cut short or no JSON.`);
  }
}
