/**
 * Which commitments stand in a text: there, half there, or absent. It sees words only; what to look for comes from
 * `toets-uw-tekst.yaml` by way of the build, and this file knows no word of it.
 */

import { Slips } from './slips.js';
import { findForm, findSentences, FormIndex, parseForm } from './words.js';

/**
 * @typedef {{id: string, vormen: string[], vast?: boolean, rem?: boolean, rol?: string}} Group
 * @typedef {{oordeel: 'aanwezig' | 'half', uitleg: string} & Partial<Record<Scope, string[]>>} Rule each entry of a list
 *   is a group, or some with | between
 * @typedef {'zin' | 'rond' | 'voor' | 'alinea' | 'tekst' | 'niet' | 'niet_alinea' | 'na' | 'toon'} Scope
 * @typedef {{woorden: Group[], onderwerpen: Array<{id: string, regels: Rule[]}>}} Lexicon
 * @typedef {{start: number, end: number}} Span places in the text
 * @typedef {Span & {found: Span[], weak: Span[]}} Passage a sentence, and the words in and around it that counted
 * @typedef {{id: string, mark: 'aanwezig' | 'half' | 'afwezig', why: string, passages: Passage[]}} Verdict
 *
 * @typedef {import('./words.js').Sentence} Sentence
 * @typedef {{group: string, places: number[]}} Hit
 * @typedef {{sentence: Sentence, hits: Map<string, Hit[]>, lost: Map<string, Hit[]>}} Read what stands in a sentence;
 *   `lost` holds what is denied in it
 */

const AROUND = 2; // sentences that count as near
const SHORT_REFUSAL = 12; // words in a sentence that can only be about the one before it
const MOST_PASSAGES = 3;

/** A lexicon made ready, so that a second text costs less. */
export class Judge {
  /** @param {Lexicon} lexicon */
  constructor(lexicon) {
    const forms = lexicon.woorden.flatMap(({ id, vormen }) => vormen.map((form) => parseForm(id, form)));
    this.index = new FormIndex(forms);
    this.slips = new Slips(forms.flatMap(({ elements }) => elements.flatMap(({ choices }) => choices)));
    this.fixed = new Set(lexicon.woorden.filter(({ vast, rol }) => vast || rol).map(({ id }) => id));
    this.weak = new Set(lexicon.woorden.filter(({ rem }) => rem).map(({ id }) => id));
    this.roles = new Map(lexicon.woorden.filter(({ rol }) => rol).map(({ id, rol }) => [rol ?? '', id]));
    this.subjects = lexicon.onderwerpen;
  }

  /**
   * @param {string} text
   * @returns {Generator<undefined, Verdict[]>} pauses after each sentence, for who has more to do
   */
  * judge(text) {
    /** @type {Read[]} */
    const reads = [];
    for (const sentence of findSentences(text)) {
      reads.push(this.#read(sentence));
      yield;
    }
    this.#lookBack(reads);
    this.#markMotion(reads);
    const whole = join(reads);
    const paragraphs = joinParagraphs(reads);
    /** @type {Verdict[]} */
    const verdicts = [];
    for (const { id, regels } of this.subjects) {
      const search = { reads, whole, paragraphs, verdicts };
      verdicts.push({ id, ...(yield* findVerdict(regels, search)) });
    }
    return verdicts;
  }

  /**
   * @param {Sentence} sentence
   * @returns {Read}
   */
  #read(sentence) {
    for (const word of sentence.words) word.form = this.slips.mend(word.form);
    const found = sentence.words.flatMap(({ form }, at) => this.index.find(form).flatMap(({ group, elements }) => {
      const places = findForm(sentence.words, elements, at);
      return places ? [{ group, places }] : [];
    }));
    const mask = this.#role('masker');
    const masks = found.filter(({ group }) => group === mask).map(({ places }) => places);
    const kept = found.filter(({ places }) => !masks.some((all) => all.length > places.length && places.every((place) => all.includes(place))));
    const denied = this.#findDenied(sentence, kept);
    /** @type {Read} */
    const read = { sentence, hits: new Map(), lost: new Map() };
    for (const hit of kept) add(denied(hit) ? read.lost : read.hits, hit);
    return read;
  }

