/**
 * Slips of the finger: a word that is one slip away from a word that is sought counts as that word.
 *
 * In words of fewer than eight letters only letters exchanged, doubled or halved count, and d for t: "gezin" is no slip for "gezien".
 */

const SHORTEST = 5;
const LONG = 8;
const SOUND = new Set(['dt', 'td']); // heard alike at the end of a word

export class Slips {
  /** @type {Map<string, string[]>} */
  #byStart = new Map();
  #known = new Set();
  /** @type {Map<string, string>} */
  #mended = new Map();

  /** @param {Iterable<string>} words that are sought; those with a star as far as the star */
  constructor(words) {
    for (const word of words) {
      const plain = word.replaceAll('*', '');
      if (word.startsWith('*') || this.#known.has(plain)) continue;
      this.#known.add(plain);
      if (plain.length < SHORTEST) continue;
      this.#byStart.set(plain[0], [...(this.#byStart.get(plain[0]) ?? []), plain]);
    }
  }

  /**
   * @param {string} word
   * @returns {string} the word that was meant, or the word itself
   */
  mend(word) {
    if (word.length < SHORTEST || this.#known.has(word)) return word;
    let meant = this.#mended.get(word);
    if (meant === undefined) {
      meant = (this.#byStart.get(word[0]) ?? []).find((known) => isSlip(word, known)) ?? word;
      this.#mended.set(word, meant);
    }
    return meant;
  }
}

/**
 * @param {string} word
 * @param {string} meant
 */
export function isSlip(word, meant) {
  if (Math.abs(word.length - meant.length) > 1 || word === meant) return false;
  let start = 0;
  while (start < word.length && word[start] === meant[start]) start += 1;
  let end = 0;
  const shorter = Math.min(word.length, meant.length) - start;
  while (end < shorter && word.at(-1 - end) === meant.at(-1 - end)) end += 1;
  const [typed, wanted] = [word.slice(start, word.length - end), meant.slice(start, meant.length - end)];
  if (typed.length === 2 && wanted.length === 2) return typed[0] === wanted[1] && typed[1] === wanted[0];
  if (typed.length > 1 || wanted.length > 1) return false;
  const [longer, extra, place] = typed.length > wanted.length ? [word, typed, start] : [meant, wanted, start];
  const doubled = typed.length !== wanted.length && (longer[place - 1] === extra || longer[place + 1] === extra);
  return doubled || SOUND.has(typed + wanted) || Math.max(word.length, meant.length) >= LONG;
}
