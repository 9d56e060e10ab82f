/**
 * What the model of the costs gives for one municipality. Knows no page. The build does the same in plugins/costs/outcome.py.
 */

import { NOTHING, add, divide, findSpan, multiply, startsAtZero, subtract } from './cost-number.js';

/** @typedef {import('./cost-number.js').Span} Span */
/** @typedef {import('./cost-number.js').Limits} Limits */
/** @typedef {ReadonlyMap<string, Span>} Values by the id of a quantity; what nobody knows is not in it */
/** @typedef {{of: string, minus: string, times: string[], over: string[]}} Formula (of − minus) × times ÷ over */
/** @typedef {Formula & {id: string, name: string, measure: 'uren' | 'euro', phases: string[], rate: string}} Post */
/** @typedef {Limits & {id: string, atMost: string}} Quantity */

/**
 * @typedef {object} Model as plugins/costs/export.py writes it
 * @property {Record<string, string>} names
 * @property {Quantity[]} quantities
 * @property {{id: string, derived: (Formula & {id: string})[]}[]} sizes
 * @property {Post[]} posts
 */

/** @typedef {{post: Post, span: Span | null, worth: Span | null}} Line */

export const DECIMALS = { uren: 1, euro: 0 };

/**
 * @param {Model} model
 * @param {string} size how the municipality is counted
 * @param {string} phase
 * @param {Values} values
 * @returns {Line[]} every post of the phase
 */
export function computeOutcome(model, size, phase, values) {
  const known = findAllValues(model, size, values);
  return model.posts
    .filter((post) => post.phases.includes(phase))
    .map((post) => {
      const span = compute(post, known);
      const rate = known.get(post.rate);
      return { post, span, worth: span && rate ? multiply(span, rate) : null };
    });
}

/**
 * @param {Model} model
 * @param {string} size
 * @param {Values} values
 * @returns {Values} with those that follow from them
 */
export function findAllValues(model, size, values) {
  const known = new Map(values);
  for (const derived of model.sizes.find(({ id }) => id === size)?.derived ?? []) {
    const span = compute(derived, known);
    if (span) known.set(derived.id, span);
  }
  return known;
}

/**
 * @param {Formula} formula
 * @param {Values} values
 * @returns {Span | null} null where a part is unknown, or nothing can be divided
 */
export function compute({ of, minus, times, over }, values) {
  /** @param {string} name a quantity, or a number that stands for itself */
  const find = (name) => values.get(name) ?? findSpan(name);
  const start = find(of);
  const less = minus ? find(minus) : NOTHING;
  const factors = times.map(find);
  const divisors = over.map(find);
  if (!start || !less || !isKnown(factors) || !isKnown(divisors) || divisors.some(startsAtZero)) return null;
  return divisors.reduce(divide, factors.reduce(multiply, subtract(start, less)));
}

/**
 * @param {(Span | null)[]} spans
 * @returns {spans is Span[]}
 */
function isKnown(spans) {
  return spans.every(Boolean);
}

/**
 * @param {(Span | null)[]} spans
 * @returns {Span | null} the sum of those that are known
 */
export function sum(spans) {
  const known = spans.filter((span) => span !== null);
  return known.length ? known.reduce(add, NOTHING) : null;
}

/**
 * @param {Model} model
 * @param {Post} post
 * @param {string} size
 * @param {(name: string) => boolean} isUnknown whether a quantity has no value
 * @returns {string[]} what a reader would have to fill in for this post to count
 */
export function findMissing(model, post, size, isUnknown) {
  const derived = new Map(model.sizes.find(({ id }) => id === size)?.derived.map((one) => [one.id, one]));
  /** @param {Formula} formula @returns {string[]} */
  const names = ({ of, minus, times, over }) =>
    [of, minus, ...times, ...over].flatMap((name) => {
      const deeper = derived.get(name);
      return deeper ? names(deeper) : [name];
    });
  const asked = new Set(model.quantities.map(({ id }) => id));
  return [...new Set(names(post))].filter((name) => asked.has(name) && isUnknown(name));
}

/**
 * @param {Formula} formula
 * @param {Readonly<Record<string, string>>} names
 * @param {(name: string) => string} describe what stands behind a name: its value
 * @returns {string} the sum in words
 */
export function renderFormula({ of, minus, times, over }, names, describe) {
  /** @param {string} name */
  const say = (name) => (names[name] ? `${names[name]}${describe(name)}` : name);
  const first = minus ? `(${say(of)} − ${say(minus)})` : say(of);
  return [first, ...times.map((name) => ` × ${say(name)}`), ...over.map((name) => ` ÷ ${say(name)}`)].join('');
}
