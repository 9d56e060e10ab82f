/**
 * What a reader chose, as the fragment of a link, and back. It never holds what somebody typed: a municipality stands
 * in it only when it is one of the list.
 */

/**
 * @typedef {import('./compose.js').Texts} Texts
 * @typedef {import('./compose.js').Choices} Choices
 */

const START = '#keuze=';
const LONGEST = 2_000;

/**
 * @param {Choices} choices
 * @param {Texts} texts
 * @returns {string} a fragment
 */
export function writeFragment({ form, deadline, variants, municipality }, texts) {
  const parts = texts.delen.filter(({ id }) => variants.has(id)).map(({ id }) => `${id}.${variants.get(id)}`);
  const place = texts.gemeenten.includes(municipality) ? [encodeURIComponent(municipality)] : [];
  return START + [form, deadline, parts.join(','), ...place].join(';');
}

/**
 * @param {string} fragment
 * @param {Texts} texts
 * @returns {{choices: Choices, whole: boolean} | undefined} `whole` tells whether all of it was known; what is unknown
 *   is as at the start. Undefined when the fragment is another one.
 */
export function readFragment(fragment, texts) {
  if (!fragment.startsWith(START)) return undefined;
  const [form = '', deadline = '', parts = '', place = ''] = fragment.slice(START.length, LONGEST).split(';');
  const named = parts.split(',').filter(Boolean).map((part) => /** @type {[string, string]} */ (part.split('.', 2)));
  const known = named.filter(([id, variant]) => texts.delen.some((clause) => clause.id === id) && texts.varianten.includes(variant));
  const municipality = decode(place);
  const checks = {
    form: texts.vormen.some(({ id }) => id === form),
    deadline: texts.termijnen.some(({ id }) => id === deadline),
    variants: known.length === named.length,
    municipality: !place || texts.gemeenten.includes(municipality),
  };
  return {
    choices: {
      form: checks.form ? form : texts.begin.vorm,
      deadline: checks.deadline ? deadline : texts.begin.termijn,
      variants: new Map(known),
      municipality: checks.municipality ? municipality : '',
    },
    whole: Object.values(checks).every(Boolean),
  };
}

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
