/* "Run it here": only what a click needs. The click loads the rest, see theme/run. */
(() => {
  "use strict";
  const korean = document.documentElement.lang === "ko";

  if (location.protocol === "file:") {
    // From disk, browsers start no worker.
    for (const offer of document.querySelectorAll(".xb-go, .xb-lab")) offer.remove();
    return;
  }

  let known = [];
  try {
    known = (localStorage.getItem("xb-loaded") ?? "").split(" ");
  } catch {} // a browser that keeps nothing

  const load = async (section) => {
    const note = section.querySelector(".xb-go small");
    const button = section.querySelector(".xb-go button");
    button.disabled = true;
    try {
      const { open } = await import(new URL(`${section.dataset.run}run.js`, document.baseURI).href);
      return await open(section);
    } catch {
      note.textContent = korean ? "연결이 끊겨 열지 못했습니다. 다시 눌러 보세요." : "The connection was lost. Try again.";
    } finally {
      button.disabled = false;
    }
  };

  for (const section of document.querySelectorAll("[data-run]")) {
    if (section.dataset.packages.split(" ").every((name) => known.includes(name))) section.querySelector(".xb-go small").textContent = "";
    section.querySelector(".xb-go button").addEventListener("click", async () => (await load(section))?.run());
  }

  // An address may bring code along, which is shown and not run: #example-relu?code=…
  const follow = async () => {
    const [, id, code] = /^#([\w-]+)\?code=([\w-]+)$/.exec(location.hash) ?? [];
    const section = id && document.getElementById(id);
    if (!section?.dataset.run) return;
    section.scrollIntoView();
    (await load(section))?.take(code);
  };
  addEventListener("hashchange", follow);
  follow();
})();
