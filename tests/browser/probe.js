/**
 * What the tests ask of a page. It runs before the page's own scripts, so that it sees all they do,
 * and judges nothing by name: it knows no component, only what is shown.
 */
window.probe = (() => {
  const refused = [];
  document.addEventListener('securitypolicyviolation', (event) => {
    refused.push(`${event.effectiveDirective}: ${event.blockedURI}`);
  });

  const shifted = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) {
      shifted.push(`${value.toFixed(4)} ${sources.map(({ node, previousRect, currentRect }) =>
        `${node?.nodeName}.${node?.className} from ${previousRect.x}, ${previousRect.y} to ${currentRect.x}, ${currentRect.y}`)}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });

  const CONTROLS = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  const RUNNING = 'main :is(p, li, dd, td, blockquote)';

  // ---- What is seen -------------------------------------------------------------------------

  /** Text for screen readers alone is cut down to a pixel. */
  const isCut = (element) => {
    for (let node = element; node; node = node.parentElement) {
      const style = getComputedStyle(node);
      if (style.clipPath === 'inset(50%)') return true;
    }
    return false;
  };

  const isSeen = (element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !isCut(element);

  const ownText = (element) =>
    [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.data)
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();

  const seenTexts = (root) =>
    [root, ...root.querySelectorAll('*')].filter((element) => ownText(element) && isSeen(element));

  /** A short way to name an element in a failure. */
  const nameOf = (element) => {
    const name = element.className?.baseVal ?? element.className;
    const text = (element.getAttribute('aria-label') ?? element.textContent).trim();
    return `${element.localName}${name ? `.${name}` : ''} «${text.replace(/\s+/g, ' ').slice(0, 40)}»`;
  };

  // ---- Contrast -----------------------------------------------------------------------------

  const brush = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const known = new Map();

  /** Any colour of CSS as red, green, blue and opacity. */
  const parseColour = (colour) => {
    if (!known.has(colour)) {
      brush.clearRect(0, 0, 1, 1);
      brush.fillStyle = colour;
      brush.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = brush.getImageData(0, 0, 1, 1).data;
      known.set(colour, [red, green, blue, alpha / 255]);
    }
    return known.get(colour);
  };

  const lay = ([red, green, blue, alpha], below) =>
    [red, green, blue].map((part, index) => part * alpha + below[index] * (1 - alpha));

  /** The colour behind an element. Images are left out: axe tells where they lie behind text. */
  const groundOf = (element) => {
    if (!element) return parseColour(getComputedStyle(document.documentElement).colorScheme.includes('dark')
      && matchMedia('(prefers-color-scheme: dark)').matches ? '#121212' : '#fff').slice(0, 3);
    const colour = parseColour(getComputedStyle(element).backgroundColor);
    return colour[3] === 1 ? colour.slice(0, 3) : lay(colour, groundOf(element.parentElement));
  };

  const luminance = (colour) => {
    const [red, green, blue] = colour.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };

  const contrast = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };

  const contrastOf = (element) => {
    const ground = groundOf(element);
    return contrast(lay(parseColour(getComputedStyle(element).color), ground), ground);
  };

  /** Every text that stands out too little: 7 for running text, 4.5 for the rest, large or not. */
  const findFaintIn = (root) =>
    seenTexts(root)
      .map((element) => [element, contrastOf(element), element.closest(RUNNING) ? 7 : 4.5])
      .filter(([, ratio, least]) => ratio < least)
      .map(([element, ratio]) => `${nameOf(element)} ${ratio.toFixed(2)}`);

  /** Links among words that their colour alone tells apart. */
  const findBareLinks = () =>
    [...document.querySelectorAll('main p a[href], main li a[href]')]
      .filter((link) => isSeen(link) && getComputedStyle(link).display === 'inline')
      .filter((link) => getComputedStyle(link).textDecorationLine === 'none' && ownText(link.parentElement))
      .map((link) => `${nameOf(link)} no line`);

  /** What stands out too little: of the page, and of what opens on a click, one at a time. */
  const findFaint = () => [
    ...findBareLinks(),
    ...findFaintIn(document.body),
    ...[...document.querySelectorAll('[popover]')].flatMap((popover) => {
      popover.showPopover();
      const faint = findFaintIn(popover);
      popover.hidePopover();
      return faint;
    }),
  ];

  // ---- Room ---------------------------------------------------------------------------------

  const scrollsSideways = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX);

  const frameOf = (element) => {
    for (let node = element; node && node !== document.body; node = node.parentElement) {
      if (scrollsSideways(node)) return node;
    }
    return null;
  };

  /** What reaches past the edge of the window; only a table may, in a frame of its own. */
  const findWide = () => {
    const width = document.documentElement.clientWidth;
    const page = document.documentElement.scrollWidth > width ? [`page ${document.documentElement.scrollWidth}`] : [];
    const wide = seenTexts(document.body).filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return (left < -1 || right > width + 1) && !frameOf(element)?.querySelector('table, pre, svg');
    });
    return [...page, ...wide.map(nameOf)];
  };

  const boxOfText = (element) => {
    const range = document.createRange();
    const boxes = [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())
      .map((node) => { range.selectNode(node); return range.getBoundingClientRect(); });
    return {
      right: Math.max(...boxes.map((box) => box.right)),
      bottom: Math.max(...boxes.map((box) => box.bottom)),
    };
  };

  /** Text that its own box cuts off, or that runs out of it over what stands beside or below. */
  const findCut = () =>
    seenTexts(document.body)
      .filter((element) => {
        const style = getComputedStyle(element);
        if (style.display === 'inline' || scrollsSideways(element) || element.ownerSVGElement) return false;
        const [text, box] = [boxOfText(element), element.getBoundingClientRect()];
        return text.right > box.right + 1 || text.bottom > box.bottom + 4;
      })
      .map(nameOf);

  /** The same with the spacing that WCAG 1.4.12 lets a reader set. */
  const findCutWhenSpaced = () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-block-end: 2em !important; }
    `);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const found = [...findWide(), ...findCut()];
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    return found;
  };

  /** A link in an editor's text is as high as its line; axe sees to the room around it. Other targets are 24 pixels. */
  const isInText = (element) =>
    getComputedStyle(element).display === 'inline' && element.closest('p, dd, .tekst') !== null;

  const findSmall = () =>
    [...document.querySelectorAll(CONTROLS)]
      .filter(isSeen)
      .map((element) => [element, element.getBoundingClientRect()])
      .filter(([element, { width, height }]) => (width < 23.9 || height < 23.9) && !isInText(element))
      .map(([element, { width, height }]) => `${nameOf(element)} ${width.toFixed(1)} × ${height.toFixed(1)}`);

  // ---- Focus --------------------------------------------------------------------------------

  /** The element whose outline shows where the focus is: the control, or what stands around it. */
  const outlined = (element) => {
    for (let node = element; node && node !== document.body; node = node.parentElement) {
      const style = getComputedStyle(node);
      if (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) return node;
    }
    return null;
  };

  /** What stays in place while the page scrolls, and may so come over what has the focus. */
  const findStuck = () =>
    [...document.querySelectorAll('body *')].filter((element) =>
      /sticky|fixed/.test(getComputedStyle(element).position) && isSeen(element));

  const overlap = (one, other) =>
    one.left < other.right - 1 && one.right > other.left + 1 && one.top < other.bottom - 1 && one.bottom > other.top + 1;

  /** What is wrong with the focus where it is now; empty when all of it is seen. */
  const judgeFocus = (stuck = findStuck()) => {
    const element = document.activeElement;
    if (!element || element === document.body) return '';
    const marked = outlined(element);
    if (!marked) return `${nameOf(element)}: no outline`;
    const style = getComputedStyle(marked);
    const inside = parseFloat(style.outlineOffset) < 0;
    const ground = groundOf(inside ? marked : marked.parentElement);
    const ratio = contrast(lay(parseColour(style.outlineColor), ground), ground);
    if (ratio < 3) return `${nameOf(element)}: outline ${ratio.toFixed(2)}`;
    // Of words on two lines, one line in full sight tells enough.
    const faults = [...marked.getClientRects()].map((box) => judgeSight(box, element, stuck));
    return faults.includes('') ? '' : `${nameOf(element)}: ${faults[0]}`;
  };

  const judgeSight = (box, element, stuck) => {
    if (box.bottom < 1 || box.top > innerHeight - 1 || box.right < 1 || box.left > innerWidth - 1) return 'out of sight';
    // What is higher than the room below the strip cannot help lying under it; its sides are seen.
    const strips = stuck.map((other) => other.getBoundingClientRect()).filter(({ top }) => top < 1);
    const room = innerHeight - Math.max(0, ...strips.map(({ bottom }) => bottom));
    if (box.height > room - 40) return '';
    const cover = stuck.find((other) =>
      !other.contains(element) && overlap(box, other.getBoundingClientRect()) && covers(other, box));
    return cover ? `under ${nameOf(cover)}` : '';
  };

  /** Whether `other` is on top somewhere in the box. */
  const covers = (other, box) => {
    const theirs = other.getBoundingClientRect();
    const left = Math.max(box.left, theirs.left, 0);
    const right = Math.min(box.right, theirs.right, innerWidth);
    const top = Math.max(box.top, theirs.top, 0);
    const bottom = Math.min(box.bottom, theirs.bottom, innerHeight);
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return hit !== null && other.contains(hit);
  };

  const findStops = () =>
    [...document.querySelectorAll(CONTROLS)].filter((element) =>
      element.checkVisibility({ visibilityProperty: true }) && element.tabIndex >= 0);

  /** Puts the focus on all there is, down the page and up again. */
  const walkFocus = () => {
    const stuck = findStuck();
    const found = new Set();
    const stops = findStops();
    for (const stop of [...stops, ...stops.toReversed()]) {
      stop.focus();
      const fault = judgeFocus(stuck);
      if (fault) found.add(fault);
    }
    document.activeElement?.blur();
    scrollTo(0, 0);
    return [...found];
  };

  /** Judges the focus wherever the Tab key takes it from now on; returns how many stops there are. */
  const watchFocus = () => {
    const stuck = findStuck();
    probe.reached = 0;
    probe.faults = [];
    document.addEventListener('focusin', () => {
      probe.reached += 1;
      const fault = judgeFocus(stuck);
      if (fault) probe.faults.push(fault);
    });
    return findStops().length;
  };

  // ---- The rest -----------------------------------------------------------------------------

  /** What moves although the visitor asked for rest. */
  const findMoving = () =>
    [...document.querySelectorAll('*')]
      .filter((element) =>
        ['', '::before', '::after'].some((part) => {
          const style = getComputedStyle(element, part || null);
          return [style.transitionDuration, style.animationDuration].some((text) =>
            text.split(',').some((time) => parseFloat(time) > 0.01)) || style.scrollBehavior === 'smooth';
        }))
      .map(nameOf);

  const countKept = async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  });

  const unfold = () => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  };

  const nextFrame = () => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });

  const runAxe = async (scope, options) => {
    const { violations } = await axe.run(scope, { ...options, resultTypes: ['violations'], preload: false });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  };

  /** Most of axe's time goes to these; findFaint sees to the same, faster and stricter. */
  const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

  /** What axe finds against WCAG 2.2 A and AA, colours left out. */
  const findViolations = () =>
    runAxe(document, {
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
      rules: Object.fromEntries(COLOUR_RULES.map((rule) => [rule, { enabled: false }])),
    });

  /** What axe finds against colours; a long list is alike after its first entries. */
  const findColourViolations = () =>
    runAxe({ exclude: [':is(li, tr, dt, dd, section):nth-child(n + 20)'] }, { runOnly: COLOUR_RULES });

  /** What is wrong with the way out, when the page has been scrolled to its end. */
  const findExitFaults = () => {
    const link = document.querySelector('[data-module="exit-this-page"] a');
    const faults = [];
    if (findStops().indexOf(link) !== 1) faults.push('not the second stop of the Tab key');
    if (link.closest('form, dialog, [popover]')) faults.push('in a form');
    scrollTo(0, document.body.scrollHeight);
    const { left, right, top, bottom, width, height } = link.getBoundingClientRect();
    if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) faults.push('out of sight');
    if (Math.min(width, height) < 24) faults.push('too small');
    if (!link.contains(document.elementFromPoint(left + width / 2, top + height / 2))) faults.push('covered');
    scrollTo(0, 0);
    return faults;
  };

  /** What of the text a visitor sees; forms and buttons work with scripts alone, and so are no part of it. */
  const readText = () =>
    seenTexts(document.querySelector('main'))
      .filter((element) => !element.closest('form, button, [role=status]'))
      .flatMap((element) => [...element.childNodes])
      .filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())
      .map((node) => node.data);

  /** All there is to say of a page at this width; `colours` has axe judge those too, at a price. */
  const measure = async ({ colours }) => {
    await nextFrame();
    const resources = performance.getEntriesByType('resource').map((entry) => entry.name);
    const asFound = { shifted: [...shifted], resources, text: readText(), kept: await countKept(), wide: findWide(), cut: findCut() };
    unfold();
    return {
      ...asFound,
      faint: findFaint(),
      small: findSmall(),
      spaced: findCutWhenSpaced(),
      moving: findMoving(),
      violations: [...await findViolations(), ...colours ? await findColourViolations() : []],
      unseen: walkFocus(),
      exit: findExitFaults(),
      refused,
    };
  };

  /** What may differ in another scheme of colours. */
  const measureColours = async ({ colours }) => ({
    faint: findFaint(),
    unseen: walkFocus(),
    violations: colours ? await findColourViolations() : [],
  });

  return { measure, measureColours, findFaint, watchFocus };
})();
