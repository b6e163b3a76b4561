/* Show a figure enlarged over the page, by its link or a click on it: whole at first, then, by a click, closer.
   Without this script the link opens its file. */
(() => {
  "use strict";
  const korean = document.documentElement.lang === "ko";
  const say = (ko, en) => (korean ? ko : en);
  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const CLOSER = 2; // times the size at which it is shown whole, at least

  /** The figure itself is moved, so that its ids stay unique and its colours follow the page. */
  const enlarge = (figure, link) => {
    const home = figure.querySelector(".xb-svg");
    const svg = home.querySelector("svg");
    const [width, height] = ["width", "height"].map((name) => parseFloat(svg.getAttribute(name)));
    const sheet = make("div", { className: "xb-sheet", tabIndex: 0, role: "group" });
    const closer = make("input", { type: "checkbox" });
    const close = make("button", { type: "button", autofocus: true, textContent: say("닫기", "Close") });
    const tools = make("div", { className: "xb-tools" }, make("label", {}, closer, say(" 확대", " Zoom in")), close);
    const dialog = make("dialog", { className: "xb-dialog md-typeset" }, tools, sheet);
    for (const element of [dialog, sheet]) element.setAttribute("aria-labelledby", svg.getAttribute("aria-labelledby"));

    const size = (scale) => {
      svg.style.width = `${width * scale}px`;
      svg.style.height = `${height * scale}px`;
    };
    /** x, y: the point that comes to the middle, as parts of the drawing's width and height. */
    const zoom = (x = 0.5, y = 0.5) => {
      size(0); // without scroll bars
      const whole = Math.min(sheet.clientWidth / width, sheet.clientHeight / height);
      size(closer.checked ? Math.max(1, CLOSER * whole) : whole);
      sheet.classList.toggle("xb-closer", closer.checked);
      sheet.scrollTo(x * sheet.scrollWidth - sheet.clientWidth / 2, y * sheet.scrollHeight - sheet.clientHeight / 2);
    };
    const fit = () => zoom();
    closer.addEventListener("change", fit);
    addEventListener("resize", fit);
    sheet.addEventListener("click", ({ target, clientX, clientY }) => {
      if (target === sheet) return dialog.close();
      const { x, y, width: across, height: down } = svg.getBoundingClientRect();
      closer.checked = !closer.checked;
      zoom((clientX - x) / across, (clientY - y) / down);
    });
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => {
      removeEventListener("resize", fit);
      svg.style.width = svg.style.height = home.style.height = "";
      home.append(svg);
      dialog.remove();
      link.focus();
    });

    home.style.height = `${home.offsetHeight}px`;
    sheet.append(svg);
    document.body.append(dialog);
    dialog.showModal();
    zoom();
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
