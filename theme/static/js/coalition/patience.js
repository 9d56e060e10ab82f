/** Long work in slices, so that the page keeps answering. */

const SLICE = 20; // milliseconds

/**
 * @template Result
 * @param {Iterator<undefined, Result>} work
 * @param {() => boolean} isWanted whether anybody still waits for it
 * @returns {Promise<Result | undefined>} undefined when nobody does
 */
export async function finishInSlices(work, isWanted) {
  let until = performance.now() + SLICE;
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() > until) {
      await new Promise((resolve) => setTimeout(resolve));
      if (!isWanted()) return undefined;
      until = performance.now() + SLICE;
    }
  }
}
