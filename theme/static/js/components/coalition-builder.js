/**
 * Puts a councillor's text together while someone chooses. What is typed is never sent and never kept, and stands in no
 * link. Without this script the text of the start stands on the page, whole.
 */

import { compose, findClashes, renderPlain } from '../coalition/compose.js';
import { copy, fetchData, keepShort, makeElement, makeElements, save, say } from '../coalition/dom.js';
import { readFragment, writeFragment } from '../coalition/link.js';
import { DOCX, makeDocx, makeOdt, ODT } from '../coalition/office.js';
import { isSound, tidy } from './pack-fill.js';

/**
 * @typedef {import('../coalition/compose.js').Texts} Texts
 * @typedef {import('../coalition/compose.js').Choices} Choices
 * @typedef {import('../coalition/compose.js').Block} Block
 */

const LONGEST_NAME = 80;
const QUIET = 800; // milliseconds without a change before the text is announced, once

/** @param {HTMLElement} root its words come from data-text-* */
export async function start(root) {
  const status = /** @type {HTMLElement} */ (root.querySelector('[role=status]'));
  try {
    const builder = new Builder(root, await fetchData(root.dataset.texts));
    builder.listen();
    builder.arrive();
  } catch (error) {
    console.error(error);
    status.textContent = root.dataset.textLoadFailed ?? '';
  }
}

class Builder {
  /**
   * @param {HTMLElement} root
   * @param {Texts} texts
   */
  constructor(root, texts) {
    this.root = root;
    this.texts = texts;
    this.words = root.dataset;
    this.form = /** @type {HTMLFormElement} */ (root.querySelector('form'));
    this.place = /** @type {HTMLInputElement} */ (root.querySelector('[data-choice=municipality]'));
    this.fault = /** @type {HTMLElement} */ (root.querySelector('#tekst-gemeente-fout'));
    this.output = /** @type {HTMLElement} */ (root.querySelector('[data-output]'));
    this.remarks = /** @type {HTMLElement} */ (root.querySelector('[data-remarks]'));
    this.status = /** @type {HTMLElement} */ (root.querySelector('[role=status]'));
    this.done = /** @type {HTMLElement} */ (root.querySelector('[data-done]'));
    this.link = /** @type {HTMLElement} */ (root.querySelector('[data-link]'));
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    /** @type {Block[]} */
    this.blocks = [];
  }

  listen() {
    // Sending the form would leave this page, with what was chosen in its address.
    this.form.addEventListener('submit', (event) => event.preventDefault());
    this.form.addEventListener('input', () => this.change());
    keepShort(this.place, LONGEST_NAME, () => {
      this.setFault(this.words.textNotTaken);
      this.tell('', [this.words.textNotTaken ?? '']);
    });
    this.root.addEventListener('click', ({ target }) => {
      const action = target instanceof Element ? target.closest('[data-action]') : null;
      if (action instanceof HTMLElement) this.act(action.dataset.action ?? '');
    });
    window.addEventListener('hashchange', () => this.arrive());
    // Back from the exit address may show this page as it was left: without the words, then.
    document.addEventListener('hub:leave', () => {
      this.form.reset();
      this.change();
    });
  }

  /** A link may bring choices; they are taken out of the address, where they would soon be wrong. */
  arrive() {
    const found = readFragment(window.location.hash, this.texts);
    if (found) {
      const { pathname, search } = window.location;
      window.history.replaceState(window.history.state, '', pathname + search);
      this.show(found.choices);
    }
    this.change();
    clearTimeout(this.timer);
    if (found) this.status.textContent = (found.whole ? this.words.textArrived : this.words.textArrivedPart) ?? '';
    if (found) this.output.scrollIntoView();
  }

  /** @param {Choices} choices */
  show({ form, deadline, variants, municipality }) {
    for (const box of this.all('form')) box.checked = box.value === form;
    for (const box of this.all('deadline')) box.checked = box.value === deadline;
    for (const box of this.all('part')) box.checked = variants.has(box.value);
    for (const list of this.all('variant')) list.value = variants.get(list.dataset.part ?? '') ?? list.value;
    this.place.value = municipality;
  }

  /**
   * @param {string} choice
   * @returns {HTMLInputElement[]}
   */
  all(choice) {
    return [...this.form.querySelectorAll(`[data-choice=${choice}]`)].map((field) => /** @type {HTMLInputElement} */ (field));
  }

