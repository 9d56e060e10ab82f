/**
 * Runs the browser's arithmetic in this process: `node ask.mjs SCRIPTS` reads a JSON list of [what, ...arguments] and writes
 * a list of answers. A span is a list of two fractions as texts.
 */

import { pathToFileURL } from 'node:url';

const scripts = pathToFileURL(`${process.argv[2]}/`);
const number = await import(new URL('cost-number.js', scripts));
const model = await import(new URL('cost-model.js', scripts));
const { renderCsv } = await import(new URL('cost-csv.js', scripts));

const divisor = (a, b) => (b ? divisor(b, a % b) : a);
const writeFraction = ({ over, under }) => {
  const common = divisor(over < 0n ? -over : over, under);
  return under === common ? `${over / common}` : `${over / common}/${under / common}`;
};
const write = (span) => span && [writeFraction(span.low), writeFraction(span.high)];
const readFraction = (text) => {
  const [over, under = '1'] = text.split('/');
  return { over: BigInt(over), under: BigInt(under) };
};
const read = ([low, high]) => ({ low: readFraction(low), high: readFraction(high) });
const readValues = (texts) =>
  new Map(Object.entries(texts).map(([id, text]) => [id, number.findSpan(text)]).filter(([, span]) => span));

const answers = {
  number: (text) => write(number.findSpan(text)),
  fault: (text, limits) => number.findFault(text, limits),
  rendered: (span, decimals) => number.renderSpan(read(span), decimals),
  formula: (formula, texts) => write(model.compute(formula, readValues(texts))),
  outcome: (sum, size, phase, texts) => {
    const lines = model.computeOutcome(sum, size, phase, readValues(texts));
    const of = (measure) => write(model.sum(lines.map(({ post, span }) => (post.measure === measure ? span : null))));
    return {
      spans: Object.fromEntries(lines.map(({ post, span }) => [post.id, write(span)])),
      worth: Object.fromEntries(lines.map(({ post, worth }) => [post.id, write(worth)])),
      hours: of('uren'),
      euros: of('euro'),
    };
  },
  words: (formula, names) => model.renderFormula(formula, names, () => ''),
  missing: (sum, post, size, known) =>
    model.findMissing(sum, sum.posts.find(({ id }) => id === post), size, (id) => !known.includes(id)),
  share: (part, whole) => number.findShare(readFraction(part), readFraction(whole)),
  csv: (rows) => renderCsv(rows),
};

let input = '';
for await (const piece of process.stdin) input += piece;
process.stdout.write(JSON.stringify(JSON.parse(input).map(([what, ...given]) => answers[what](...given))));
