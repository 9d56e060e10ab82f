/** One page that was found, with its best sections. All texts become text nodes, never markup. */

/** @typedef {import("../search/search.js").Hit} Hit */
/** @typedef {import("../search/search.js").Section} Section */
/** @typedef {import("../search/excerpt.js").Excerpt} Excerpt */

/**
 * @param {Hit} hit
 * @param {string} root
 * @param {Map<string, string>} titles of pages by address, for the path
 * @returns {{item: HTMLLIElement, fill: () => Promise<boolean>}} `fill` fetches the excerpts; false
 *   if they did not come
 */
export function renderHit(hit, root, titles) {
  const { url, title, sections } = hit;
  const texts = sections.map(() => make('p', 'zoekresultaat__text'));
  const page = make(
    'div', '',
    make('h3', 'zoekresultaat__title', renderLink(root + url, title)),
    ...renderPath(url, titles),
    // The top of a page has no heading: its text stands right below the title.
    ...texts.filter((_, place) => sections[place].number === 0),
  );
  page.dataset.searchHit = '';
  const item = make('li', 'zoekresultaat', page, ...renderSections(sections, texts, root));
  return { item: /** @type {HTMLLIElement} */ (item), fill: () => fill(hit, texts) };
}

/**
 * @param {Section[]} sections
 * @param {HTMLElement[]} texts one for each
 * @param {string} root
 */
function renderSections(sections, texts, root) {
  const items = sections.flatMap(({ url, heading, number }, place) => {
    if (number === 0) return [];
    return [make('li', '', renderLink(root + url, heading), texts[place])];
  });
  return items.length ? [make('ul', 'zoekresultaat__sections', ...items)] : [];
}

/**
 * @param {Hit} hit
 * @param {HTMLElement[]} texts
 */
async function fill({ readExcerpts }, texts) {
  try {
    const excerpts = await readExcerpts();
    excerpts.forEach((excerpt, place) => texts[place].replaceChildren(...renderPieces(excerpt)));
    return true;
  } catch (error) {
    console.error(error);
    return false;
  }
}

/**
 * The titles of the pages above this one.
 *
 * @param {string} url
 * @param {Map<string, string>} titles
 */
function renderPath(url, titles) {
  const steps = url.split('/').slice(1, -2);
  const above = steps.map((_, place) => titles.get(`/${steps.slice(0, place + 1).join('/')}/`));
  const path = above.filter(Boolean).join(' › ');
  return path ? [make('p', 'zoekresultaat__path', path)] : [];
}

/**
 * @param {string} address
 * @param {Excerpt} name
 */
function renderLink(address, name) {
  const link = document.createElement('a');
  link.href = address;
  link.append(...renderPieces(name));
  return link;
}

/** @param {Excerpt} pieces */
function renderPieces(pieces) {
  return pieces.map(({ text, marked }) => (marked ? make('mark', '', text) : text));
}

/**
 * @param {string} tag
 * @param {string} name of its class, or ""
 * @param {...(Node | string)} content
 */
function make(tag, name, ...content) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...content);
  return element;
}
