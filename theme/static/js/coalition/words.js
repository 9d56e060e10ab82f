/**
 * A text as sentences of words, and the forms of words that are sought in it. Knows nothing of what they mean.
 *
 * A word keeps its place in the text, also when a line broke inside it. Everything here takes a time that grows with
 * the length of the text and no faster.
 */

/**
 * @typedef {{form: string, start: number, end: number}} Word `form` is folded; the places count in the text
 * @typedef {{words: Word[], parts: number[], start: number, end: number, paragraph: number}} Sentence `parts` holds
 *   for each word the number of the part of the sentence that it stands in
 */

const LONGEST_LINE = 1_500; // characters after which a text without full stops is cut into sentences all the same
const PIECE = new RegExp([
  /(?<word>[\p{L}\p{N}\u00AD]+(?:(?:['’‑-]|-[ \t]*\r?\n[ \t]*(?=\p{Ll}))[\p{L}\p{N}\u00AD]+)*|%)/,
  /(?<gap>\r?\n[ \t]*(?:\r?\n[ \t]*)+)/,
  /(?<item>\r?\n[ \t]*(?:[-*•–●▪◦][ \t]|(?:\d{1,2}|[ivxIVX]{1,4}|[a-z])[.)][ \t]))/,
  /(?<stop>[.!?;]+(?=["'”’)\]]*(?:\s|$)))/,
  /(?<part>[,:()–—])/,
].map((piece) => piece.source).join('|'), 'gu');
const SHORT = new Set(['bijv', 'bv', 'ca', 'art', 'dhr', 'mevr', 'nr', 'incl', 'excl', 'resp', 'evt', 'mr', 'dr', 'nl', 'o.a']);
const JOINTS = new Set(['maar', 'want', 'terwijl', 'zodat', 'omdat', 'hoewel']);
// Behind "en" these begin something of their own; other words may still belong to what stands before it.
const AFTER_AND = new Set(['wat', 'welke', 'wie', 'hoe', 'of', 'dat', 'waarom', 'wij', 'we', 'zij', 'ze', 'het', 'daarom']);

/** @param {string} text */
export function fold(text) {
  return text.normalize('NFD').replace(/[\p{M}\u00AD]/gu, '').replace(/-\s+/g, '').replace(/[’]/g, "'").replace(/‑/g, '-').toLowerCase();
}

/**
 * @param {string} text
 * @returns {Generator<Sentence>} in the order of the text
 */
export function* findSentences(text) {
  let paragraph = 0;
  let sentence = open(0, paragraph);
  let part = 0;
  for (const match of text.matchAll(PIECE)) {
    const { word, gap, item, stop } = /** @type {Record<string, string | undefined>} */ (match.groups);
    const end = match.index + match[0].length;
    if (word) {
      const form = fold(word);
      if (!sentence.words.length) sentence.start = match.index;
      if (JOINTS.has(form) || (AFTER_AND.has(form) && sentence.words.at(-1)?.form === 'en')) part += 1;
      sentence.words.push({ form, start: match.index, end });
      sentence.parts.push(part);
      sentence.end = end;
      if (end - sentence.start < LONGEST_LINE) continue;
    } else if (stop && isShort(sentence, stop)) {
      continue;
    } else if (!gap && !item && !stop) {
      part += 1;
      continue;
    }
    if (sentence.words.length) yield sentence;
    // What stands in one list belongs together, as what stands in one paragraph does.
    if (gap && !/^[-*•–●▪◦]/.test(text.slice(end, end + 1))) paragraph += 1;
    sentence = open(end, paragraph);
    part = 0;
  }
  if (sentence.words.length) yield sentence;
}

/**
 * @param {number} start
 * @param {number} paragraph
 * @returns {Sentence}
 */
function open(start, paragraph) {
  return { words: [], parts: [], start, end: start, paragraph };
}

/**
 * A full stop behind an abbreviation or a number does not end the sentence.
 * @param {Sentence} sentence
 * @param {string} stop
 */
function isShort(sentence, stop) {
  const last = sentence.words.at(-1)?.form ?? '';
  return stop === '.' && (SHORT.has(last) || /^[a-z]$/.test(last) || (/^\d{1,2}$/.test(last) && sentence.words.length === 1));
}

/**
 * @typedef {{choices: string[], gap: boolean}} Element a word of a form; `gap` when others may stand before it
 * @typedef {{group: string, elements: Element[]}} Form
 */

const GAP = '…';
const WIDEST_GAP = 6;

/**
 * @param {string} group
 * @param {string} written
 * @returns {Form}
 */
export function parseForm(group, written) {
  /** @type {Element[]} */
  const elements = [];
  let gap = false;
  for (const word of written.split(/\s+/)) {
    if (word === GAP) gap = true;
    else {
      elements.push({ choices: word.split('/').map(fold), gap });
      gap = false;
    }
  }
  return { group, elements };
}

/**
 * @param {string} word
 * @param {string} choice
 */
function fits(word, choice) {
  if (choice.endsWith('*')) return word.startsWith(choice.slice(0, -1));
  return choice.startsWith('*') ? word.length >= choice.length && word.endsWith(choice.slice(1)) : word === choice;
}

/**
 * @param {Word[]} words
 * @param {Element[]} elements
 * @param {number} at where the first element has been found
 * @returns {number[] | undefined} the place of each element
 */
export function findForm(words, elements, at) {
  const places = [at];
  for (const { choices, gap } of elements.slice(1)) {
    const from = places[places.length - 1] + 1;
    const last = Math.min(words.length - 1, from + (gap ? WIDEST_GAP : 0));
    let found = -1;
    for (let place = from; place <= last && found < 0; place += 1) {
      if (choices.some((choice) => fits(words[place].form, choice))) found = place;
    }
    if (found < 0) return undefined;
    places.push(found);
  }
  return places;
}

/** Finds the forms that may start with a word, without trying each of them. */
export class FormIndex {
  /** @type {Map<string, Form[]>} */
  #exact = new Map();
  /** @type {Map<string, Array<[string, Form]>>} */
  #starts = new Map();
  /** @type {Array<[string, Form]>} */
  #ends = [];

  /** @param {Iterable<Form>} forms */
  constructor(forms) {
    for (const form of forms) for (const choice of form.elements[0].choices) this.#add(choice, form);
  }

  /**
   * @param {string} choice
   * @param {Form} form
   */
  #add(choice, form) {
    if (choice.startsWith('*')) this.#ends.push([choice, form]);
    else if (choice.endsWith('*')) push(this.#starts, choice.slice(0, 3), /** @type {[string, Form]} */ ([choice, form]));
    else push(this.#exact, choice, form);
  }

  /**
   * @param {string} word
   * @returns {Form[]}
   */
  find(word) {
    const loose = [...(this.#starts.get(word.slice(0, 3)) ?? []), ...this.#ends];
    return [...(this.#exact.get(word) ?? []), ...loose.filter(([choice]) => fits(word, choice)).map(([, form]) => form)];
  }
}

/**
 * @template Key, Value
 * @param {Map<Key, Value[]>} map
 * @param {Key} key
 * @param {Value} value
 */
function push(map, key, value) {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
