/* The knobs of a page: what they do is loaded by the first touch, or at once if the address holds the state of one. */
(() => {
  "use strict";
  const here = document.currentScript.src;
  const given = new URLSearchParams(location.search);
  let loading;
  const load = () =>
    (loading ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.addEventListener("load", resolve);
      script.addEventListener("error", () => {
        loading = undefined; // the next touch tries again
        reject(new Error("knob.js"));
      });
      script.src = here.replace("_on_demand", "");
      document.head.append(script);
    }));

  for (const box of document.querySelectorAll(".xb-knob")) {
    const button = box.querySelector("button");
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      button.textContent = document.documentElement.lang === "ko" ? "다음 값" : "Next value";
    }
    const touched = () => load().catch(() => {});
    const first = () => load().then(() => button.click(), () => {});
    button.addEventListener("click", first);
    for (const event of ["pointerdown", "input"]) box.addEventListener(event, touched);
    if (given.has(box.closest("[data-example]").id)) touched();
    box.addEventListener("xb-ready", () => button.removeEventListener("click", first));
  }
})();
