/* What a run is at, in words and as a bar, and what this Python is. */

import { make } from "./dom.js";
import { packages } from "./runner.js";
import { words } from "./words.js";

export class Status {
  constructor(name) {
    this.bar = make("progress", { hidden: true, ariaLabel: name });
    this.text = make("p", { className: "xb-status", role: "status" });
    this.elements = [this.bar, this.text];
  }

  say(...sentences) {
    this.text.textContent = sentences.join(" ");
  }

  /** A message of the worker. */
  hear({ type, loaded, total }) {
    this.bar.hidden = type !== "progress";
    if (type === "progress") {
      Object.assign(this.bar, { value: loaded, max: total });
      this.say(words.loading(loaded, total));
    } else if (words.stages[type]) this.say(words.stages[type]);
  }

  end() {
    this.bar.hidden = true;
  }
}

/** What is not as in the book, as a fold. */
export const about = () => {
  const text = make("p");
  const fold = make("details", { className: "xb-about" }, make("summary", { textContent: words.differences }), text);
  fold.addEventListener("toggle", async () => {
    if (fold.open && !text.textContent) text.textContent = words.runtime(await packages());
  });
  return fold;
};
