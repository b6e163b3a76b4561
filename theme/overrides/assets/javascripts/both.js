/* A section in the other language, beneath its heading. It comes from the page in that language, which has the same
   headings, examples and values. */

const korean = document.documentElement.lang === "ko";
const words = korean
  ? { close: "닫기", missing: "영어 페이지에는 이 절이 없습니다.", failed: "불러오지 못했습니다. 다시 눌러 보세요." }
  : { close: "Close", missing: "The Korean page does not have this section.", failed: "It could not be loaded. Try again." };
const AWAY =
  "script, template, style, button, input, select, textarea, .headerlink, .xb-both, .xb-explorer, .xb-go, .xb-parts," +
  " .xb-download, .xb-permalink, .xb-folded, .xb-ask, .xb-typed, .xb-differs";
const SUFFIX = "-both";

const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

const pages = new Map();
const page = (address) => {
  if (!pages.has(address)) {
    const loading = fetch(address).then(async (response) => {
      if (!response.ok) throw new Error(response.statusText);
      return new DOMParser().parseFromString(await response.text(), "text/html");
    });
    loading.catch(() => pages.delete(address)); // the next click tries again
    pages.set(address, loading);
  }
  return pages.get(address);
};

/** The elements from after a heading to the next one as high. */
const section = (heading) => {
  const found = [];
  for (let one = heading.nextElementSibling; one && !one.matches("h1, h2, .xb-take, .md-tags, .footnote"); one = one.nextElementSibling)
    found.push(one);
  return found;
};

/** What is asked on this page and not yet answered stays closed in the other language too. */
const fold = (box) => {
  for (const form of box.querySelectorAll(".xb-predict")) {
    if (!("answered" in (document.getElementById(form.id)?.dataset ?? {}))) {
      form.querySelectorAll(".xb-reason, li small").forEach((one) => one.remove());
      box.querySelectorAll(`[data-asked="${form.id}"] > :is(.xb-output, .xb-figure)`).forEach((one) => one.remove());
    }
    form.replaceWith(make("div", { className: "xb-asked" }, ...form.childNodes));
  }
};

/** No id twice on a page: those of drawings, which refer to them, get another, and all others go. */
const rename = (box) => {
  for (const one of box.querySelectorAll("[id]")) {
    if (one.closest("svg")) one.id += SUFFIX;
    else one.removeAttribute("id");
  }
  for (const one of box.querySelectorAll("svg, svg *"))
    for (const { name, value } of [...one.attributes]) {
      if (/^(?:xlink:)?href$/.test(name) && value.startsWith("#")) one.setAttribute(name, value + SUFFIX);
      else if (value.includes("url(#")) one.setAttribute(name, value.replace(/url\(#([^)]+)\)/g, `url(#$1${SUFFIX})`));
      else if (/^aria-(?:labelledby|describedby)$/.test(name))
        one.setAttribute(name, value.split(" ").map((id) => id + SUFFIX).join(" "));
    }
};

const resolve = (box, address) => {
  for (const one of box.querySelectorAll("a[href], img[src]")) {
    const name = one.localName === "a" ? "href" : "src";
    one.setAttribute(name, new URL(one.getAttribute(name), address).href);
  }
};

/** What is said in the language of the page itself. */
const note = (text) => make("p", { lang: document.documentElement.lang, role: "alert", textContent: text });

const filled = (found, heading, address) => {
  const source = found.getElementById(heading.id);
  if (!source) return [note(words.missing)];
  const box = make("div", {}, ...section(source).map((one) => document.importNode(one, true)));
  fold(box);
  box.querySelectorAll(AWAY).forEach((one) => one.remove());
  for (const one of box.querySelectorAll("[data-example]"))
    for (const name of ["data-example", "data-run", "data-asked"]) one.removeAttribute(name);
  resolve(box, address);
  rename(box);
  const title = make("p", { className: "xb-other-title" });
  title.append(...[...source.childNodes].filter((one) => !one.classList?.contains("headerlink")).map((one) => document.importNode(one, true)));
  return [title, ...box.childNodes];
};

/** Have the address name the open sections, so that it can be passed on. */
const remember = () => {
  const buttons = [...document.querySelectorAll(".xb-both")];
  const open = buttons.filter((one) => one.ariaExpanded === "true").map((one) => one.previousElementSibling.id);
  const address = new URL(location);
  const rest = [...address.searchParams].filter(([name]) => name !== "both").map((pair) => new URLSearchParams([pair]).toString());
  if (open.length) rest.push(open.length === buttons.length ? "both" : `both=${open.join(",")}`);
  address.search = rest.join("&");
  history.replaceState(history.state, "", address);
};

const sheet = new Promise((done) => {
  const properties = { rel: "stylesheet", href: new URL("../stylesheets/both.css", import.meta.url).href, onload: done, onerror: done };
  document.head.append(make("link", properties));
});

export const toggle = async (heading, button, address) => {
  const former = button.nextElementSibling?.matches(".xb-other") ? button.nextElementSibling : undefined;
  const open = former === undefined || "failed" in former.dataset;
  former?.remove();
  button.ariaExpanded = String(open);
  remember();
  if (!open) return;
  const panel = make("section", { className: "xb-other", lang: button.lang, ariaLabel: button.ariaLabel });
  button.after(panel);
  try {
    const [found] = await Promise.all([page(address), sheet]);
    const close = () => {
      toggle(heading, button, address);
      heading.scrollIntoView({ block: "nearest" });
      button.focus();
    };
    const end = make("button", { type: "button", className: "xb-both-close", textContent: words.close, onclick: close });
    end.lang = document.documentElement.lang;
    panel.append(...filled(found, heading, address), end);
    dispatchEvent(new Event("resize")); // boxes that scroll get their tab stops, see execbook.js
  } catch {
    panel.dataset.failed = "";
    panel.append(note(words.failed));
  }
};
