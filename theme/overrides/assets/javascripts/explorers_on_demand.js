/* The explorers of a page, such as <div class="xb-explorer" id="xb-softmax" data-explorer="softmax">. What they do is
   loaded only when one comes into view or is touched, or at once if the address holds its state. They make their controls
   themselves: without scripts a page has none that is dead. */
(() => {
  "use strict";
  const here = document.currentScript?.src;
  const places = document.querySelectorAll(".xb-explorer");
  if (!places[0]) return;

  const loads = {};
  const load = (tag, file, properties) =>
    (loads[file] ??= new Promise((resolve, reject) => {
      const element = Object.assign(document.createElement(tag), properties);
      element.addEventListener("load", resolve);
      element.addEventListener("error", () => {
        delete loads[file]; // the next touch tries again
        element.remove();
        reject(new Error(file));
      });
      element[tag === "link" ? "href" : "src"] = new URL(`../${file}`, here).href;
      document.head.append(element);
    }));

  const open = async (place) => {
    const name = place.dataset.explorer;
    try {
      await Promise.all([
        load("link", "stylesheets/explorer.css", { rel: "stylesheet" }),
        load("script", "javascripts/explorer_parts.js"),
      ]);
      await load("script", `javascripts/explorer_${name}.js`);
    } catch {
      return; // what was recorded is shown above it
    }
    if (!place.role) globalThis.execbook.explorers[name](place);
  };
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) if (isIntersecting) open(target);
    },
    { rootMargin: "200px" },
  );
  const given = new URLSearchParams(location.search);
  for (const place of places) {
    place.addEventListener("pointerdown", () => place.role || open(place));
    if (given.has(place.id.slice(3))) open(place);
    else seen.observe(place);
  }
})();
