/**
 * "Op deze pagina": marks the entry of the part that is being read. The list is whole without it.
 */

// A part counts as being read once its heading has passed the upper third of the screen.
const LINE = 0.35;

/** @param {HTMLElement} root the list with its links */
export function start(root) {
  const links = /** @type {HTMLAnchorElement[]} */ ([...root.querySelectorAll('a[href^="#"]')]);
  const parts = links.flatMap((link) => {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return heading ? [{ link, heading }] : [];
  });
  // Told whenever a heading crosses the line, in either direction; nothing runs on each scroll.
  const observer = new IntersectionObserver(() => mark(parts), {
    rootMargin: `0px 0px -${100 * (1 - LINE)}% 0px`,
  });
  for (const { heading } of parts) observer.observe(heading);
}

/** @param {{link: HTMLAnchorElement, heading: HTMLElement}[]} parts in the order of the page */
function mark(parts) {
  const line = window.innerHeight * LINE;
  const passed = parts.filter(({ heading }) => heading.getBoundingClientRect().top <= line);
  const current = passed.at(-1)?.link;
  for (const { link } of parts) {
    if (link === current) link.setAttribute('aria-current', 'location');
    else link.removeAttribute('aria-current');
  }
}
