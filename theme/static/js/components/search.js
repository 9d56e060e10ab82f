/**
 * Search while typing, on the page of search. A visitor may be in danger, so the query lives in
 * memory only: it never enters the address, the history or any storage.
 */

import { loadIndex } from '../search/load.js';
import { findTerms } from '../search/query.js';
import { rankPages } from '../search/score.js';

/** @typedef {import("../search/load.js").Index} Index */
/** @typedef {import("../search/score.js").Hit} Hit */

/** A reader of the screen hears the count once, when the typing pauses. */
const PAUSE_BEFORE_COUNT = 500;
const MOST_SHOWN = 50;

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
      const index = await open();
      if (turn === latest) show(index, query);
    } catch (error) {
      console.error(error);
      if (turn === latest) fail();
    }
  }

  /**
   * @param {Index} index
   * @param {string} query
   */
  function show(index, query) {
    const hits = rankPages(index, findTerms(index, query));
    const root = (form.dataset.root ?? '').replace(/\/$/, '');
    list.replaceChildren(...hits.slice(0, MOST_SHOWN).map((hit) => renderHit(hit, root)));
    announce(renderCount(hits.length, form.dataset), PAUSE_BEFORE_COUNT);
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
 * @returns {() => Promise<Index>}
 */
function makeOpener(folder) {
  /** @type {Promise<Index> | undefined} */
  let opening;
  let again = false;
  return () => {
    opening ??= loadIndex(folder, again).catch((error) => {
      opening = undefined;
      again = true;
      throw error;
    });
    return opening;
  };
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
 */
function renderHit({ page }, root) {
  const link = document.createElement('a');
  link.href = root + page.url;
  link.textContent = page.title;
  const summary = document.createElement('p');
  summary.textContent = page.summary;
  const item = document.createElement('li');
  item.className = 'zoekresultaat';
  item.dataset.searchHit = '';
  item.append(link, summary);
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
