/**
 * The panel of the preview: what is wrong with this page, and a fresh page as soon as there is one.
 * A reload keeps the place on the page. Nothing of this is in the site that is published.
 */

const NEWS = '/_voorbeeld/nieuws.json';
const PAGE = new URL(import.meta.url).searchParams.get('pagina'); // the digest of this page
const PAUSE = 1000; // milliseconds, when the server does not answer

/** @typedef {{place: string, code: string, message: string, hint: string, stops: boolean}} Finding */
/** @typedef {{version: number, page: string, failure: string, explained: string, here: Finding[], elsewhere: Finding[]}} News */

const panel = document.createElement('aside');
panel.className = 'preview-panel';
panel.setAttribute('aria-label', 'Voorbeeld');
document.body.append(panel);

/**
 * @param {string} name
 * @param {string} text
 * @param {Node[]} children
 */
const make = (name, text = '', ...children) => {
  const element = document.createElement(name);
  element.append(text, ...children);
  return element;
};

/**
 * The code, as a link to what it means where a page explains that.
 * @param {string} code
 * @param {string} explained
 */
const makeCode = (code, explained) => {
  if (!explained) return make('b', code);
  const link = document.createElement('a');
  link.href = `${explained}#${code.toLowerCase()}`;
  link.append(make('b', code));
  return link;
};

/**
 * @param {Finding} finding
 * @param {string} explained
 */
const makeItem = ({ place, code, message, hint, stops }, explained) =>
  make('li', '', makeCode(code, explained), `${stops ? '' : ' (advies)'} ${message}`, make('br'),
    hint, make('br'), make('small', place));

/**
 * @param {string} title
 * @param {Finding[]} findings
 * @param {boolean} open
 * @param {string} explained
 */
const makeList = (title, findings, open, explained) => {
  const items = findings.map((finding) => makeItem(finding, explained));
  const details = document.createElement('details');
  details.open = open;
  details.append(make('summary', `${title}: ${findings.length}`), make('ul', '', ...items));
  return details;
};

/** @param {News} news */
const show = ({ version, failure, explained, here, elsewhere }) => {
  const parts = [];
  if (version === 0) parts.push(make('p', 'De site wordt gebouwd.'));
  if (failure) parts.push(make('p', failure));
  if (here.length) parts.push(makeList('Op deze pagina', here, true, explained));
  if (elsewhere.length) parts.push(makeList('Op andere plekken', elsewhere, false, explained));
  if (!parts.length) parts.push(make('p', 'Voorbeeld: geen problemen.'));
  panel.replaceChildren(...parts);
};

const follow = async () => {
  /** @type {number | null} */
  let known = null;
  for (;;) {
    const question = new URLSearchParams({ adres: location.pathname, versie: String(known ?? '') });
    try {
      /** @type {News} */
      const news = await (await fetch(`${NEWS}?${question}`)).json();
      // A build that left this page as it was may still have something to say about it.
      if (news.page !== PAGE && !news.failure) location.reload();
      known = news.version;
      show(news);
    } catch {
      await new Promise((resolve) => { setTimeout(resolve, PAUSE); });
    }
  }
};

follow();
