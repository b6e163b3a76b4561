/* Light, dark, or the device's setting. Replaces the theme's own script, which restyles the whole page four times
   while it loads, though nothing changes: a fifth of the work of a phone before the page responds.
   partials/javascripts/palette.html has set the palette before this script runs. */
(() => {
  "use strict";
  const form = document.querySelector("[data-md-component=palette]");
  if (!form) return;
  const KEY = "__palette";
  const inputs = [...form.querySelectorAll("input")]; // the device's, light, dark
  const isDark = matchMedia("(prefers-color-scheme: dark)");
  const bars = [...document.querySelectorAll("meta[name=theme-color]")]; // light, dark: the browser's own bar
  const colours = bars.map((bar) => bar.content);
  let index = 0;

  const show = () => {
    const { mdColorScheme } = inputs[index || (isDark.matches ? 2 : 1)].dataset;
    if (document.body.dataset.mdColorScheme !== mdColorScheme) {
      document.body.dataset.mdColorScheme = mdColorScheme;
      document.documentElement.style.colorScheme = mdColorScheme === "slate" ? "dark" : "";
    }
    bars.forEach((bar, n) => (bar.content = colours[index ? index - 1 : n]));
    inputs.forEach((input, n) => {
      input.checked = n === index; // a browser that navigates back restores another state
      input.nextElementSibling.hidden = n !== index;
    });
  };

  const recall = () => {
    try {
      const kept = __md_get(KEY)?.index;
      index = Number.isInteger(kept) && inputs[kept] ? kept : 0;
    } catch {} // storage is not available
    show();
  };

  // The choice applies to both languages.
  const keep = () => {
    try {
      for (const language of ["ko", "en"]) __md_set(KEY, { index }, localStorage, new URL(`../${language}/`, __md_scope));
    } catch {}
  };

  const change = () => {
    document.body.dataset.mdColorSwitching = ""; // at once, without a fade
    show();
    setTimeout(() => delete document.body.dataset.mdColorSwitching);
  };

  form.addEventListener("change", ({ target }) => {
    index = inputs.indexOf(target);
    change();
    keep();
  });
  isDark.addEventListener("change", change);

  // Apply the choice to pages that the reader goes back to, or has open in another tab.
  addEventListener("pageshow", recall);
  addEventListener("storage", recall);
  recall();
})();
