// What an eye and a thumb notice on a page, as sentences; no sentence, no fault. Loaded by looking.py; each detector is
// shown what it must find by test_detectors.py.
window.sight = (() => {
  const TARGETS = "a[href], button, input:not([type=hidden]), select, textarea, summary";
  const FIELDS = "button, .button, select, textarea, input:not([type=hidden], [type=radio], [type=checkbox])";
  const LARGE = 44, SMALL = 24, SLACK = 1;

  const name = (one) => {
    const words = (one.innerText || one.value || one.getAttribute("aria-label") || "").trim().replace(/\s+/g, " ");
    const classes = one.getAttribute("class") ? "." + one.getAttribute("class").trim().split(/\s+/).join(".") : "";
    return `<${one.localName}${classes}> “${words.slice(0, 40)}”`;
  };
  const style = (one) => getComputedStyle(one);
  const seen = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const scrolls = (one) => /auto|scroll/.test(style(one).overflowX + style(one).overflowY);
  const cuts = (value) => value === "hidden" || value === "clip";

  function* above(one) {
    for (let it = one; it && it !== document.documentElement; it = it.parentElement) yield it;
  }

  // For screen readers only: meant to be out of sight.
  const spoken = (one) => [...above(one)].some((it) => style(it).clipPath === "inset(50%)" && it.offsetWidth <= 1);
  // Waits off the screen until it is focused (the skip link): the keyboard walk looks at it.
  const waits = (one) => [...above(one)].some((it) => it.matches("a[href^='#']") && style(it).position === "absolute");

  function texts() {
    const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode, one = node.parentElement;
      if (!node.data.trim() || one.closest("script, style, noscript, option, textarea, svg")) continue;
      if (!seen(one) || spoken(one) || waits(one)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) if (box.width > 0.5 && box.height > 0.5) found.push({ one, box });
    }
    return found;
  }

  function targets() {
    return [...document.querySelectorAll(TARGETS)].filter((one) => seen(one) && !spoken(one) && !waits(one));
  }

  // What is pressed for a radio or a box is its label too.
  const pressed = (one) => (one.matches("[type=radio], [type=checkbox]") && one.labels.length ? one.labels[0] : one);
  const rings = (one) => one.getClientRects();

  function sideways() {
    const page = document.documentElement;
    if (page.scrollWidth <= page.clientWidth) return [];
    const wide = [...document.body.querySelectorAll("*")].filter((one) => {
      const box = one.getBoundingClientRect();
      return seen(one) && !spoken(one) && (box.right > page.clientWidth + SLACK || box.left < -SLACK);
    });
    return [`scrolls sideways: ${page.scrollWidth} in ${page.clientWidth}, ${wide.slice(0, 3).map(name).join(", ")}`];
  }

  function clipped() {
    const found = new Set();
    for (const { one, box } of texts()) {
      const room = 0.25 * parseFloat(style(one).fontSize); // a font's box is taller than its letters
      for (const it of above(one)) {
        const own = style(it);
        if (scrolls(it)) break; // reachable by scrolling
        const edge = it.getBoundingClientRect();
        const wide = cuts(own.overflowX) && (box.left < edge.left - SLACK || box.right > edge.right + SLACK);
        const tall = cuts(own.overflowY) && (box.top < edge.top - room || box.bottom > edge.bottom + room);
        if (wide || tall) found.add(`text is cut off: ${name(one)} by ${name(it)}`);
      }
    }
    for (const one of document.querySelectorAll("button, .button, h1, h2, h3, p, li, td, th, label, legend, dt, dd")) {
      if (!seen(one) || spoken(one)) continue;
      const own = style(one);
      if (own.textOverflow === "ellipsis" && one.scrollWidth > one.clientWidth + SLACK) found.add(`text ends in dots: ${name(one)}`);
    }
    return [...found];
  }

  function outside() {
    const width = document.documentElement.clientWidth, found = new Set();
    for (const { one, box } of texts()) {
      if ([...above(one)].some(scrolls)) continue;
      const top = box.top + scrollY;
      if (box.left < -SLACK || box.right > width + SLACK || top < -SLACK) found.add(`text lies outside: ${name(one)}`);
    }
    return [...found];
  }

  function overlapping() {
    const found = [], all = targets().map((one) => ({ one, area: pressed(one), boxes: [...rings(one)] }));
    for (let i = 0; i < all.length; i++)
      for (let j = i + 1; j < all.length; j++) {
        const a = all[i], b = all[j];
        if (a.one.contains(b.one) || b.one.contains(a.one)) continue;
        const meet = a.boxes.some((p) => b.boxes.some((q) =>
          Math.min(p.right, q.right) - Math.max(p.left, q.left) > SLACK && Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top) > SLACK));
        if (meet) found.push(`targets overlap: ${name(a.one)} and ${name(b.one)}`);
      }
    return found;
  }

  // Whatever is pressed in the middle must be what answers.
  function covered() {
    const found = [], back = [scrollX, scrollY];
    for (const one of targets()) {
      one.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
      const box = [...rings(one)].sort((p, q) => q.width * q.height - p.width * p.height)[0];
      if (!box) continue;
      const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      const own = hit && (one.contains(hit) || hit.contains(one) && [...(one.labels ?? [])].includes(hit) || [...(one.labels ?? [])].some((it) => it.contains(hit)));
      if (!own) found.push(`something lies over ${name(one)}: ${hit ? name(hit) : "nothing is there"}`);
    }
    scrollTo({ left: back[0], top: back[1], behavior: "instant" });
    return found;
  }

  // A link in a sentence is as tall as its line (WCAG 2.2, 2.5.8: inline).
  const inSentence = (one) => {
    if (style(one).display !== "inline") return false;
    const block = [...above(one.parentElement)].find((it) => style(it).display !== "inline");
    return block.innerText.trim().length > one.innerText.trim().length + 3;
  };

  // A card's link is stretched over the whole card.
  const stretched = (one) => style(one).position === "static" && getComputedStyle(one, "::after").position === "absolute";

  function small() {
    const found = [];
    for (const one of targets()) {
      if (inSentence(one) || stretched(one)) continue;
      const box = pressed(one).getBoundingClientRect();
      const [least, both] = one.matches(FIELDS) ? [LARGE, box.height] : [SMALL, Math.min(box.width, box.height)];
      if (both < least - 0.5) found.push(`smaller than ${least} px: ${name(one)} (${box.width.toFixed(0)} × ${box.height.toFixed(0)})`);
    }
    return found;
  }

  const whole = () => [...sideways(), ...clipped(), ...outside(), ...overlapping(), ...covered()];
  // What must still be there when text grows: every control, and every word.
  const contents = () => ({ controls: targets().length, words: new Set(texts().map(({ one }) => one)).size });
  return { sideways, clipped, outside, overlapping, covered, small, whole, contents };
})();