  /**
   * A denial inside a longer form ("niet alleen staan") is part of that form and denies nothing else.
   * @param {Sentence} sentence
   * @param {Hit[]} found
   * @returns {(hit: Hit) => boolean} whether a hit is denied
   */
  #findDenied({ words, parts }, found) {
    const [denial, refusal] = [this.#role('ontkenning'), this.#role('weigering')];
    const inLonger = new Set(found.filter(({ group, places }) => group !== denial && places.length > 1).flatMap(({ places }) => places));
    const free = found.filter(({ group, places }) => group === denial && !inLonger.has(places[0]));
    const deniedParts = new Set(free.map(({ places }) => parts[places[0]]));
    const refused = found.some(({ group, places }) => group === refusal && !free.some((one) => one.places[0] === places[0] - 1));
    // "Niet onderzoeken, maar invoeren": there the denial is of what weakens, and of nothing else.
    const turned = new Set(parts.filter((part, place) => words[place].form === 'maar').map((part) => previous(parts, part)));
    const weak = found.filter(({ group }) => this.weak.has(group)).flatMap(({ places }) => places.map((place) => parts[place]));
    const spared = new Set(weak.filter((part) => turned.has(part)));
    return ({ group, places }) => {
      if (this.fixed.has(group) || (!refused && !this.weak.has(group) && places.every((place) => spared.has(parts[place])))) return false;
      return refused || places.every((place) => deniedParts.has(parts[place]));
    };
  }

  /**
   * A sentence that only takes back or weakens the one before it counts there too.
   * @param {Read[]} reads
   */
  #lookBack(reads) {
    const [back, denial, refusal] = ['terugwijzing', 'ontkenning', 'weigering'].map((role) => this.#role(role));
    reads.slice(1).forEach(({ sentence, hits }, index) => {
      const before = reads[index];
      const starts = hits.get(back)?.some(({ places }) => places[0] === 0);
      if (!starts || sentence.paragraph !== before.sentence.paragraph) return;
      const short = sentence.words.length <= SHORT_REFUSAL;
      const own = [...hits.keys()].some((group) => !this.fixed.has(group));
      if (hits.has(refusal) || (short && !own && hits.has(denial))) deny(before, this.fixed);
    });
  }

  /**
   * In a motion, what stands above the decision is not decided.
   * @param {Read[]} reads
   */
  #markMotion(reads) {
    const [motion, above, decision] = ['motie', 'overweging', 'besluit'].map((role) => this.#role(role));
    if (!reads.some(({ hits }) => hits.has(motion))) return;
    let state = '';
    for (const { hits } of reads) {
      const turns = [above, decision].flatMap((group) => hits.get(group) ?? []).sort((one, two) => one.places[0] - two.places[0]);
      state = turns.at(-1)?.group ?? state;
      hits.delete(above);
      if (state === above) hits.set(above, []);
      if (state === decision) hits.set(decision, hits.get(decision) ?? []);
    }
  }

  /** @param {string} role */
  #role(role) {
    return this.roles.get(role) ?? '';
  }
}

/**
 * @param {number[]} parts in their order
 * @param {number} part
 * @returns {number} the part before it that holds words
 */
function previous(parts, part) {
  return parts.findLast((one) => one < part) ?? -1;
}

/**
 * @param {Map<string, Hit[]>} hits
 * @param {Hit} hit
 */
function add(hits, hit) {
  hits.set(hit.group, [...(hits.get(hit.group) ?? []), hit]);
}

/**
 * @param {Read} read
 * @param {Set<string>} fixed
 */
function deny({ hits, lost }, fixed) {
  for (const [group, found] of [...hits]) {
    if (fixed.has(group)) continue;
    hits.delete(group);
    for (const hit of found) add(lost, hit);
  }
}

/** @param {Read[]} reads */
function join(reads) {
  return new Set(reads.flatMap(({ hits }) => [...hits.keys()]));
}

/**
 * @param {Read[]} reads
 * @returns {Set<string>[]} the groups of each paragraph
 */
function joinParagraphs(reads) {
  /** @type {Set<string>[]} */
  const paragraphs = [];
  for (const { sentence, hits } of reads) {
    const groups = (paragraphs[sentence.paragraph] ??= new Set());
    for (const group of hits.keys()) groups.add(group);
  }
  return paragraphs;
}

/**
 * @typedef {{reads: Read[], whole: Set<string>, paragraphs: Set<string>[], verdicts: Verdict[]}} Search
 */

