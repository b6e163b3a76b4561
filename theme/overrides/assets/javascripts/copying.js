/* Copying: what is included, parts of a file, an example's address, and announcements for screen readers.

   Material itself copies the data-clipboard-text of an element, and the data-copy of a code box.
   An example's data-copy is the whole file, also where only a part is shown; see execbook/markdown/example_html.py. */
(() => {
  "use strict";
  const korean = document.documentElement.lang === "ko";
  const make = (tag, properties) => Object.assign(document.createElement(tag), properties);

  // Material shows for two seconds that something was copied, but does not announce it to screen readers.
  const status = make("div", { className: "xb-hidden" });
  status.setAttribute("role", "status");
  document.body.append(status);
  addEventListener("load", () =>
    window.alert$?.subscribe((message) => {
      status.textContent = ""; // the same text is announced again only after a gap
      setTimeout(() => (status.textContent = message), 100);
    }),
  );

  // Of a console session only the commands are copied, without prompts and output.
  for (const box of document.querySelectorAll(".highlight:has(.gp)")) {
    const copy = box.querySelector("code").cloneNode(true);
    for (const other of copy.querySelectorAll(".gp, .go")) other.remove();
    const lines = copy.textContent.split("\n").map((line) => line.trim());
    box.dataset.copy = lines.filter(Boolean).join("\n");
  }

  for (const box of document.querySelectorAll(".xb-code")) box.dataset.copy ??= box.querySelector("code").textContent;

  for (const bar of document.querySelectorAll(".xb-bar")) {
    const example = bar.parentElement;
    const link = bar.querySelector(".xb-permalink");
    link.dataset.clipboardText = location.href.split(/[?#]/)[0] + link.getAttribute("href");

    const code = example.querySelector(".xb-code");
    if (!code || !bar.dataset.parts) continue;
    const lines = code.dataset.copy.split("\n");
    const list = make("div", { className: "xb-parts", hidden: true, id: `${example.id}-parts` });
    for (const part of bar.dataset.parts.split("\n")) {
      const [, first, last, name] = /^(\d+)-(\d+) (.*)$/.exec(part);
      const button = make("button", { type: "button" });
      button.dataset.clipboardText = lines.slice(first - 1, last).join("\n") + "\n";
      button.append(
        make("span", { lang: "en", textContent: name }),
        make("small", { textContent: korean ? `${first}–${last}행` : `lines ${first}–${last}` }),
      );
      list.append(button);
    }
    const toggle = bar.querySelector("button");
    toggle.setAttribute("aria-expanded", "false");
    toggle.setAttribute("aria-controls", list.id);
    toggle.addEventListener("click", () => {
      list.hidden = !list.hidden;
      toggle.setAttribute("aria-expanded", String(!list.hidden));
    });
    bar.after(list);
  }

  // Material creates the button of a code box late; beside those of the parts it should say what it copies.
  const nameAll = () => {
    for (const button of document.querySelectorAll("[data-example] [data-md-type=copy]:not([aria-label])")) {
      button.title = korean ? "파일 전체 복사" : "Copy the whole file";
      button.setAttribute("aria-label", button.title);
    }
  };
  new MutationObserver(nameAll).observe(document.body, { childList: true, subtree: true });
  nameAll();
})();
