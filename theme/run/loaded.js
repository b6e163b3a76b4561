/* What this browser has loaded before need not be announced again: see run_here.js, which reads it. */

const KEY = "xb-loaded";

export const markLoaded = (packages) => {
  try {
    const known = new Set(`${localStorage.getItem(KEY) ?? ""} ${packages.join(" ")}`.split(" ").filter(Boolean));
    localStorage.setItem(KEY, [...known].join(" "));
    for (const section of document.querySelectorAll("[data-packages]")) {
      const isThere = section.dataset.packages.split(" ").every((name) => known.has(name));
      if (isThere) section.querySelector(".xb-go small").replaceChildren();
    }
  } catch {}
};
