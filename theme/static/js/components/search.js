/**
 * Search while typing. A visitor may be in danger, so the query lives in memory only: it never
 * enters the address, the history or any storage. Words of the query get into the page as text.
 */

import { load } from '../search/search.js';
import { makeFacets } from './search-facets.js';
import { renderHit } from './search-hit.js';
import { makeLinkMaker, takeQueryFromAddress } from './search-link.js';

/** @typedef {import("../search/search.js").Search} Search */
/** @typedef {import("../search/search.js").Answer} Answer */

/** A reader of the screen hears the count once, when the typing pauses. */
const PAUSE_BEFORE_COUNT = 500;
/** Texts mostly come within this; then a hit is shown whole, and nothing moves. */
const WAIT_FOR_TEXTS = 120;
const SHOWN_AT_ONCE = 10;

/**
 * @param {HTMLFormElement} form sentences come from its data-text-* attributes
 * @param {ParentNode} [scope] what holds the list and all that belongs to it
 */
export function start(form, scope = form.closest('main') ?? document) {
  const field = /** @type {HTMLInputElement | null} */ (form.querySelector('input[type=search]'));
  const list = scope.querySelector('[data-search-results]');
  const status = scope.querySelector('[role=status]');
  if (!field || !list || !status) return;

  const texts = form.dataset;
  const root = (texts.root ?? '').replace(/\/$/, '');
  const parts = findParts(scope);
  const announce = makeAnnouncer(status);
  const open = makeOpener(texts.index ?? '');
  const facets = makeFacets(parts.facets, () => update());
  const link = makeLinkMaker(parts.link, `${root}/zoeken/`, () => field.value);
  const titles = findTitles(root);
  let limit = SHOWN_AT_ONCE;
  let latest = 0;

  /** @returns {Promise<boolean>} whether what is shown now belongs to this call */
  async function update() {
    const turn = (latest += 1);
    link.forget();
    if (!field.value.trim()) {
      clear();
      announce('');
      return true;
    }
    announce(texts.textLoading ?? '', PAUSE_BEFORE_COUNT);
    try {
      const answer = await ask(field.value);
      const drawn = answer.hits.map((hit) => renderHit(hit, root, titles));
      const filled = Promise.all(drawn.map((hit) => hit.fill()));
      await Promise.race([filled, wait(WAIT_FOR_TEXTS)]);
      if (turn !== latest) return false;
      show(answer, drawn.map(({ item }) => item));
      filled.then((whole) => {
        if (turn === latest) parts.textless.hidden = !whole.includes(false);
      });
    } catch (error) {
      console.error(error);
      if (turn === latest) fail(error);
    }
    return turn === latest;
  }

  /**
   * Once more after a failure: a new build of the site takes the files of the old one away.
   *
   * @param {string} query
   * @returns {Promise<Answer>}
   */
  async function ask(query) {
    const options = { prefix: true, limit, facets: facets.read() };
    try {
      return await (await open()).query(query, options);
    } catch {
      open.forget();
    }
    try {
      return await (await open()).query(query, options);
    } catch (error) {
      open.forget();
      throw error;
    }
  }

  /**
   * @param {Answer} answer
   * @param {HTMLLIElement[]} items
   */
  function show(answer, items) {
    clear();
    list.replaceChildren(...items);
    parts.cut.hidden = !answer.cut;
    showNames(parts.also, answer.alsoSearched);
    showMeant(parts.meant, answer.didYouMean);
    facets.show(answer.facets);
    parts.link.hidden = answer.empty;
    // Where a choice leaves nothing, another choice is the way on.
    const isFound = Object.keys(answer.facets.kinds).length > 0;
    parts.ways.hidden = isFound;
    showMore(parts.more, answer.count - items.length, texts);
    announce(renderCount(answer, texts), PAUSE_BEFORE_COUNT);
  }

  /** @param {unknown} error */
  function fail(error) {
    clear();
    parts.ways.hidden = false;
    const { kind } = /** @type {{kind?: string}} */ (error);
    announce((kind === 'version' && texts.textErrorVersion) || (texts.textError ?? ''));
  }

  /** Nothing of an earlier query stays, not in what is hidden either. */
  function clear() {
    list.replaceChildren();
    for (const part of Object.values(parts)) part.hidden = true;
    showNames(parts.also, []);
    showMeant(parts.meant, '');
  }

  function search() {
    limit = SHOWN_AT_ONCE;
    return update();
  }

  /** @param {string} query */
  function searchFor(query) {
    field.value = query;
    field.focus();
    search();
  }

  async function showNextHits() {
    const seen = list.children.length;
    limit += SHOWN_AT_ONCE;
    // The button may be gone: who used it goes on at the first hit that it brought.
    if (await update()) list.children[seen]?.querySelector('a')?.focus();
  }

  function readFragment() {
    field.value = takeQueryFromAddress() ?? field.value;
    // Even without a fragment: people type before scripts run, and browsers restore fields.
    search();
  }

  function forget() {
    field.value = '';
    facets.reset();
    search();
  }

  // Else the browser keeps what was typed.
  field.autocomplete = 'off';
  field.addEventListener('focus', () => open().catch(() => {}));
  field.addEventListener('input', search);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') forget();
  });
  form.addEventListener('submit', async (event) => {
    // Sending the form would put the query in the address.
    event.preventDefault();
    if (await search()) list.querySelector('a')?.focus();
  });
  findButton(parts.meant)?.addEventListener('click', (event) => {
    searchFor(/** @type {HTMLElement} */ (event.currentTarget).textContent ?? '');
  });
  findButton(parts.more)?.addEventListener('click', showNextHits);
  // Back from the exit address may show this page as it was left: without the words, then.
  document.addEventListener('hub:leave', forget);
  window.addEventListener('hashchange', readFragment);
  readFragment();
}

