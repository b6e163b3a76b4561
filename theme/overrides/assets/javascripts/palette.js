/* Light, dark, or what the device says. In place of the theme's own script for it, which styles the whole page anew
   four times while it loads, though nothing changes: a fifth of all that a phone has to do before it answers.
   partials/javascripts/palette.html has decided what the page looks like before this is here. */
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
      input.checked = n === index; // a browser that goes back has its own idea of it
      input.nextElementSibling.hidden = n !== index;
    });
  };

  const recall = () => {
    try {
      const kept = __md_get(KEY)?.index;
      index = Number.isInteger(kept) && inputs[kept] ? kept : 0;
    } catch {} // a browser that keeps nothing
    show();
  };

  // The choice holds in both languages.
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

  // A page that the reader goes back to, or has open in another tab, looks as was chosen since.
  addEventListener("pageshow", recall);
  addEventListener("storage", recall);
  recall();
})();