  /** @returns {Choices} */
  read() {
    const lengths = new Map(this.all('variant').map((list) => [list.dataset.part, list.value]));
    const chosen = this.all('part').filter(({ checked }) => checked).map(({ value }) => value);
    return {
      form: this.all('form').find(({ checked }) => checked)?.value ?? '',
      deadline: this.all('deadline').find(({ checked }) => checked)?.value ?? '',
      variants: new Map(chosen.map((part) => [part, lengths.get(part) ?? ''])),
      municipality: this.readPlace(),
    };
  }

  /** A name that cannot stand in a document is told of at its field, and left out of the text. */
  readPlace() {
    const typed = this.place.value;
    const long = typed.length > LONGEST_NAME;
    const sound = long || isSound(tidy(typed));
    this.setFault(long ? this.words.textLong : sound ? '' : this.words.textControl);
    return long || !sound ? '' : tidy(typed);
  }

  /** @param {string | undefined} fault */
  setFault(fault) {
    this.fault.textContent = fault ?? '';
    this.place.setAttribute('aria-invalid', String(Boolean(fault)));
  }

  change() {
    const choices = this.read();
    const clashes = findClashes(this.texts, choices);
    const blocked = !choices.variants.size || clashes.some(({ kan }) => !kan);
    const told = choices.variants.size ? clashes.map(({ uitleg }) => uitleg) : [this.words.textNothing ?? ''];
    this.blocks = blocked ? [] : compose(this.texts, choices);
    this.output.replaceChildren(...makeElements(this.blocks));
    this.remarks.replaceChildren(...told.map((text) => makeElement('li', text)));
    this.remarks.hidden = !told.length;
    this.link.hidden = true;
    this.done.textContent = '';
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.announce(choices, told), QUIET);
  }

  /**
   * @param {Choices} choices
   * @param {string[]} told
   */
  announce({ variants }, told) {
    const words = this.blocks.reduce((sum, { tekst }) => sum + tekst.split(/\s+/).length, 0);
    const parts = say(variants.size === 1 ? this.words.textOnePart : this.words.textParts, { n: variants.size });
    const text = this.blocks.length ? say(this.words.textUpdated, { parts, words }) : say(this.words.textImpossible);
    this.tell(text, [...told, this.fault.textContent ?? '']);
  }

  /**
   * @param {string} text
   * @param {string[]} elsewhere what stands at another place for who sees it, and must be heard too
   */
  tell(text, elsewhere) {
    const heard = makeElement('span', ['', ...elsewhere].join(' ').trimEnd());
    heard.className = 'visually-hidden';
    this.status.replaceChildren(text, heard);
  }

  /** @param {string} action */
  async act(action) {
    if (action === 'link') return this.makeLink();
    if (!this.blocks.length) return this.finish(this.words.textImpossible);
    if (action.startsWith('copy')) return this.copy(action === 'copy');
    try {
      const name = `${this.words.name}.${action}`;
      if (action === 'docx') save(await makeDocx(this.blocks), DOCX, name);
      else if (action === 'odt') save(await makeOdt(this.blocks), ODT, name);
      else save(renderPlain(this.blocks), 'text/plain;charset=utf-8', name);
      this.finish(say(this.words.textSaved, { name }));
    } catch (error) {
      console.error(error);
      this.finish(this.words.textSaveFailed);
    }
  }

  /** @param {boolean} rich */
  async copy(rich) {
    const copied = await copy(renderPlain(this.blocks), rich ? makeElements(this.blocks) : undefined);
    if (!copied) {
      this.output.focus();
      window.getSelection()?.selectAllChildren(this.output);
    }
    this.finish(copied ? rich ? this.words.textCopied : this.words.textCopiedPlain : this.words.textCopyFailed);
  }

  makeLink() {
    const field = /** @type {HTMLInputElement} */ (this.link.querySelector('input'));
    const { href } = window.location;
    field.value = href.split('#')[0] + writeFragment(this.read(), this.texts);
    this.link.hidden = false;
    field.focus();
    field.select();
    this.finish(this.words.textLinked);
  }

  /** @param {string | undefined} text */
  finish(text) {
    this.done.textContent = text ?? '';
  }
}
