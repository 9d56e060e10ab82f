/**
 * The field on top of a page, with what is found below it, over the page. Nothing typed gets into an
 * address: results come to the page that somebody is on. It is fetched when the field gets the focus.
 */

import { start as startSearch } from './search.js';

/**
 * @param {HTMLFormElement} form
 */
export function start(form) {
  const field = form.querySelector('input');
  const panel = openPanel();
  if (!field || !panel) return;

  startSearch(form, panel);
  const show = () => { panel.hidden = !field.value.trim(); };
  const hide = () => { panel.hidden = true; };
  const close = () => {
    field.focus();
    hide();
  };
  field.addEventListener('input', show);
  field.addEventListener('focus', show);
  // Behind the search itself, which empties the field.
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
  });
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
  panel.querySelector('[data-search-close]')?.addEventListener('click', close);
  // What lies below the list must not get the focus unseen.
  document.addEventListener('focusin', ({ target }) => {
    const isInside = target instanceof Node && (form.contains(target) || panel.contains(target));
    if (!isInside) hide();
  });
  document.addEventListener('hub:leave', hide);
  show();
}

/** @returns {HTMLElement | null} the panel, put where its template stands */
function openPanel() {
  const template = document.querySelector('template[data-search-panel]');
  if (!(template instanceof HTMLTemplateElement)) return null;
  template.replaceWith(template.content);
  return document.querySelector('.search-panel');
}
