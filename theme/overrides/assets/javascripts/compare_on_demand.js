/* The button above an output that compares it with the reader's own. What it does is loaded when it is first used: its
   address is in the template xb-pointers. */
(() => {
  "use strict";
  const address = document.getElementById("xb-pointers")?.dataset.compare;
  const words = document.documentElement.lang === "ko" ? "내 출력과 비교" : "Compare with mine";

  let loaded;
  const load = () =>
    (loaded ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.addEventListener("load", resolve);
      script.addEventListener("error", () => {
        loaded = undefined; // the next click tries again
        reject(new Error("compare.js"));
      });
      script.src = address;
      document.head.append(script);
    }));

  for (const box of address ? document.querySelectorAll("[data-example] > .xb-output") : []) {
    const button = document.createElement("button");
    button.type = "button";
    button.ariaExpanded = "false";
    button.textContent = words;
    let opened;
    button.addEventListener("click", async () => {
      await load();
      if (opened) opened.hidden = !opened.hidden;
      else box.append((opened = globalThis.execbook.comparison(box)));
      button.ariaExpanded = String(!opened.hidden);
      if (!opened.hidden) opened.querySelector("textarea").focus();
    });
    box.querySelector("pre").before(button);
  }
})();
