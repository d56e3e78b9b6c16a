// What the keyboard walk asks of the page each time Tab was pressed. Loaded by keyboard.py.
window.keys = (() => {
  const REACHED = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
  const path = (one) => {
    const steps = [];
    for (let it = one; it && it !== document.body; it = it.parentElement) steps.unshift(`${it.localName}:${[...it.parentElement.children].indexOf(it)}`);
    return steps.join("/");
  };
  const name = (one) => `<${one.localName}> “${(one.innerText || one.name || "").trim().replace(/\s+/g, " ").slice(0, 40)}”`;
  const box = (one) => (one.matches("[type=radio], [type=checkbox]") && one.labels[0] ? one.labels[0] : one).getBoundingClientRect();
  const reachable = (one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.tabIndex >= 0;

  // A group of radio buttons is one stop: the chosen one, else the first.
  function stops() {
    const groups = new Set();
    return [...document.querySelectorAll(REACHED)].filter(reachable).filter((one) => {
      if (one.type !== "radio") return true;
      const all = [...document.querySelectorAll(`input[type=radio][name="${CSS.escape(one.name)}"]`)].filter((it) => it.form === one.form);
      const key = path(all[0]);
      if (groups.has(key)) return false;
      groups.add(key);
      return true;
    }).map((one) => ({ key: one.type === "radio" ? `radio ${one.name}` : path(one), name: name(one) }));
  }

  // The focused element: what it is, whether its focus can be seen, and what is wrong with where it is.
  function here() {
    const one = document.activeElement;
    if (!one || one === document.body || one === document.documentElement) return null;
    const faults = [], own = getComputedStyle(one), after = getComputedStyle(one, "::after");
    const ring = (it) => it.outlineStyle === "auto" || it.outlineStyle !== "none" && parseFloat(it.outlineWidth) >= 2;
    // The parts of a date are stops of their own, whose focus the browser shows.
    const within = one.type === "date" && !one.matches(":focus-visible");
    if (!ring(own) && !ring(after) && !within) faults.push("its focus cannot be seen");
    const at = box(one);
    if (at.bottom <= 0 || at.top >= innerHeight || at.right <= 0 || at.left >= innerWidth) faults.push("it is focused outside of the window");
    else {
      const x = Math.min(Math.max(at.left + at.width / 2, 1), innerWidth - 1), y = Math.min(Math.max(at.top + at.height / 2, 1), innerHeight - 1);
      const hit = document.elementFromPoint(x, y);
      const labels = [...(one.labels ?? [])];
      if (hit && !one.contains(hit) && !hit.contains(one) && !labels.some((it) => it.contains(hit))) faults.push(`${name(hit)} lies over it`);
    }
    return { key: one.type === "radio" ? `radio ${one.name}` : path(one), name: name(one), top: at.top + scrollY, left: at.left, bottom: at.bottom + scrollY,
      right: at.right, column: columnOf(one), skip: one.matches("a[href^='#']") && own.position === "absolute", faults };
  }

  // Columns beside each other are each read from top to bottom.
  const columnOf = (one) => { const it = one.closest("aside, nav, header, footer, main, form, li, td, section"); return it ? path(it) : ""; };
  return { stops, here };
})();
