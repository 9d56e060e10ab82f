/** The part of a text that shows best why it was found, with the words to mark. Makes no markup. */

import { findMarks, fold, join } from './fold.js';

/** @typedef {{text: string, marked: boolean}[]} Excerpt pieces to show one after another */

const MOST_LETTERS = 220;
const SHORTEST_STEM = 3;
const SPACE = /\s+/;
const SPACES = /(\s+)/;

/**
 * @param {string} text
 * @param {string[]} stems of the words that were searched
 * @param {import("./fold.js").Spelling} spelling
 * @returns {Excerpt}
 */
export function makeExcerpt(text, stems, spelling) {
  const words = text.split(SPACE).filter(Boolean).map((word) =>
    ({ word, stem: findMatch(word, stems, spelling) }));
  const { start, end } = findWindow(words);
  const shown = words.slice(start, end);
  /** @type {Excerpt} */
  const pieces = start > 0 ? [{ text: '… ', marked: false }] : [];
  shown.forEach(({ word, stem }, place) => {
    pieces.push({ text: word, marked: Boolean(stem) });
    if (place < shown.length - 1) pieces.push({ text: ' ', marked: false });
  });
  if (end < words.length) pieces.push({ text: ' …', marked: false });
  return mergePieces(pieces);
}

/**
 * A heading or title with the words to mark.
 *
 * @param {string} text
 * @param {string[]} stems
 * @param {import("./fold.js").Spelling} spelling
 * @returns {Excerpt}
 */
export function markWords(text, stems, spelling) {
  return mergePieces(text.split(SPACES).filter(Boolean).map((piece) =>
    ({ text: piece, marked: Boolean(findMatch(piece, stems, spelling)) })));
}

/**
 * @param {string} word as it stands in the text, with its signs
 * @param {string[]} stems
 * @param {import("./fold.js").Spelling} spelling
 * @returns {string | undefined} the stem it begins with; compounds hold one anywhere
 */
function findMatch(word, stems, spelling) {
  const keys = findMarks(fold(word, spelling)).map((mark) => join(mark.word));
  return stems.find((stem) => keys.some((key) =>
    key === stem || (stem.length >= SHORTEST_STEM && key.startsWith(stem))
    || (stem.length > SHORTEST_STEM && key.includes(stem))));
}

/** @param {{word: string, stem?: string}[]} words */
function findWindow(words) {
  let best = { start: 0, end: 0, worth: -1 };
  let start = 0;
  let letters = 0;
  for (let end = 1; end <= words.length; end += 1) {
    letters += words[end - 1].word.length + 1;
    while (letters > MOST_LETTERS && start < end - 1) {
      letters -= words[start].word.length + 1;
      start += 1;
    }
    const found = words.slice(start, end).map(({ stem }) => stem).filter(Boolean);
    const worth = 10 * new Set(found).size + Math.min(9, found.length);
    if (worth > best.worth || (worth === best.worth && start === best.start)) {
      best = { start, end, worth };
    }
  }
  return best;
}

/**
 * @param {Excerpt} pieces
 * @returns {Excerpt} neighbours of one kind as one piece
 */
function mergePieces(pieces) {
  /** @type {Excerpt} */
  const merged = [];
  for (const piece of pieces) {
    const last = merged[merged.length - 1];
    if (last?.marked === piece.marked) last.text += piece.text;
    else merged.push({ ...piece });
  }
  return merged;
}
