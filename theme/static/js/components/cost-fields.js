/**
 * The fields of the calculator: reads what stands in them, and shows what is wrong beside each.
 */

import { findFault, findSpan, isBeyond, renderSpan } from './cost-number.js';

/** @typedef {import('./cost-model.js').Model} Model */
/** @typedef {import('./cost-model.js').Values} Values */
/** @typedef {(name: string, parts?: Record<string, string>) => string} Say a text of the form, by the name of its data-text-* */
/** @typedef {{values: Values, faults: Map<string, string>}} Reading `faults` by the id of the quantity, in words */

/**
 * @param {HTMLElement} form
 * @returns {Say}
 */
export function findTexts(form) {
  return (name, parts = {}) => {
    const text = form.dataset[`text${name[0].toUpperCase()}${name.slice(1)}`] ?? '';
    return text.replace(/\{(\w+)\}/g, (_, part) => parts[part] ?? '');
  };
}

/**
 * A field for another way to count is out of sight, and its value out of the sums.
 * @param {Model} model
 * @param {string} size
 * @param {string} id
 */
const isAsked = (model, size, id) => id === size || !model.sizes.some((one) => one.id === id);

/**
 * @param {HTMLElement} form
 * @param {string} id
 * @returns {HTMLElement | null} the box of a field
 */
const findBox = (form, id) => form.querySelector(`[data-field="${id}"]`);

/**
 * @param {HTMLElement} form
 * @param {string} id
 */
export const findInput = (form, id) => findBox(form, id)?.querySelector('input') ?? null;

/**
 * @param {HTMLElement} form
 * @param {Model} model
 * @param {string} size
 * @param {Say} say
 * @returns {Reading}
 */
export function readFields(form, model, size, say) {
  const values = new Map();
  const faults = new Map();
  for (const quantity of model.quantities.filter(({ id }) => isAsked(model, size, id))) {
    const text = findInput(form, quantity.id)?.value ?? '';
    if (!text.trim()) continue;
    const fault = findFault(text, quantity);
    if (fault) faults.set(quantity.id, say(fault, { ...quantity, decimals: String(quantity.decimals) }));
    else values.set(quantity.id, findSpan(text));
  }
  for (const { id, atMost } of model.quantities) {
    const [own, most] = [values.get(id), values.get(atMost)];
    if (!own || !most || !isBeyond(own, most)) continue;
    faults.set(id, say('boven', { name: model.names[atMost], value: renderSpan(most, 2) }));
    values.delete(id);
  }
  return { values, faults };
}

/**
 * @param {HTMLElement} form
 * @param {Model} model
 * @param {string} size
 * @param {Reading} reading
 */
export function showFaults(form, model, size, { faults }) {
  for (const { id } of model.quantities) {
    const box = findBox(form, id);
    if (!box) continue;
    const fault = faults.get(id) ?? '';
    const place = box.querySelector('.form-fault');
    box.hidden = !isAsked(model, size, id);
    if (place && place.textContent !== fault) place.textContent = fault;
    box.querySelector('input')?.setAttribute('aria-invalid', String(Boolean(fault)));
  }
}
