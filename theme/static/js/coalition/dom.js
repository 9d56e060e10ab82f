/** A text as elements, and on to the clipboard and to the downloads. What somebody typed is only ever text. */

import { isItem } from './compose.js';

/** @typedef {import('./compose.js').Block} Block */

// Longer than a browser needs to take over the file, even when it first asks where to keep it.
const UNTIL_FORGOTTEN = 60_000; // milliseconds

/**
 * @param {Block[]} blocks
 * @param {string} [heading] the tag of a heading
 * @returns {HTMLElement[]}
 */
export function makeElements(blocks, heading = 'h3') {
  /** @type {HTMLElement[]} */
  const elements = [];
  blocks.forEach(({ soort, tekst }, index) => {
    if (isItem(soort)) {
      if (blocks[index - 1]?.soort !== soort) elements.push(document.createElement(soort === 'punt' ? 'ul' : 'ol'));
      elements[elements.length - 1].append(makeElement('li', tekst));
    } else {
      elements.push(makeElement(soort === 'kop' ? heading : 'p', tekst));
    }
  });
  return elements;
}

/**
 * @param {string} tag
 * @param {string} text
 */
export function makeElement(tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

/**
 * @param {string} plain
 * @param {HTMLElement[]} [rich] the same with its markup
 * @returns {Promise<boolean>} whether the browser allowed it
 */
export async function copy(plain, rich) {
  try {
    if (!rich) await navigator.clipboard.writeText(plain);
    else {
      const html = rich.map((element) => element.outerHTML).join('');
      await navigator.clipboard.write([new ClipboardItem({
        'text/plain': new Blob([plain], { type: 'text/plain' }), 'text/html': new Blob([html], { type: 'text/html' }),
      })]);
    }
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {BlobPart} data
 * @param {string} type
 * @param {string} name
 */
export function save(data, type, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([data], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), UNTIL_FORGOTTEN);
}

/**
 * A browser takes long to lay out a field of megabytes, at each key; so what is too long does not get in.
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 * @param {number} longest characters
 * @param {(count: number) => void} tell gets the number there would have been
 */
export function keepShort(field, longest, tell) {
  field.addEventListener('beforeinput', (given) => {
    const event = /** @type {InputEvent} */ (given);
    const added = (event.data ?? event.dataTransfer?.getData('text/plain') ?? '').length;
    const chosen = (field.selectionEnd ?? 0) - (field.selectionStart ?? 0);
    const count = field.value.length - chosen + added;
    if (!added || count <= longest) return;
    event.preventDefault();
    tell(count);
  });
}

/**
 * @param {string | undefined} address
 * @returns {Promise<any>}
 */
export async function fetchData(address) {
  const answer = await fetch(address ?? '');
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

/**
 * @param {string | undefined} text with names between braces
 * @param {Record<string, string | number>} values
 */
export function say(text, values = {}) {
  return (text ?? '').replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
}
