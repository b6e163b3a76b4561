/* Small additions to Material's markup that need a script. The site is readable without it. */
(() => {
  "use strict";
  const korean = document.documentElement.lang === "ko";

  // The language switch keeps the section: ids are the same in both languages.
  const followHash = () => {
    for (const link of document.querySelectorAll("a.xb-language")) link.hash = location.hash;
  };
  addEventListener("hashchange", followHash);
  for (const link of document.querySelectorAll("a.xb-language")) {
    for (const event of ["pointerdown", "focus", "click"]) link.addEventListener(event, followHash);
  }

  // Each code box's buttons are in a <nav> that Material creates by script: give each a unique name.
  let unnamed = 0;
  const nameOf = (box) =>
    box.closest("[data-example]")?.querySelector(".xb-name")?.textContent ??
    (korean ? `코드 ${++unnamed}` : `code ${++unnamed}`);
  const names = new Set();
  const label = (nav) => {
    const name = nameOf(nav);
    let unique = name;
    for (let n = 2; names.has(unique); n++) unique = `${name} (${n})`;
    names.add(unique);
    nav.setAttribute("aria-label", korean ? `${unique} 도구` : `Tools for ${unique}`);
  };
  const labelAll = () => document.querySelectorAll(".md-code__nav:not([aria-label])").forEach(label);
  new MutationObserver(labelAll).observe(document.body, { childList: true, subtree: true });
  labelAll();

  // Elements that scroll must be focusable and have a name; those that do not scroll should not be tab stops.
  const boxes =
    ".md-typeset pre > code, .md-typeset .xb-output pre, .md-typeset__scrollwrap, .xb-math, .xb-svg, .xb-tables, p:has(> img)";
  const named = new Set();
  const makeReachable = () => {
    // First all are measured, then all are changed: otherwise each change would cause another layout.
    const shown = [...document.querySelectorAll(boxes)].filter((box) => box.checkVisibility());
    const wide = new Set(shown.filter((box) => box.scrollWidth > box.clientWidth));
    for (const box of shown) {
      if (wide.has(box)) {
        box.tabIndex = 0;
        if (box.hasAttribute("aria-label")) continue;
        box.setAttribute("role", "group");
        box.setAttribute("aria-label", korean ? "옆으로 넘겨 볼 수 있는 상자" : "Box that scrolls sideways");
        named.add(box);
      } else {
        box.removeAttribute("tabindex");
        if (named.delete(box)) ["role", "aria-label"].forEach((name) => box.removeAttribute(name));
      }
    }
  };
  // A formula is narrower once its font has loaded.
  addEventListener("load", () => document.fonts.ready.then(() => requestAnimationFrame(makeReachable)));
  addEventListener("resize", makeReachable);
  addEventListener("toggle", makeReachable, true); // closed details have no width
})();
