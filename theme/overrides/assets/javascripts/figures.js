/* Show a figure enlarged over the page, by its link or a click on it. Without this script the link opens its file. */
(() => {
  "use strict";
  const korean = document.documentElement.lang === "ko";
  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  /** The figure itself is moved, so that its ids stay unique and its colours follow the page. */
  const enlarge = (figure, link) => {
    const home = figure.querySelector(".xb-svg");
    const svg = home.querySelector("svg");
    const sheet = make("div", { className: "xb-sheet", tabIndex: 0, role: "group" });
    const close = make("button", { type: "button", autofocus: true, textContent: korean ? "닫기" : "Close" });
    const dialog = make("dialog", { className: "xb-dialog md-typeset" }, close, sheet);
    for (const element of [dialog, sheet]) element.setAttribute("aria-labelledby", svg.getAttribute("aria-labelledby"));
    home.style.height = `${home.offsetHeight}px`;
    svg.style.minWidth = `${svg.getAttribute("width")}px`;
    sheet.append(svg);
    close.addEventListener("click", () => dialog.close());
    sheet.addEventListener("click", (event) => event.target === sheet && dialog.close());
    dialog.addEventListener("close", () => {
      svg.style.minWidth = home.style.height = "";
      home.append(svg);
      dialog.remove();
      link.focus();
    });
    document.body.append(dialog);
    dialog.showModal();
  };

  for (const link of document.querySelectorAll(".xb-large")) {
    const figure = link.closest("figure");
    link.ariaHasPopup = "dialog";
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      enlarge(figure, link);
    });
    figure.querySelector(".xb-svg").addEventListener("click", () => enlarge(figure, link));
  }
})();
