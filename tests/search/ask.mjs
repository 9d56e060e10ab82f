/**
 * Asks the browser's search engine queries in this process: `node ask.mjs SCRIPTS EXPORT` reads a
 * JSON list of [query, prefix] and writes a list of answers. Files come from the disk.
 */

import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [scripts, exported] = process.argv.slice(2).map((path) => pathToFileURL(`${path}/`));

globalThis.fetch = async (address) => {
  const text = await readFile(fileURLToPath(address), 'utf-8').catch(() => undefined);
  return { ok: text !== undefined, status: text === undefined ? 404 : 200, text: async () => text };
};

let input = '';
for await (const piece of process.stdin) input += piece;
const { load, SearchError } = await import(new URL('search.js', scripts));

/**
 * @param {[string, boolean]} asked
 */
async function answer([query, prefix]) {
  const { hits, count, alsoSearched, didYouMean, cut } =
    await (await opening).query(query, { prefix, limit: 10 });
  return {
    hits: hits.map(({ url, score, sections }) => [url, score, sections.map(({ url: at }) => at)]),
    count,
    also: alsoSearched,
    corrected: didYouMean,
    cut,
  };
}

const opening = load(exported);
const answers = [];
for (const asked of JSON.parse(input)) {
  answers.push(await answer(asked).catch((error) => {
    if (!(error instanceof SearchError)) throw error;
    return { error: error.kind };
  }));
}
process.stdout.write(JSON.stringify(answers));
