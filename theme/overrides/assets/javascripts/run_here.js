/* "Run it here": only what a click needs. The click loads the rest, see theme/run. */
(() => {
  "use strict";
  const loads = {};
  let known = "";
  try {
    known = localStorage.getItem("xb-loaded") ?? "";
  } catch {} // a browser that keeps nothing
  known = known.split(" ");

  for (const offer of document.querySelectorAll("[data-run] > .xb-go")) {
    const section = offer.parentNode;
    const [button, note] = offer.children;
    const { run, packages } = section.dataset;
    if (packages.split(" ").every((name) => known.includes(name))) note.textContent = "";
    const load = async (code) => {
      try {
        await (await import(new URL(`${run}run.js`, document.baseURI))).open(section, code);
      } catch {
        note.textContent = document.documentElement.lang === "ko" ? "열지 못했습니다. 페이지를 새로 고쳐 보세요." : "It could not be opened. Reload the page.";
      }
    };
    loads[section.id] = load;
    button.addEventListener("click", () => load());
  }

  // An address may bring code along, which is shown and not run: #example-relu?code=…
  const follow = () => {
    const [id, code] = location.hash.slice(1).split("?code=");
    if (code) loads[id]?.(code);
  };
  addEventListener("hashchange", follow);
  follow();
})();
