/**
 * Hides the rows of a table whose name does not hold what someone types. What is typed stays in the field: never sent,
 * never kept. Without this script the field is not shown and the table is whole.
 */

// A screen reader hears the count once, not at every key.
const PAUSE = 400; // milliseconds
const MARK = /[\u0300-\u036f]/g;
const SEPARATOR = /[\s'’-]+/g;

/**
 * @param {string} text
 * @returns {string} as everybody types it: no capitals, no accents, hyphens and apostrophes as spaces
 */
export function fold(text) {
  return text.normalize('NFKD').replace(MARK, '').toLowerCase().replace(SEPARATOR, ' ').trim();
}

/**
 * @param {string} name
 * @param {string} typed
 * @returns {boolean} whether some word of the name starts with what was typed
 */
export function matches(name, typed) {
  return ` ${fold(name)}`.includes(` ${fold(typed)}`) || fold(typed) === '';
}

/**
 * @param {HTMLFormElement} form its texts come from data-text-*; its table follows it
 */
export function start(form) {
  const field = form.querySelector('input');
  const status = form.querySelector('[role=status]');
  const rows = /** @type {HTMLTableRowElement[]} */ ([...(form.nextElementSibling?.querySelectorAll('tbody tr') ?? [])]);
  if (!field || !status || rows.length === 0) return;

  const { textAll = '', textSome = '', textNone = '' } = form.dataset;
  let waiting = 0;

  function filter() {
    for (const row of rows) row.hidden = !matches(row.cells[0].textContent ?? '', field.value);
    const shown = rows.filter((row) => !row.hidden).length;
    const text = shown === rows.length ? textAll : shown === 0 ? textNone : textSome.replace('{n}', String(shown));
    clearTimeout(waiting);
    waiting = setTimeout(() => { status.textContent = text; }, PAUSE);
  }

  field.addEventListener('input', filter);
  form.addEventListener('submit', (event) => event.preventDefault());
  // Back from the exit address may show this page as it was left: whole, then.
  document.addEventListener('hub:leave', () => {
    form.reset();
    filter();
  });
  // A browser may bring back what was typed before the script came.
  if (field.value) filter();
}
