/** For whom, and what kind of page: choices that narrow the list of what was found. */

/** @typedef {import("../search/search.js").Facets} Facets */
/** @typedef {import("../search/search.js").Answer["facets"]} Counts */

/**
 * @param {HTMLElement} part holds radio buttons below `data-search-facet="audience"` and `="kind"`
 * @param {() => void} choose called at another choice
 * @returns {{read: () => Facets, show: (counts: Counts) => void, reset: () => void}}
 */
export function makeFacets(part, choose) {
  const reset = () => {
    for (const radio of findRadios(part)) radio.checked = radio.value === '';
  };
  part.addEventListener('change', choose);
  // A browser restores what was chosen on an earlier visit.
  reset();
  return {
    read: () => ({ audience: findChosen(part, 'audience'), kind: findChosen(part, 'kind') }),
    show: ({ audiences, kinds }) => {
      part.hidden = Object.keys(kinds).length === 0;
      showCounts(part, 'audience', audiences);
      showCounts(part, 'kind', kinds);
    },
    reset,
  };
}

/**
 * @param {HTMLElement} part
 * @param {string} [facet]
 * @returns {HTMLInputElement[]}
 */
function findRadios(part, facet) {
  const group = facet ? part.querySelector(`[data-search-facet=${facet}]`) : part;
  return [...(group?.querySelectorAll('input') ?? [])];
}

/**
 * @param {HTMLElement} part
 * @param {string} facet
 */
function findChosen(part, facet) {
  return findRadios(part, facet).find(({ checked }) => checked)?.value ?? '';
}

/**
 * What nothing was found of is no choice; but what is chosen stays, lest nobody sees why.
 *
 * @param {HTMLElement} part
 * @param {string} facet
 * @param {Record<string, number>} counts
 */
function showCounts(part, facet, counts) {
  for (const radio of findRadios(part, facet)) {
    const label = radio.closest('label');
    if (!radio.value || !label) continue;
    const count = counts[radio.value] ?? 0;
    label.hidden = count === 0 && !radio.checked;
    label.querySelector('[data-count]')?.replaceChildren(String(count));
  }
}
