"""The judged queries in a real Chromium, on the hub itself: the same pages as `invoke search`."""

from pathlib import Path

import yaml

JUDGED = sorted(Path(__file__).parent.glob("judged*.yaml"))
ANSWER_ALL = """async (queries) => {
  const main = document.querySelector('script[src$="/main.js"]').src;
  const { load } = await import(new URL('search/search.js', main));
  const search = await load('index/');
  const answers = [];
  for (const query of queries) {
    const { hits } = await search.query(query, { prefix: true });
    answers.push(hits.map(({ url, score }) => [url, score]));
  }
  return answers;
}"""


def read_queries() -> list[str]:
    rows = (yaml.safe_load(path.read_text(encoding="utf-8")) for path in JUDGED)
    return [row["query"] for part in rows for row in part]


def test_chromium_gives_the_top_ten_of_the_index_for_every_judged_query(
    page, hub_index, hub_address
):
    queries = read_queries()
    page.goto(f"{hub_address}zoeken/")
    found = page.evaluate(ANSWER_ALL, queries)
    expected = [
        [[hit.url, hit.score] for hit in hub_index.ask(query, prefix=True).hits]
        for query in queries
    ]
    assert dict(zip(queries, found, strict=True)) == dict(zip(queries, expected, strict=True))
    assert len(queries) >= 170
