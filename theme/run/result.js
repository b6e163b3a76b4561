/* What a run gives, beside what was recorded: output, warnings, an error, figures. */

import { isSame } from "./comparison.js";
import { make } from "./dom.js";
import { draw } from "./drawing.js";
import { differing } from "./lines.js";
import { words } from "./words.js";

export class Result {
  /** panel: what new results are shown behind. expected: what was recorded, see execbook/browser/examples.py. */
  constructor(section, panel, expected) {
    Object.assign(this, { panel, expected, mine: [], undo: [] });
    this.output = section.querySelector(".xb-output");
    this.figures = [...section.querySelectorAll(".xb-figure")];
  }

  /** Something was printed. What was recorded stays below. */
  print(text) {
    if (!this.box) {
      this.restore();
      this.box = this.add(box(words.output, ""));
      this.rename(words.recorded);
    }
    this.box.querySelector("samp").append(text);
  }

  /** The run begins again, or a new one. */
  begin() {
    this.box?.querySelector("samp").replaceChildren();
    this.box = undefined;
  }

  /** Show how a run ended, and return that in words. */
  finish(result, isChanged) {
    this.box = undefined;
    this.restore();
    if (!result.error && !isChanged && this.isSame(result)) {
      this.exchange(result);
      return [words.same, ...(result.differs.mirrored ? [words.mirrored] : [])];
    }
    const { output, errors, error } = result;
    const printed = output || (!error && !result.figures.length) ? this.add(box(words.output, output || words.nothing)) : undefined;
    if (errors) this.add(box(words.warnings, errors, "xb-warned"));
    if (error) this.add(box(words.failure(result.line), result.traceback, "xb-failed"));
    result.figures.forEach((figure, number) => this.add(draw(figure, words.figure(number + 1))));
    if (this.mine.length) this.rename(words.recorded);
    if (error) return [result.missing ? words.missing(result.missing) : error];
    if (!isChanged) return [result.differs.output ? words.otherOutput : words.otherFigure];
    return [words.changed(printed && this.output ? this.mark(printed, output) : 0)];
  }

  /** The page as it was before any run. */
  restore() {
    for (const element of this.mine.splice(0)) element.remove();
    for (const back of this.undo.splice(0).reverse()) back();
    this.box = undefined;
  }

  isSame({ output, differs }) {
    if (differs.output || differs.figures) return false;
    return !this.output || isSame(output, this.output);
  }

  /** Put what a run gave in the place of what was recorded, which is the same. */
  exchange({ output, figures, errors }) {
    if (this.output) {
      const sample = this.output.querySelector("samp");
      this.undo.push(() => (sample.textContent = this.expected.output));
      sample.textContent = output;
      this.rename(words.output);
    }
    if (errors) this.add(box(words.warnings, errors, "xb-warned"));
    this.figures.forEach((figure, number) => {
      const place = figure.querySelector(".xb-svg");
      const former = [...place.childNodes];
      this.undo.push(() => place.replaceChildren(...former));
      place.replaceChildren(draw(figures[number]).querySelector("svg"));
    });
  }

  rename(text) {
    const label = this.output?.querySelector(".xb-label");
    if (!label) return;
    const former = label.textContent;
    this.undo.push(() => (label.textContent = former));
    label.textContent = text;
  }

  /** Mark the lines that differ, in the new output and in the recorded one. Returns how many there are. */
  mark(printed, output) {
    const [mine, recorded] = differing(output, this.expected.output);
    const sample = this.output.querySelector("samp");
    fill(printed.querySelector("samp"), output, mine);
    fill(sample, this.expected.output, recorded);
    this.undo.push(() => (sample.textContent = this.expected.output));
    return Math.max(...[mine, recorded].map((lines) => lines.filter(Boolean).length));
  }

  add(element) {
    (this.mine.at(-1) ?? this.panel).after(element);
    this.mine.push(element);
    return element;
  }
}

const box = (label, text, className = "") => {
  const pre = make("pre", { tabIndex: 0, ariaLabel: label }, make("samp", { textContent: text }));
  pre.setAttribute("role", "group");
  return make("div", { className: `xb-output xb-mine ${className}` }, make("span", { className: "xb-label", textContent: label }), pre);
};

const fill = (sample, text, isMarked) => {
  const lines = text.replace(/\n$/, "").split("\n");
  sample.replaceChildren(
    ...lines.flatMap((line, n) => [isMarked[n] ? make("mark", { textContent: line || " " }) : line, "\n"]),
  );
};
