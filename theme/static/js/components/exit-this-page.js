/**
 * Leaving at once: covers the page and goes to the address of the exit link, by click or by Shift three times.
 * It opens no tab and rewrites no history. Without this script the link is a plain link.
 */

const PRESSES = 3;
const PATIENCE = 5000; // milliseconds between two presses

/**
 * Counts Shift pressed and released on its own. Knows no page and no clock.
 *
 * It follows keydown as well as keyup: whoever types a capital may let go of Shift before the letter,
 * and at keyup alone that looks like Shift on its own.
 */
class ShiftCounter {
  #alone = false;
  count = 0;

  /**
   * @param {{key: string, repeat?: boolean, ctrlKey?: boolean, altKey?: boolean, metaKey?: boolean}} event
   */
  down(event) {
    if (event.key !== 'Shift') this.reset();
    else if (!event.repeat) this.#alone = !(event.ctrlKey || event.altKey || event.metaKey);
  }

  /**
   * @param {{key: string, shiftKey?: boolean}} event
   * @returns {boolean} whether this release counted
   */
  up(event) {
    const counts = event.key === 'Shift' && this.#alone && !event.shiftKey;
    if (counts) this.count += 1;
    if (event.key === 'Shift') this.#alone = false;
    return counts;
  }

  /** Shift held while clicking is no press of Shift; clicking alone is not a key and changes nothing. */
  pointer() {
    this.#alone = false;
  }

  reset() {
    this.#alone = false;
    this.count = 0;
  }
}

/** @param {HTMLElement} root the element around the exit link, which also holds the words */
export function start(root) {
  const link = root.querySelector('a');
  const status = root.querySelector('[data-exit-status]');
  if (!link || !status) throw new Error('exit-this-page: the link or its status is missing');

  const counter = new ShiftCounter();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @param {string} text */
  function show(text) {
    root.dataset.presses = String(counter.count);
    status.textContent = text;
  }

  /** @param {string} text what to announce; empty says nothing */
  function stopCounting(text) {
    clearTimeout(timer);
    counter.reset();
    show(text);
  }

  function countPress() {
    clearTimeout(timer);
    if (counter.count >= PRESSES) return leave();
    timer = setTimeout(() => stopCounting(root.dataset.textExpired ?? ''), PATIENCE);
    show((counter.count === 1 ? root.dataset.textTwoMore : root.dataset.textOneMore) ?? '');
  }

  function leave() {
    stopCounting('');
    cover(root.dataset.textLeaving ?? '');
    document.dispatchEvent(new Event('hub:leave'));
    window.location.href = link.href;
  }

  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  document.addEventListener('keydown', (event) => {
    const counting = counter.count > 0;
    counter.down(event);
    if (counting && counter.count === 0) stopCounting(root.dataset.textExpired ?? '');
  }, true);
  document.addEventListener('keyup', (event) => {
    if (counter.up(event)) countPress();
  }, true);
  document.addEventListener('pointerdown', () => counter.pointer(), true);
  window.addEventListener('blur', () => counter.pointer());

  // Browsers may bring a page back from memory as it was left: covered. Back must not show a blank page.
  window.addEventListener('pageshow', () => {
    uncover();
    stopCounting('');
  });
}

/**
 * Hides everything at once, for eyes, keyboard and screen reader, while the other site is still loading.
 * @param {string} text
 */
function cover(text) {
  uncover();
  const element = document.createElement('div');
  element.className = 'exit-cover';
  element.setAttribute('role', 'alert');
  document.documentElement.classList.add('is-leaving');
  document.body.append(element);
  // After insertion: screen readers announce a change in an alert more reliably than one that arrives filled.
  element.textContent = text;
}

function uncover() {
  document.documentElement.classList.remove('is-leaving');
  document.querySelector('.exit-cover')?.remove();
}
