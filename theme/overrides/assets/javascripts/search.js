/* Eight improvements to the theme's search dialog. The search itself is in the worker, see execbook/search/. */
(() => {
  "use strict";

  // The theme searches on keyup, which does not fire for text that is pasted, dictated or composed on a phone.
  const query = document.querySelector("[data-md-component=search-query]");
  query?.addEventListener("input", () => query.dispatchEvent(new Event("keyup")));

  // Nor for the button that clears the field.
  query?.form.addEventListener("reset", () => setTimeout(() => query.dispatchEvent(new Event("keyup"))));

  // Enter opens the best result. Pressed before the dialog is ready, it would submit the form and reload the page.
  query?.form.addEventListener("submit", (event) => event.preventDefault());

  // The theme opens the dialog a moment after the field gets the focus, and not at all if the field had it a moment
  // before: "/" right after Escape, while the browser is busy. (After the event: a label's own click comes first.)
  const toggle = document.getElementById("__search");
  const open = () => document.activeElement === query && !toggle.checked && toggle.click();
  query?.addEventListener("focus", () => setTimeout(open));

  // Pages that have only some of the words stand under a heading of their own; the line above the results, which screen
  // readers read out, says how many there are of either kind.
  const say = (ko, en) => (document.documentElement.lang === "ko" ? ko : en);
  const headPartial = () => {
    const first = results.querySelector(".xb-partial")?.closest("li");
    if (!first || results.querySelector(".xb-partial-heading")) return;
    const whole = [...results.children].indexOf(first);
    const some = results.children.length - whole;
    const heading = document.createElement("h2");
    heading.textContent = say("일부 낱말만 맞는 페이지", "Pages with some of the words");
    const item = document.createElement("li");
    item.className = "xb-partial-heading";
    item.append(heading);
    first.before(item);
    document.querySelector(".md-search-result__meta").textContent =
      whole === 0
        ? say(`일부 낱말만 맞는 페이지 ${some}개를 찾았습니다`, `${some} ${some === 1 ? "page" : "pages"} with some of the words`)
        : say(
            `페이지 ${whole}개와 일부 낱말만 맞는 페이지 ${some}개를 찾았습니다`,
            `${whole} matching ${whole === 1 ? "page" : "pages"}, and ${some} with some of the words`,
          );
  };

  // Results are replaced while the reader types, and when the index has loaded. If the focused result is removed, the
  // field gets the focus, and Enter pressed too early opens the best result once it is there.
  const results = document.querySelector(".md-search-result__list");
  let focused;
  let isAwaited = false;
  results?.addEventListener("focusin", ({ target }) => (focused = target));
  query?.addEventListener("input", () => (isAwaited = false));
  query?.addEventListener("keydown", ({ key }) => (isAwaited = key === "Enter" && !results.firstChild));
  if (query && results) {
    new MutationObserver(() => {
      headPartial();
      if (!toggle.checked) return;
      if (focused?.isConnected === false && document.activeElement === document.body) query.focus();
      if (isAwaited) results.querySelector("a")?.click();
    }).observe(results, { childList: true });
  }

  // On a small screen the page behind the dialog is scrolled to its top. Restore its position before leaving, so that
  // readers who come back from a result are where they started the search.
  results?.addEventListener("click", ({ target }) => {
    if (!target.closest("a") || !document.body.hasAttribute("data-md-scrolllock")) return;
    const y = -parseInt(document.body.style.top, 10);
    document.body.removeAttribute("data-md-scrolllock");
    document.body.style.top = "";
    scrollTo({ top: y, behavior: "instant" });
  });

  // A result's address contains the words that were found (?h=). They are highlighted without changing the DOM, so that
  // copying and formulas are unaffected; browsers without support show the page without highlights.
  const words = new URLSearchParams(location.search).get("h")?.toLowerCase().split(" ").filter(Boolean) ?? [];
  const article = document.querySelector("article");
  if (!words.length || !article || !CSS.highlights) return;
  const marks = new Highlight();
  const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode.data.toLowerCase();
    for (const word of words) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
        if (/[a-z0-9]/.test(word) && /[a-z0-9]/.test(text[at - 1] ?? "")) continue; // within another word
        const range = new Range();
        range.setStart(texts.currentNode, at);
        range.setEnd(texts.currentNode, at + word.length);
        marks.add(range);
      }
    }
  }
  CSS.highlights.set("found", marks);
})();
