// Runs in every frame before its own scripts: tells the outermost page that alert was called, and does to each element what a
// visitor could do. A content security policy does not bind it.
(() => {
  window.alert = () => top.postMessage('fired', '*');
  if (window === top) {
    window.fired = [];
    addEventListener('message', ({ source }) => {
      let frame = source;
      while (frame.parent !== top && frame !== top) frame = frame.parent;
      const place = [...document.querySelectorAll('iframe')].find((one) => one.contentWindow === frame);
      window.fired.push(place ? place.title : 'the page itself');
    });
    return;
  }
  const reacts = (one) => one.matches('body, a, area, button, input, select, textarea, summary, [tabindex]')
    || [...one.attributes].some(({ name }) => name.startsWith('on'));
  const provoke = () => {
    const elements = [...document.querySelectorAll('*')];
    const shadows = elements.flatMap((one) => [...(one.shadowRoot?.querySelectorAll('*') ?? [])]);
    const all = [...elements, ...shadows].filter(reacts);
    for (const one of all) {
      one.focus?.();
      one.blur?.();
      for (const name of ['mouseover', 'pointerdown', 'keydown', 'input', 'change', 'toggle']) {
        one.dispatchEvent(new Event(name, { bubbles: true }));
      }
    }
    // Where a plain link leads is no script, and there are many of them.
    const plain = (one) => /^(https?|tel|mailto):$/.test(one.protocol ?? '')
      && ![...one.attributes].some(({ name }) => name.startsWith('on'));
    for (const one of all.filter((link) => !plain(link))) {
      one.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, view: window }));
    }
    // Later, because it would take the place of where a click leads.
    setTimeout(() => {
      for (const form of document.forms) HTMLFormElement.prototype.requestSubmit.call(form);
    }, 50);
  };
  addEventListener('load', () => setTimeout(provoke));
})();
