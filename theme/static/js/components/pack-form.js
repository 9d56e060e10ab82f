/**
 * Has a pack filled in on this device. What someone types is never sent and never kept: it is in the fields, and in the
 * file that is made. Without this script the form is not shown and the pack is a plain link.
 */

import { fillPack, isSound, tidy } from './pack-fill.js';
import { canZip } from './pack-zip.js';

// Longer than a browser needs to take over the file, even when it first asks where to keep it.
const UNTIL_FORGOTTEN = 60_000; // milliseconds

/**
 * @param {HTMLFormElement} form its texts come from data-text-*, the pack from data-zip
 */
export function start(form) {
  const status = form.querySelector('[role=status]');
  const button = form.querySelector('button');
  if (!status || !button || !canZip()) return;

  const fields = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll('input[data-plek]')]);
  const { textBusy = '', textDone = '', textFailed = '', textNothing = '', textControl = '' } = form.dataset;

  // Who has left wants no file with their words among the downloads.
  let left = false;

  async function make() {
    left = false;
    const values = new Map(fields.map((field) => [field.dataset.plek ?? '', tidy(field.value)]));
    const wrong = fields.find((field) => !isSound(tidy(field.value)));
    for (const field of fields) field.setAttribute('aria-invalid', String(field === wrong));
    if (wrong) return refuse(wrong, textControl);
    if (![...values.values()].some(Boolean)) return refuse(fields[0], textNothing);
    say(textBusy);
    try {
      const pack = await fillPack(await fetchPack(form.dataset.zip ?? ''), values, split(form.dataset.leftOut));
      if (left) return;
      save(pack, form.dataset.name ?? '');
      say(textDone);
    } catch (error) {
      console.error(error);
      say(textFailed);
    }
  }

  /**
   * @param {HTMLInputElement} field
   * @param {string} text
   */
  function refuse(field, text) {
    say(text);
    field.focus();
  }

  /** @param {string} text */
  function say(text) {
    status.textContent = text;
  }

  form.addEventListener('submit', async (event) => {
    // Sending the form would leave this page.
    event.preventDefault();
    if (form.ariaBusy === 'true') return;
    form.ariaBusy = 'true';
    await make();
    form.ariaBusy = 'false';
  });
  // Back from the exit address may show this page as it was left: without the words, then.
  document.addEventListener('hub:leave', () => {
    left = true;
    form.reset();
    say('');
  });
  form.hidden = false;
}

/** @param {string} address */
async function fetchPack(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {string} name
 */
function save(bytes, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type: 'application/zip' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), UNTIL_FORGOTTEN);
}

/** @param {string | undefined} names */
function split(names) {
  return (names ?? '').split(' ').filter(Boolean);
}