/**
 * What a page may have around its list; for what it has not, an element that nobody sees.
 *
 * @param {ParentNode} scope
 */
function findParts(scope) {
  /** @param {string} name */
  const find = (name) => /** @type {HTMLElement} */ (
    scope.querySelector(`[data-search-${name}]`) ?? document.createElement('div'));
  return {
    cut: find('cut'),
    also: find('also'),
    meant: find('meant'),
    textless: find('textless'),
    facets: find('facets'),
    more: find('more'),
    ways: find('ways'),
    link: find('link'),
  };
}

/** @param {HTMLElement} part */
function findButton(part) {
  return part.querySelector('button');
}

/**
 * The titles of the pages that the page of search lists, for the path above a hit.
 *
 * @param {string} root
 * @returns {Map<string, string>} by address from the root of the site
 */
function findTitles(root) {
  const links = document.querySelectorAll('[aria-labelledby=hub-alle-paginas] a');
  return new Map([...links].map((link) => [
    (link.getAttribute('href') ?? '').slice(root.length), link.textContent ?? '']));
}

/**
 * The index is fetched once, and again after a failure.
 *
 * @param {string} folder
 * @returns {{(): Promise<Search>, forget: () => void}} forget what it holds: a file of it was broken
 */
function makeOpener(folder) {
  /** @type {Promise<Search> | undefined} */
  let opening;
  let again = false;
  const open = () => {
    opening ??= load(folder, { again });
    return opening;
  };
  open.forget = () => {
    opening = undefined;
    again = true;
  };
  return open;
}

/**
 * @param {Element} status
 * @returns {(text: string, delay?: number) => void} the last text wins
 */
function makeAnnouncer(status) {
  let timer = 0;
  return (text, delay = 0) => {
    window.clearTimeout(timer);
    if (!delay) status.textContent = text;
    else timer = window.setTimeout(() => { status.textContent = text; }, delay);
  };
}

/** @param {number} time in milliseconds */
function wait(time) {
  return new Promise((resolve) => { window.setTimeout(resolve, time); });
}

/**
 * @param {HTMLElement} part its last element takes the names
 * @param {string[]} names
 */
function showNames(part, names) {
  part.hidden = names.length === 0;
  part.lastElementChild?.replaceChildren(names.join(', '));
}

/**
 * @param {HTMLElement} part
 * @param {string} query
 */
function showMeant(part, query) {
  part.hidden = !query;
  findButton(part)?.replaceChildren(query);
}

/**
 * @param {HTMLElement} part
 * @param {number} left how many are not shown yet
 * @param {DOMStringMap} texts
 */
function showMore(part, left, texts) {
  part.hidden = left <= 0;
  const number = String(Math.min(left, SHOWN_AT_ONCE));
  findButton(part)?.replaceChildren((texts.textMore ?? '').replace('{n}', number));
}

/**
 * @param {Answer} answer
 * @param {DOMStringMap} texts
 */
function renderCount({ count, empty, facets }, texts) {
  if (empty && texts.textEmpty) return texts.textEmpty;
  const chosen = Object.keys(facets.kinds).length > 0;
  if (count === 0) return (chosen && texts.textNoneChosen) || (texts.textNone ?? '');
  if (count === 1) return texts.textCountOne ?? '';
  return (texts.textCountMany ?? '').replace('{n}', String(count));
}
