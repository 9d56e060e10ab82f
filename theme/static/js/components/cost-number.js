/**
 * Exact numbers from low to high, in Dutch notation: fractions of whole numbers, never a float. The build has the same in
 * plugins/costs/span.py; one table of cases (tests/costs/cases.json) holds both to it.
 */

/** @typedef {{over: bigint, under: bigint}} Fraction `under` is above zero */
/** @typedef {{low: Fraction, high: Fraction}} Span what lies between two numbers; for one number both are that */

const LONGEST = 40; // signs: more is a slip of the keyboard, or something pasted
// Full stops between thousands or nowhere, a comma before decimals; a hyphen may be the minus sign.
const NUMBER = /^([-−])?(0|[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]*)(?:,([0-9]+))?$/;
const RANGE = /^([^–]+?)(?: ?[–-] ?| tot )([0-9][0-9.,]*)$/;
// A comma before three digits: more likely thousands in English notation than a decimal.
const ENGLISH = /^(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+\.[0-9]+)$/;

/** @type {Fraction} */
const ZERO = { over: 0n, under: 1n };
/** @type {Span} */
export const NOTHING = { low: ZERO, high: ZERO };

/**
 * @param {string} text such as 1.500, € 85,50, 2–3 or 2 tot 3
 * @returns {Span | null}
 */
export function findSpan(text) {
  if (text.length > LONGEST) return null;
  const plain = tidy(text).replace(/^€/, '').trim();
  const value = findNumber(plain);
  if (value) return { low: value, high: value };
  const [, before = '', after = ''] = RANGE.exec(plain) ?? [];
  const [low, high] = [findNumber(before), findNumber(after)];
  return low && high ? { low, high } : null;
}

/**
 * @param {string} text
 * @returns {Fraction | null}
 */
function findNumber(text) {
  const match = NUMBER.exec(text);
  if (!match) return null;
  const [, sign, whole, digits = ''] = match;
  const over = BigInt(whole.replaceAll('.', '') + digits);
  return { over: sign ? -over : over, under: 10n ** BigInt(digits.length) };
}

/** @param {string} text */
function tidy(text) {
  return text.replace(/\s+/g, ' ').trim();
}

/** @param {string} text */
function countDecimals(text) {
  return Math.max(0, ...[...text.matchAll(/,([0-9]+)/g)].map(([, digits]) => digits.length));
}

/** @param {Fraction} a @param {Fraction} b */
const isLess = (a, b) => a.over * b.under < b.over * a.under;
/** @param {Fraction} a @param {Fraction} b @returns {Fraction} */
const plus = (a, b) => ({ over: a.over * b.under + b.over * a.under, under: a.under * b.under });
/** @param {Fraction} a @param {Fraction} b @returns {Fraction} */
const times = (a, b) => ({ over: a.over * b.over, under: a.under * b.under });

/** @param {Fraction} a @param {Fraction} b @returns {Fraction} what is left; never less than nothing */
function minus(a, b) {
  const left = plus(a, { over: -b.over, under: b.under });
  return left.over < 0n ? ZERO : left;
}

/** @param {Fraction} a @returns {Fraction} */
const inverse = (a) => ({ over: a.under, under: a.over });

/** @param {Span} a @param {Span} b @returns {Span} */
export const add = (a, b) => ({ low: plus(a.low, b.low), high: plus(a.high, b.high) });
/** @param {Span} a @param {Span} b @returns {Span} */
export const subtract = (a, b) => ({ low: minus(a.low, b.high), high: minus(a.high, b.low) });
/** @param {Span} a @param {Span} b @returns {Span} */
export const multiply = (a, b) => ({ low: times(a.low, b.low), high: times(a.high, b.high) });
/** @param {Span} a @param {Span} b above zero @returns {Span} */
export const divide = (a, b) => multiply(a, { low: inverse(b.high), high: inverse(b.low) });
/** @param {Span} span */
export const startsAtZero = (span) => span.low.over === 0n;

/**
 * @typedef {object} Limits of what may stand in a field
 * @property {string} least
 * @property {string} most
 * @property {number} decimals
 */

/**
 * @param {string} text not empty
 * @param {Limits} limits
 * @returns {'' | 'engels' | 'getal' | 'omgekeerd' | 'klein' | 'groot' | 'geheel' | 'decimalen'} what is wrong with it
 */
export function findFault(text, { least, most, decimals }) {
  if (text.length > LONGEST) return 'getal';
  const span = findSpan(text);
  const precise = countDecimals(text) > decimals;
  if (ENGLISH.test(text.trim()) && (!span || precise)) return 'engels';
  if (!span) return 'getal';
  const [bottom, top] = [findSpan(least) ?? NOTHING, findSpan(most) ?? NOTHING];
  if (isLess(span.low, bottom.low)) return 'klein';
  if (isLess(top.high, span.low) || isLess(top.high, span.high)) return 'groot';
  if (isLess(span.high, span.low)) return 'omgekeerd';
  if (!precise) return '';
  return decimals ? 'decimalen' : 'geheel';
}

/** @param {Span} a @param {Span} b */
export const isBeyond = (a, b) => isLess(b.high, a.high);

/**
 * @param {Span} span
 * @param {number} decimals at most
 * @returns {string} each end rounded, a half upwards: 364–392,7
 */
export function renderSpan(span, decimals) {
  const [low, high] = [render(span.low, decimals), render(span.high, decimals)];
  return low === high ? low : `${low}–${high}`;
}

/**
 * @param {Fraction} value not below zero
 * @param {number} decimals
 */
function render({ over, under }, decimals) {
  const scale = 10n ** BigInt(decimals);
  const rounded = (over * scale * 2n + under) / (under * 2n);
  const whole = String(rounded / scale).replace(/\B(?=(?:[0-9]{3})+$)/g, '.');
  const digits = String(rounded % scale).padStart(decimals, '0');
  return rounded % scale ? `${whole},${digits}` : whole;
}

/**
 * @param {Fraction} part
 * @param {Fraction} whole
 * @returns {number} a share between 0 and 100, to draw with
 */
export function findShare(part, whole) {
  if (whole.over === 0n) return 0;
  return Number((part.over * whole.under * 100_000n) / (part.under * whole.over)) / 1000;
}

/** @param {Fraction} a @param {Fraction} b */
export const larger = (a, b) => (isLess(a, b) ? b : a);
