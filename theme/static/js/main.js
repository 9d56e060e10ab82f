/**
 * Starts the page's modules: each element with `data-module` gets the module of that name.
 * Every page is complete without this file.
 */

// The build takes the exit link into this file, because nobody should have to wait for it; the rest comes when a page asks.
import * as exitThisPage from './components/exit-this-page.js';

/** @type {Record<string, () => Promise<{start: (element: HTMLElement) => unknown}>>} */
const modules = {
  'exit-this-page': async () => exitThisPage,
  toc: () => import('./components/toc.js'),
  search: () => import('./components/search.js'),
  'header-search': () => import('./components/header-search.js'),
  'pack-form': () => import('./components/pack-form.js'),
  'coalition-builder': () => import('./components/coalition-builder.js'),
  'coalition-test': () => import('./components/coalition-test.js'),
  'cost-calculator': () => import('./components/cost-calculator.js'),
  'municipality-filter': () => import('./components/municipality-filter.js'),
};

for (const element of document.querySelectorAll('[data-module]')) {
  prepareModule(/** @type {HTMLElement} */ (element));
}

/**
 * What few visitors use waits until someone does.
 * @param {HTMLElement} element
 */
function prepareModule(element) {
  // Somebody may be typing before this runs.
  if (element.dataset.start !== 'focus' || element.matches(':focus-within')) startModule(element);
  else element.addEventListener('focusin', () => startModule(element), { once: true });
}

/**
 * One module that fails must not take the others with it.
 * @param {HTMLElement} element
 */
async function startModule(element) {
  try {
    const module = await modules[element.dataset.module ?? '']?.();
    await module?.start(element);
  } catch (error) {
    console.error(error);
  }
}
