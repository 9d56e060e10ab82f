/**
 * How a text is put together from what a reader chose, as `plugins/coalition/compose.py` does it: one table of cases
 * holds both to it. Knows no page.
 */

/**
 * @typedef {{soort: 'kop' | 'alinea' | 'punt' | 'nummer', tekst: string}} Block
 * @typedef {{form: string, deadline: string, variants: ReadonlyMap<string, string>, municipality: string}} Choices
 * @typedef {Record<string, Record<string, string[]>>} Lists sentences by list and by variant
 * @typedef {{
 *   begin: {vorm: string, termijn: string, delen: Record<string, string>}, varianten: string[], plek: string, gemeenten: string[],
 *   termijnen: Array<{id: string, naam: string, steun: string, signaal: string, gevolg: string}>,
 *   vormen: Array<{id: string, naam: string, opbouw: Array<{soort: string, tekst: string, aanhef: string}>}>,
 *   delen: Array<{id: string, naam: string, teksten: Lists}>,
 *   botsingen: Array<Clash>}} Texts
 * @typedef {{met: string[], zonder: string[], termijnen: string[], kan: boolean, uitleg: string}} Clash
 */

const WHOLE = 'akkoord';
/** @type {Record<string, Block['soort']>} */
const SINGLE = { alineas: 'alinea', punten: 'punt', nummers: 'nummer' };

/**
 * @param {Texts} texts
 * @param {Choices} choices
 * @returns {Block[]} the text from top to bottom; whether choices go together is not asked here
 */
export function compose(texts, choices) {
  const form = texts.vormen.find(({ id }) => id === choices.form);
  const clauses = texts.delen.filter(({ id }) => choices.variants.has(id));
  return (form?.opbouw ?? []).flatMap(({ soort, tekst, aanhef }) => {
    if (!SINGLE[soort]) return [makeBlock(soort, tekst)];
    const found = clauses.flatMap(({ id, teksten }) => findTexts(teksten, tekst, choices.variants.get(id) ?? '', texts.varianten));
    const opening = found.length && aanhef ? [makeBlock('alinea', aanhef)] : [];
    return [...opening, ...found.map((text) => makeBlock(SINGLE[soort], text))];
  }).map((block) => ({ ...block, tekst: fill(block.tekst, texts, choices) }));
}

/**
 * @param {string} soort
 * @param {string} tekst
 * @returns {Block}
 */
function makeBlock(soort, tekst) {
  return { soort: /** @type {Block['soort']} */ (soort), tekst };
}

/**
 * @param {Lists} lists
 * @param {string} name
 * @param {string} variant
 * @param {string[]} variants
 * @returns {string[]}
 */
export function findTexts(lists, name, variant, variants) {
  const list = lists[name] ?? {};
  if (name === WHOLE || !variants.includes(variant)) return list[variant] ?? [];
  return variants.slice(0, variants.indexOf(variant) + 1).flatMap((each) => list[each] ?? []);
}

/**
 * @param {string} text
 * @param {Texts} texts
 * @param {Choices} choices
 */
function fill(text, texts, { deadline, municipality }) {
  const time = texts.termijnen.find(({ id }) => id === deadline);
  const timed = time ? text.replaceAll('{steun}', () => time.steun).replaceAll('{signaal}', () => time.signaal) : text;
  return municipality ? timed.replaceAll(texts.plek, () => municipality) : timed;
}

/**
 * @param {Texts} texts
 * @param {Choices} choices
 * @returns {Clash[]} what must be said about the choices
 */
export function findClashes(texts, { deadline, variants }) {
  return texts.botsingen.filter(({ met, zonder, termijnen }) => met.every((id) => variants.has(id))
    && !zonder.some((id) => variants.has(id))
    && (!termijnen.length || termijnen.includes(deadline)));
}

/**
 * @param {Block[]} blocks
 * @returns {string} plain text
 */
export function renderPlain(blocks) {
  let number = 0;
  return blocks.map(({ soort, tekst }, index) => {
    number = soort === 'nummer' ? number + 1 : 0;
    const gap = index && !(isItem(soort) && blocks[index - 1].soort === soort) ? '\n' : '';
    const sign = soort === 'punt' ? '- ' : soort === 'nummer' ? `${number}. ` : '';
    return `${gap}${sign}${tekst}\n`;
  }).join('');
}

/** @param {string} soort */
export function isItem(soort) {
  return soort === 'punt' || soort === 'nummer';
}
