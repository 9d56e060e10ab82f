/**
 * Has a pasted text tested on this device, and shows which words made up the answer. The text is never sent and never
 * kept. Without this script the page holds a list for doing it oneself.
 */

import { copy, fetchData, keepShort, makeElement, say } from '../coalition/dom.js';
import { Judge } from '../coalition/judge.js';
import { finishInSlices } from '../coalition/patience.js';

/**
 * @typedef {import('../coalition/judge.js').Verdict} Verdict
 * @typedef {import('../coalition/judge.js').Span} Span
 * @typedef {import('../coalition/compose.js').Texts} Texts
 */

const LONGEST = 200_000; // characters, some eighty pages
const LONGEST_SHOWN = 40_000; // characters that a page can show at once without a pause
const LONGEST_PASSAGE = 1_500; // characters

/** @param {HTMLFormElement} form its words come from data-text-* */
export function start(form) {
  new Test(form).listen();
}

class Test {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.words = form.dataset;
    this.field = /** @type {HTMLTextAreaElement} */ (form.querySelector('textarea'));
    this.fault = /** @type {HTMLElement} */ (form.querySelector('#toets-fout'));
    this.status = /** @type {HTMLElement} */ (form.querySelector('[role=status]'));
    this.verdicts = /** @type {HTMLElement} */ (form.querySelector('[data-verdicts]'));
    this.whole = /** @type {HTMLElement} */ (form.querySelector('[data-whole]'));
    const marks = /** @type {HTMLTemplateElement} */ (form.querySelector('[data-words-of-marks]'));
    this.names = marks.content;
    this.run = 0;
    // Fetched once, before anybody pastes a thing: from then on nothing leaves or reaches this page.
    this.data = Promise.all([fetchData(this.words.words), fetchData(this.words.texts)]);
    this.data.catch(() => this.tell(this.words.textFailed));
  }

  listen() {
    this.form.addEventListener('submit', (event) => {
      // Sending the form would leave this page.
      event.preventDefault();
      this.test();
    });
    keepShort(this.field, LONGEST, (count) => this.setFault(this.describeLong(count)));
    this.field.addEventListener('input', () => {
      this.run += 1;
      this.setFault('');
      this.tell(this.verdicts.hidden ? '' : this.words.textStale);
    });
    this.form.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('[data-copy]') : null;
      if (button) this.copy(button);
    });
    // Back from the exit address may show this page as it was left: without the words, then.
    document.addEventListener('hub:leave', () => {
      this.run += 1;
      this.form.reset();
      this.verdicts.hidden = true;
      for (const part of this.verdicts.querySelectorAll('[data-passages], [data-whole-text]')) part.replaceChildren();
      this.tell('');
    });
  }

  async test() {
    const run = (this.run += 1);
    const text = this.field.value;
    const fault = this.findFault(text);
    this.setFault(fault);
    if (fault) {
      this.verdicts.hidden = true;
      this.field.focus();
      return;
    }
    this.tell(this.words.textBusy);
    try {
      const [lexicon, texts] = await this.data;
      const verdicts = await finishInSlices(new Judge(lexicon).judge(text), () => run === this.run);
      if (verdicts) this.show(text, verdicts, texts);
    } catch (error) {
      console.error(error);
      this.tell(this.words.textFailed);
    }
  }

  /** @param {string} text */
  findFault(text) {
    if (!/\p{L}/u.test(text.slice(0, LONGEST))) return say(this.words.textEmpty);
    return text.length > LONGEST ? this.describeLong(text.length) : '';
  }

  /** @param {number} count characters */
  describeLong(count) {
    const [n, most] = [count, LONGEST].map((number) => number.toLocaleString('nl-NL'));
    return say(this.words.textLong, { n, most });
  }

  /** @param {string} fault */
  setFault(fault) {
    this.fault.textContent = fault;
    this.field.setAttribute('aria-invalid', String(Boolean(fault)));
    if (fault) this.tell(fault);
  }

  /** @param {string | undefined} text */
  tell(text) {
    this.status.textContent = text ?? '';
  }

  /**
   * @param {string} text
   * @param {Verdict[]} verdicts
   * @param {Texts} texts
   */
  show(text, verdicts, texts) {
    for (const verdict of verdicts) this.showVerdict(text, verdict, texts);
    const counts = { aanwezig: 0, half: 0, afwezig: 0 };
    for (const { mark } of verdicts) counts[mark] += 1;
    this.whole.hidden = text.length > LONGEST_SHOWN;
    const spans = this.whole.hidden ? [] : verdicts.flatMap(({ passages }) => passages.flatMap(({ found, weak }) => [...found, ...weak]));
    this.whole.querySelector('[data-whole-text]')?.replaceChildren(...(this.whole.hidden ? [] : makeMarked(text, { start: 0, end: text.length }, spans)));
    this.verdicts.hidden = false;
    this.verdicts.focus();
    this.tell(say(this.words.textDone, counts));
  }

  /**
   * @param {string} text
   * @param {Verdict} verdict
   * @param {Texts} texts
   */
  showVerdict(text, { id, mark, why, passages }, texts) {
    const section = this.verdicts.querySelector(`[data-subject="${CSS.escape(id)}"]`);
    const clause = texts.delen.find((part) => part.id === id);
    if (!(section instanceof HTMLElement) || !clause) return;
    section.dataset.verdict = mark;
    /** @type {Record<string, (element: HTMLElement) => void>} */
    const fill = {
      mark: (element) => { element.textContent = this.name(`[data-mark-name=${mark}]`); },
      why: (element) => { element.textContent = why || this.name('[data-absent]'); },
      passages: (element) => element.replaceChildren(...passages.flatMap((passage) => this.makePassage(text, passage))),
      offer: (element) => { element.hidden = mark === 'aanwezig'; },
      clause: (element) => element.replaceChildren(...findClause(clause, texts).map((sentence) => makeElement('p', sentence))),
    };
    for (const [name, change] of Object.entries(fill)) change(/** @type {HTMLElement} */ (section.querySelector(`[data-${name}]`)));
  }

  /** @param {string} selector */
  name(selector) {
    return this.names.querySelector(selector)?.textContent ?? '';
  }

  /**
   * @param {string} text
   * @param {import('../coalition/judge.js').Passage} passage
   * @returns {HTMLElement[]}
   */
  makePassage(text, { start, end, found, weak }) {
    const quote = document.createElement('blockquote');
    quote.append(...makeMarked(text, { start, end: Math.min(end, start + LONGEST_PASSAGE) }, [...found, ...weak]));
    if (!weak.length) return [quote];
    const words = new Set(weak.map((span) => `‘${text.slice(span.start, span.end)}’`));
    return [quote, makeElement('p', `${this.name('[data-weak]')} ${[...words].join(', ')}.`)];
  }

  /** @param {Element} button */
  async copy(button) {
    const clause = button.closest('[data-offer]')?.querySelector('[data-clause]');
    const sentences = [...(clause?.children ?? [])].map(({ textContent }) => textContent ?? '');
    const copied = await copy(sentences.join('\n\n'));
    this.tell(copied ? this.words.textCopied : this.words.textCopyFailed);
  }
}

/**
 * @param {Texts['delen'][number]} clause
 * @param {Texts} texts
 * @returns {string[]} the clause as at the start, in running text
 */
function findClause(clause, texts) {
  const time = texts.termijnen.find(({ id }) => id === texts.begin.termijn);
  return (clause.teksten.akkoord?.gewoon ?? []).map((text) => text
    .replaceAll('{steun}', () => time?.steun ?? '').replaceAll('{signaal}', () => time?.signaal ?? ''));
}

/**
 * @param {string} text
 * @param {Span} part of it
 * @param {Span[]} spans in any order
 * @returns {Node[]} the part, with an element around each span
 */
function makeMarked(text, { start, end }, spans) {
  /** @type {Node[]} */
  const nodes = [];
  let at = start;
  for (const span of [...spans].sort((one, two) => one.start - two.start || two.end - one.end)) {
    if (span.start < at || span.end > end) continue;
    nodes.push(document.createTextNode(text.slice(at, span.start)), makeElement('mark', text.slice(span.start, span.end)));
    at = span.end;
  }
  nodes.push(document.createTextNode(text.slice(at, end)));
  return nodes;
}
