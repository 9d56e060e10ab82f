/**
 * Search while typing, on the page of search. A visitor may be in danger, so the query lives in
 * memory only: it never enters the address, the history or any storage.
 */

import { load } from '../search/search.js';

/** @typedef {import("../search/search.js").Search} Search */
/** @typedef {import("../search/search.js").Answer} Answer */
/** @typedef {import("../search/search.js").Hit} Hit */

/** A reader of the screen hears the count once, when the typing pauses. */
const PAUSE_BEFORE_COUNT = 500;
const MOST_SHOWN = 10;

/**
 * @param {HTMLFormElement} form texts come from its data-text-* attributes
 */
export function start(form) {
  const field = /** @type {HTMLInputElement | null} */ (form.querySelector('input[type=search]'));
  const list = document.querySelector('[data-search-results]');
  const status = (form.closest('main') ?? document).querySelector('[role=status]');
  if (!field || !list || !status) return;

  // Else the browser keeps what was typed.
  field.autocomplete = 'off';
  const announce = makeAnnouncer(status);
  const open = makeOpener(form.dataset.index ?? '');
  const root = (form.dataset.root ?? '').replace(/\/$/, '');
  let latest = 0;

  async function update() {
    const query = field.value;
    const turn = (latest += 1);
    if (!query.trim()) {
      list.replaceChildren();
      announce('');
      return;
    }
    try {
      announce(form.dataset.textLoading ?? '', PAUSE_BEFORE_COUNT);
      const search = await open();
      const answer = await search.query(query, { prefix: true, limit: MOST_SHOWN });
      const items = await Promise.all(answer.hits.map((hit) => renderHit(hit, root)));
      if (turn === latest) show(answer, items);
    } catch (error) {
      console.error(error);
      open.forget();
      if (turn === latest) fail();
    }
  }

  /**
   * @param {Answer} answer
   * @param {HTMLLIElement[]} items
   */
  function show({ count }, items) {
    list.replaceChildren(...items);
    announce(renderCount(count, form.dataset), PAUSE_BEFORE_COUNT);
  }

  function fail() {
    list.replaceChildren();
    announce(form.dataset.textError ?? '');
  }

  function readFragment() {
    field.value = takeQueryFromAddress() ?? field.value;
    // Even without a fragment: people type before scripts run, and browsers restore fields.
    update();
  }

  field.addEventListener('focus', () => open().catch(() => {}));
  field.addEventListener('input', update);
  form.addEventListener('submit', (event) => {
    // Sending the form would put the query in the address.
    event.preventDefault();
    update();
  });
  // Back from the exit address may show this page as it was left: without the words, then.
  document.addEventListener('hub:leave', () => {
    field.value = '';
    update();
  });
  window.addEventListener('hashchange', readFragment);
  readFragment();
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
    opening ??= load(folder, { again }).catch((error) => {
      opening = undefined;
      again = true;
      throw error;
    });
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
    timer = window.setTimeout(() => {
      status.textContent = text;
    }, delay);
  };
}

/**
 * A link with #q= is made on demand only; its query is taken out of the address at once.
 *
 * @returns {string | undefined}
 */
function takeQueryFromAddress() {
  const { hash, pathname, search } = window.location;
  if (!hash.startsWith('#q=')) return undefined;
  window.history.replaceState(window.history.state, '', pathname + search);
  try {
    return decodeURIComponent(hash.slice('#q='.length));
  } catch {
    return '';
  }
}

/**
 * @param {Hit} hit
 * @param {string} root
 * @returns {Promise<HTMLLIElement>}
 */
async function renderHit({ url, plainTitle, readExcerpts }, root) {
  const link = document.createElement('a');
  link.href = root + url;
  link.textContent = plainTitle;
  const [excerpt] = await readExcerpts();
  const text = document.createElement('p');
  text.textContent = excerpt.map((piece) => piece.text).join('');
  const item = document.createElement('li');
  item.className = 'zoekresultaat';
  item.dataset.searchHit = '';
  item.append(link, text);
  return item;
}

/**
 * @param {number} count
 * @param {DOMStringMap} texts
 */
function renderCount(count, texts) {
  if (count === 0) return texts.textNone ?? '';
  if (count === 1) return texts.textCountOne ?? '';
  return (texts.textCountMany ?? '').replace('{n}', String(count));
}