/**
 * @param {Rule[]} rules
 * @param {Search} search
 * @returns {Generator<undefined, Omit<Verdict, 'id'>>}
 */
function* findVerdict(rules, search) {
  for (const rule of rules) {
    if (!holdsForAll(rule, search)) continue;
    /** @type {Passage[]} */
    const passages = [];
    for (let at = 0; at < search.reads.length && rule.zin && passages.length < MOST_PASSAGES; at += 1) {
      if (holdsAt(rule, search, at)) passages.push(makePassage(rule, search.reads, at));
      if (at % 100 === 99) yield;
    }
    if (!rule.zin) {
      const from = search.verdicts.find(({ id }) => rule.na?.includes(id));
      return { mark: rule.oordeel, why: rule.uitleg, passages: from?.passages ?? [] };
    }
    if (passages.length) return { mark: rule.oordeel, why: rule.uitleg, passages };
  }
  return { mark: 'afwezig', why: '', passages: [] };
}

/**
 * @param {Rule} rule
 * @param {Search} search
 */
function holdsForAll(rule, { whole, verdicts }) {
  const after = rule.na?.every((id) => verdicts.some((verdict) => verdict.id === id && verdict.mark === 'aanwezig')) ?? true;
  return after && hasAll(rule.tekst, (group) => whole.has(group));
}

/**
 * @param {Rule} rule
 * @param {Search} search
 * @param {number} at
 */
function holdsAt(rule, { reads, paragraphs }, at) {
  const { hits, sentence } = reads[at];
  const paragraph = paragraphs[sentence.paragraph];
  return hasAll(rule.zin, (group) => hits.has(group))
    && !(rule.niet ?? []).some((group) => hits.has(group))
    && !(rule.niet_alinea ?? []).some((group) => paragraph.has(group))
    && hasAll(rule.alinea, (group) => paragraph.has(group))
    && hasAll(rule.voor, (group) => near(reads, at, 0).some((read) => read.hits.has(group)))
    && hasAll(rule.rond, (group) => near(reads, at, AROUND).some((read) => read.hits.has(group)));
}

/**
 * @param {string[] | undefined} wanted
 * @param {(group: string) => boolean} has
 */
function hasAll(wanted, has) {
  return (wanted ?? []).every((one) => one.split('|').some(has));
}

/**
 * @param {Read[]} reads
 * @param {number} at
 * @param {number} after how many sentences behind it count
 */
function near(reads, at, after) {
  return reads.slice(Math.max(0, at - AROUND), at + after + 1);
}

/**
 * @param {Rule} rule
 * @param {Read[]} reads
 * @param {number} at
 * @returns {Passage}
 */
function makePassage(rule, reads, at) {
  const own = spansOf(reads[at], (rule.zin ?? []).flatMap((one) => one.split('|')));
  const around = [...(rule.voor ?? []), ...(rule.rond ?? [])].flatMap((one) => spansNear(reads, at, one.split('|')));
  const weak = spansOf(reads[at], rule.toon ?? []);
  const { start, end } = reads[at].sentence;
  const all = [...own, ...around, ...weak];
  return {
    start: Math.min(start, ...all.map((span) => span.start)),
    end: Math.max(end, ...all.map((span) => span.end)),
    found: [...own, ...around],
    weak,
  };
}

/**
 * @param {Read[]} reads
 * @param {number} at
 * @param {string[]} groups
 * @returns {Span[]} those of the nearest sentence that has any
 */
function spansNear(reads, at, groups) {
  for (let distance = 0; distance <= AROUND; distance += 1) {
    const spans = [reads[at - distance], reads[at + distance]].flatMap((read) => (read ? spansOf(read, groups) : []));
    if (spans.length) return spans;
  }
  return [];
}

/**
 * @param {Read} read
 * @param {string[]} groups
 * @returns {Span[]} one for words beside one another
 */
function spansOf({ sentence, hits }, groups) {
  const places = new Set(groups.flatMap((group) => (hits.get(group) ?? []).flatMap((hit) => hit.places)));
  return [...places].filter((place) => !places.has(place - 1)).map((place) => {
    let last = place;
    while (places.has(last + 1)) last += 1;
    return { start: sentence.words[place].start, end: sentence.words[last].end };
  });
}

/**
 * @param {Iterator<undefined, Verdict[]>} work
 * @returns {Verdict[]} what the work comes to, all at once
 */
export function finish(work) {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}
