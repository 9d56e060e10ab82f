/**
 * Starts the page's modules: each element with `data-module` gets the module of that name.
 * Every page is complete without this file.
 */

// The exit link comes with this file, because nobody should have to wait for it; the rest is loaded when a page asks.
import * as exitThisPage from './components/exit-this-page.js';

/** @type {Record<string, () => Promise<{start: (element: HTMLElement) => unknown}>>} */
const modules = {
  'exit-this-page': async () => exitThisPage,
  search: () => import('./components/search.js'),
};

for (const element of document.querySelectorAll('[data-module]')) {
  startModule(/** @type {HTMLElement} */ (element));
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
