/* A button at each section that shows it in the other language. What it does is loaded by the first click, or at once if
   the address names sections: ?both=dead,run, or all of them: ?both. From disk a page cannot fetch another. */
(() => {
  "use strict";
  const here = document.currentScript?.src;
  const other = document.querySelector("a.xb-language");
  if (!here || !other || !location.protocol.startsWith("http")) return;
  const asked = new URLSearchParams(location.search).get("both");
  const name = other.textContent.trim();
  for (const heading of document.querySelectorAll(".md-content__inner > h2[id]")) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "xb-both", lang: other.lang });
    button.textContent = name;
    button.ariaLabel = `${name}: ${heading.textContent.replace(/#$/, "")}`;
    button.ariaExpanded = "false";
    const toggle = async () => (await import(new URL("both.js", here))).toggle(heading, button, other.href.split("#")[0]);
    button.addEventListener("click", toggle);
    heading.after(button);
    if (asked === "" || asked?.split(",").includes(heading.id)) toggle();
  }
})();
