/**
 * Works out hours and euros for one municipality, on this device. What someone types stays in the fields: never sent, never
 * kept, but in a file that they ask for. Without this script the form is not shown.
 */

import { renderCsv } from './cost-csv.js';
import { findInput, findTexts, readFields, showFaults } from './cost-fields.js';
import { computeOutcome } from './cost-model.js';
import { showLines, showList } from './cost-outcome.js';
import { listMissing, listRows, listSums, renderStatus } from './cost-report.js';

/** @typedef {import('./cost-report.js').State} State */
/** @typedef {import('./cost-fields.js').Say} Say */

// Who is still typing sees no fault and hears nothing; a screen reader tells the outcome once.
const PAUSE = 900; // milliseconds
// Who leaves a field by a click on a button must find the button where it was until the click is done.
const CLICK = 300; // milliseconds
// Longer than a browser needs to take over the file, even when it first asks where to keep it.
const UNTIL_FORGOTTEN = 60_000; // milliseconds

/**
 * @param {HTMLFormElement} form its texts come from data-text-*, the model from data-model
 */
export function start(form) {
  const model = JSON.parse(form.dataset.model ?? '');
  const say = findTexts(form);
  const status = /** @type {HTMLElement} */ (form.querySelector('[role=status]'));
  let waiting = 0;

  function calculate() {
    clearTimeout(waiting);
    const state = readState(form, model, say);
    showFaults(form, model, state.size, state);
    showOutcome(form, state, say);
    return state;
  }

  function calculateAndAnnounce() {
    const state = calculate();
    const text = renderStatus(state, say);
    if (status.textContent !== text) status.textContent = text;
    return state;
  }

  /** @param {number} pause */
  function announceAfter(pause) {
    clearTimeout(waiting);
    waiting = setTimeout(calculateAndAnnounce, pause);
  }

  form.addEventListener('input', () => announceAfter(PAUSE));
  form.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLSelectElement) calculate();
    announceAfter(CLICK);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault(); // sending the form would leave this page
    showNext(form, calculateAndAnnounce());
  });
  onClick(form, 'csv', (button) => save(renderCsv(listRows(calculateAndAnnounce(), say)), button.dataset.name ?? ''));
  onClick(form, 'print', () => {
    calculateAndAnnounce();
    printOutcome(form);
  });
  onClick(form, 'reset', () => {
    form.reset();
    calculateAndAnnounce();
  });
  // Back from the exit address may show this page as it was left: without the words, then.
  document.addEventListener('hub:leave', () => {
    form.reset();
    calculate();
    status.textContent = '';
  });
  // A browser may bring back what was typed before the script came.
  calculate();
  form.hidden = false;
}

/**
 * @param {HTMLFormElement} form
 * @param {import('./cost-model.js').Model} model
 * @param {Say} say
 * @returns {State}
 */
function readState(form, model, say) {
  const [size, phase] = ['size', 'phase'].map((name) =>
    /** @type {HTMLSelectElement} */ (form.querySelector(`[data-choice="${name}"]`)));
  const reading = readFields(form, model, size.value, say);
  const lines = computeOutcome(model, size.value, phase.value, reading.values);
  return { ...reading, model, size: size.value, phase: phase.selectedOptions[0].text, lines };
}

/**
 * @param {HTMLFormElement} form
 * @param {State} state
 * @param {Say} say
 */
function showOutcome(form, state, say) {
  const find = (/** @type {string} */ name) => /** @type {HTMLElement} */ (form.querySelector(`[data-${name}]`));
  find('phase').textContent = state.phase;
  showLines(form, state.lines);
  showList(find('left-out'), listMissing(state, say));
  showList(find('formulas'), listSums(state));
}

/**
 * Leads to the first field to mend, or else to the outcome.
 * @param {HTMLFormElement} form
 * @param {State} state
 */
function showNext(form, { faults }) {
  const [first] = faults.keys();
  const field = first === undefined ? null : findInput(form, first);
  const folded = field?.closest('details');
  if (folded) folded.open = true;
  (field ?? /** @type {HTMLElement} */ (form.querySelector('.cost-outcome h3'))).focus();
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 * @param {(button: HTMLElement) => void} act
 */
function onClick(form, name, act) {
  const button = /** @type {HTMLElement | null} */ (form.querySelector(`[data-action=${name}]`));
  button?.addEventListener('click', () => act(button));
}

/**
 * Paper shows what is open, and of this page the outcome alone.
 * @param {HTMLFormElement} form
 */
function printOutcome(form) {
  const sums = /** @type {HTMLDetailsElement} */ (form.querySelector('[data-formulas]'));
  const wasOpen = sums.open;
  sums.open = true;
  document.body.dataset.print = 'kosten';
  window.print();
  delete document.body.dataset.print;
  sums.open = wasOpen;
}

/**
 * @param {string} text
 * @param {string} name
 */
function save(text, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), UNTIL_FORGOTTEN);
}
