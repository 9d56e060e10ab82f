/** A link to a query, made only when somebody asks for it; and what is done when one arrives. */

const START = '#q=';

/**
 * @param {HTMLElement} part with a button and, hidden, a field to copy from
 * @param {string} page the address of the page of search
 * @param {() => string} readQuery
 * @returns {{forget: () => void}}
 */
export function makeLinkMaker(part, page, readQuery) {
  const field = part.querySelector('input');
  const box = field?.closest('[hidden]');
  const forget = () => {
    if (!field || !(box instanceof HTMLElement)) return;
    field.value = '';
    box.hidden = true;
  };
  part.querySelector('button')?.addEventListener('click', () => {
    if (!field || !(box instanceof HTMLElement)) return;
    field.value = new URL(page + START + encodeURIComponent(readQuery().trim()), document.baseURI).href;
    box.hidden = false;
    field.focus();
    field.select();
  });
  return { forget };
}

/**
 * The query in the address is taken out of it at once.
 *
 * @returns {string | undefined}
 */
export function takeQueryFromAddress() {
  const { hash, pathname, search } = window.location;
  if (!hash.startsWith(START)) return undefined;
  window.history.replaceState(window.history.state, '', pathname + search);
  try {
    return decodeURIComponent(hash.slice(START.length));
  } catch {
    return '';
  }
}
