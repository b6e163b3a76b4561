/* Predictions: the results of an example are folded until its question is answered or they are asked for. What was
   answered stays in this browser. Loaded before the page is shown, so that nothing moves; see predict.css. */
(() => {
  "use strict";
  const STORE = "xb-predictions";
  const root = document.documentElement;
  const words = {
    ko: ["맞았습니다.", "예상과 다릅니다. 정답:", "결과를 펼쳤습니다. 정답:", "다시 예상하기"],
    en: ["Right.", "Not what happened. The answer:", "The result is open. The answer:", "Predict again"],
  }[root.lang === "ko" ? "ko" : "en"];
  root.dataset.predict = "";

  const read = () => {
    try {
      return JSON.parse(localStorage.getItem(STORE)) ?? {};
    } catch {
      return {}; // a browser that keeps nothing
    }
  };
  const keep = (name, answer) => {
    const all = { ...read(), [name]: answer };
    try {
      localStorage.setItem(STORE, JSON.stringify(all));
    } catch {} // as before
  };
  const make = (tag, properties) => Object.assign(document.createElement(tag), properties);
  const text = (item, part) => item.querySelector(part).textContent.trim();

  /** Figures to choose from are loaded when their question is nearly reached: see predict.css. */
  const near = (form, show) => {
    const watch = new IntersectionObserver(
      (seen) => {
        if (!seen.some((one) => one.isIntersecting)) return;
        watch.disconnect();
        show();
      },
      { rootMargin: "200px" },
    );
    watch.observe(form);
    addEventListener("beforeprint", show);
  };

  const start = (form) => {
    const example = document.querySelector(`[data-asked="${form.id}"]`);
    const items = [...form.querySelectorAll("li")];
    const right = form.querySelector(".xb-answer");
    const number = form.querySelector("[type=number]");
    const verdict = form.querySelector(".xb-verdict");
    const [check, show] = form.querySelectorAll("button");
    const drawn = form.querySelector(".xb-drawn");
    if (drawn) near(form, () => (drawn.dataset.near = ""));
    const again = make("button", { type: "button", textContent: words[3], hidden: true });
    show.after(again);
    // The same question in either language.
    const name = location.pathname.replace(/^(.*\/)?(?:ko|en)\//, "/").replace(/index\.html$/, "") + form.id;

    /** The item that an answer chooses; of a number the one that shows it, or none. */
    const chosenBy = (answer) => {
      if (!number) return items.find((item) => item.querySelector("input").value === answer);
      const within = (item) => Math.abs(answer - item.dataset.number) <= number.dataset.within * (1 + 1e-9);
      return [right, ...items].find(within);
    };
    const open = (answer, said) => {
      const chosen = answer === "" ? undefined : chosenBy(answer);
      for (const item of items) item.classList.toggle("xb-chosen", item === chosen);
      form.dataset.answered = answer === "" ? "shown" : chosen === right ? "right" : "wrong";
      if (example) example.dataset.open = "";
      dispatchEvent(new Event("resize")); // boxes that scroll get their tab stops, see execbook.js
      check.hidden = show.hidden = true;
      again.hidden = false;
      for (const input of form.querySelectorAll("input")) {
        input.disabled = true;
        if (number) input.value = answer;
        else input.checked = input.value === answer;
      }
      const [good, bad, shown] = words;
      const told = chosen === right ? good : `${answer === "" ? shown : bad} ${text(right, "b")}`;
      verdict.textContent = told;
      // What is shown at the choices is read aloud with the verdict.
      const reasons = [...new Set([chosen, right])].filter(Boolean).map((item) => text(item, ".xb-reason"));
      if (said) verdict.append(make("span", { className: "xb-hidden", textContent: ` ${reasons.join(" ")}` }));
    };
    const answer = (given) => {
      open(given, true);
      keep(name, given);
      again.focus();
    };

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      answer(number ? number.value : form.elements.choice.value);
    });
    show.addEventListener("click", () => answer(""));
    again.addEventListener("click", () => {
      delete form.dataset.answered;
      if (example) delete example.dataset.open;
      verdict.textContent = "";
      check.hidden = show.hidden = false;
      again.hidden = true;
      for (const input of form.querySelectorAll("input")) input.disabled = input.checked = false;
      if (number) number.value = "";
      keep(name, undefined);
      (number ?? form.querySelector("input")).focus();
    });

    const former = read()[name];
    if (typeof former === "string") open(former, false);
    const reveal = () => {
      const target = location.hash && document.getElementById(location.hash.slice(1));
      if (target && example?.contains(target) && target !== example && !("open" in example.dataset)) {
        open("", false);
        target.scrollIntoView();
      }
    };
    addEventListener("hashchange", reveal);
    reveal();
  };
  addEventListener("DOMContentLoaded", () => document.querySelectorAll(".xb-predict").forEach(start));
})();
