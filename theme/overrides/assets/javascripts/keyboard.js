/* Make operable by keyboard and screen readers what Material offers only by labels of hidden checkboxes: the menu,
   its parts, search on a small screen, and the palette. A transparent button covers each of these labels. */
(() => {
  "use strict";
  const say = (ko, en) => (document.documentElement.lang === "ko" ? ko : en);
  let byKeyboard = false;
  addEventListener("keydown", () => (byKeyboard = true), true);
  addEventListener("pointerdown", () => (byKeyboard = false), true);

  const cover = (label, name) => {
    const toggle = document.getElementById(label.htmlFor);
    const button = Object.assign(document.createElement("button"), { type: "button", className: "xb-cover", ariaLabel: name });
    button.addEventListener("click", () => toggle.click());
    if (toggle.type === "checkbox") {
      const tell = () => (button.ariaExpanded = String(toggle.checked));
      toggle.addEventListener("change", tell);
      tell();
    }
    label.removeAttribute("tabindex");
    label.append(button);
    return button;
  };
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true });

  // The menu, with the arrows that open a part and the titles that lead back. The focus follows.
  const drawer = document.getElementById("__drawer");
  const sidebar = document.querySelector(".md-sidebar--primary");
  const title = (nav) => nav.querySelector(".md-nav__title").textContent.trim();
  const open = (label, name, inside) => {
    const button = cover(label, name);
    document.getElementById(label.htmlFor).addEventListener("change", ({ target }) => {
      if (!byKeyboard) return;
      const stops = target.checked ? [...inside.querySelectorAll("a, button")] : [button];
      stops.find(isSeen)?.focus();
    });
    return button;
  };
  for (const nav of sidebar?.querySelectorAll("nav nav") ?? []) {
    const name = title(nav);
    open(nav.parentElement.querySelector("label.md-nav__link"), name, nav);
    cover(nav.querySelector(".md-nav__title"), `${say("뒤로", "Back")}: ${name}`);
  }
  const menu = open(document.querySelector(".md-header [for=__drawer]"), say("메뉴", "Menu"), sidebar);

  // The menu covers the page: it closes with Escape, and when the focus leaves it.
  const close = () => drawer.checked && drawer.click();
  addEventListener("keydown", (event) => event.key === "Escape" && close());
  sidebar?.addEventListener("focusout", ({ relatedTarget }) => {
    if (!byKeyboard || !relatedTarget || relatedTarget === menu || sidebar.contains(relatedTarget)) return;
    byKeyboard = false; // keep the focus where the reader has put it
    close();
  });

  // On a small screen search opens over the page: by a button there, by the field itself elsewhere.
  const small = matchMedia("(max-width: 59.984375em)");
  const query = document.querySelector(".md-search__input");
  if (query) {
    const search = cover(document.querySelector(".md-header__button[for=__search]"), say("검색", "Search"));
    const back = cover(document.querySelector(".md-search__icon[for=__search]"), say("검색 닫기", "Close search"));
    const fit = () => {
      query.tabIndex = small.matches ? -1 : 0;
      back.hidden = !small.matches;
    };
    small.addEventListener("change", fit);
    fit();
    document.getElementById("__search").addEventListener("change", ({ target }) => {
      if (!target.checked && byKeyboard && small.matches) search.focus();
    });
  }

  // The theme follows `<link rel=next>` and `prev`, which these pages do not have: see main.html.
  const NEIGHBOURS = { n: "next", ".": "next", p: "prev", ",": "prev" };
  addEventListener("keydown", ({ key, target, ctrlKey, metaKey, altKey }) => {
    if (!(key in NEIGHBOURS) || ctrlKey || metaKey || altKey) return;
    if (target.isContentEditable || target.matches("input, select, textarea")) return;
    document.querySelector(`.md-footer__link--${NEIGHBOURS[key]}`)?.click();
  });

  // Of the palette's radio buttons only the next choice is shown, so it is exposed as a button.
  const palette = document.querySelector("[data-md-component=palette]");
  for (const label of palette?.querySelectorAll("label") ?? []) cover(label, label.title);
  for (const input of palette?.querySelectorAll("input") ?? []) {
    input.tabIndex = -1;
    input.ariaHidden = "true";
  }
  palette?.addEventListener("change", () => {
    if (byKeyboard) palette.querySelector("label:not([hidden]) button").focus(); // made visible by palette.js
  });
})();
