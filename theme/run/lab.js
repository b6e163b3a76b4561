/* A lab that is solved on its page: an editor for each exercise, and its check. What is written stays in this browser. */

import { button, make } from "./dom.js";
import { makeEditor } from "./editing.js";
import { forget, keep, list, recall } from "./kept.js";
import { markLoaded } from "./loaded.js";
import { Run } from "./runner.js";
import { save } from "./save.js";
import { about, Status } from "./status.js";
import { words } from "./words.js";

const TRIES = 2;
/* After so many the solution opens by itself. */

export class Lab {
  static async in(box) {
    const lab = new Lab(box, await (await fetch(box.dataset.facts)).json());
    for (const exercise of lab.exercises) await exercise.prepare();
    lab.prepare();
    return lab;
  }

  constructor(box, facts) {
    Object.assign(this, { box, name: facts.name, packages: box.dataset.packages.split(" ") });
    this.exercises = facts.exercises.map((one) => new Exercise(this, one));
    this.solved = new Set(list(`${this.name}/solved`));
  }

  prepare() {
    this.status = new Status(words.progress(this.name));
    const tools = make(
      "div",
      { className: "xb-tools", role: "group", ariaLabel: words.tools(this.name) },
      button(words.answers, () => save(`${this.name}_lab.py`, this.script)),
      button(words.erase, () => this.erase()),
    );
    this.box.querySelector(".xb-go").hidden = true;
    this.box.append(make("div", { className: "xb-panel" }, ...this.status.elements, tools, about()));
    this.count();
  }

  /** The click that opened the lab goes on to its first exercise. */
  run() {
    this.exercises[0].editor.focus();
  }

  /** All answers with what they need, as one file. */
  get script() {
    let written = 0; // an exercise names all cells that come before it
    const parts = this.exercises.flatMap(({ facts: { setup, check }, editor }) => {
      const own = setup.slice(written);
      written = setup.length;
      return [...own, editor.code, check];
    });
    return `${parts.join("\n\n\n")}\n`;
  }

  note(name) {
    this.solved.add(name);
    keep(`${this.name}/solved`, "", [...this.solved].join("\n"));
    this.count();
  }

  count() {
    this.status.say(words.solved(this.solved.size, this.exercises.length), words.stays);
  }

  erase() {
    if (!confirm(words.eraseAll)) return;
    forget(`${this.name}/`);
    this.solved.clear();
    for (const exercise of this.exercises) exercise.reset();
    this.count();
  }
}

class Exercise {
  constructor(lab, facts) {
    Object.assign(this, { lab, facts, tries: 0, key: `${lab.name}/${facts.name}` });
    this.cell = document.querySelector(`[data-exercise="${facts.name}"]`);
    this.check = document.querySelector(`[data-check="${facts.name}"]`);
  }

  async prepare() {
    const { name, start } = this.facts;
    this.status = new Status(words.progress(name));
    this.start = button(words.check, () => (this.current ? this.current.stop() : this.run()), { className: "xb-start" });
    const tools = make(
      "div",
      { className: "xb-tools", role: "group", ariaLabel: words.tools(name) },
      this.start,
      button(words.reset, () => this.reset()),
      button(words.solution, () => this.showSolution()),
    );
    const host = make("div", { className: "xb-editor" });
    this.editor = await makeEditor(host, {
      code: recall(this.key, start) ?? start,
      name: words.code(name),
      run: () => this.run(),
      stop: () => Boolean(this.current) && (this.current.stop(), true),
      changed: (text) => keep(this.key, start, text),
    });
    this.printed = make("pre", { className: "xb-printed", hidden: true, tabIndex: 0 });
    this.cell.hidden = true;
    this.cell.before(make("div", { className: "xb-panel xb-exercise" }, host, tools, ...this.status.elements, this.printed));
    // What checks it is there to be read, but not in the way.
    const fold = make("details", { className: "xb-plumbing" }, make("summary", { textContent: words.checking }));
    this.check.before(fold);
    fold.append(this.check);
    this.check.querySelector(".xb-output")?.remove();
    this.solution = fold.nextElementSibling?.matches("details") ? fold.nextElementSibling : undefined;
  }

  async run() {
    if (this.current) return;
    const { setup, check, wrong, name, hints } = this.facts;
    const answer = this.editor.code;
    const earlier = this.lab.exercises.slice(0, this.lab.exercises.indexOf(this)).map(({ editor }) => editor.code);
    const source = [...setup, ...earlier, answer, check].join("\n");
    this.editor.mark(0);
    this.print("");
    this.start.textContent = words.stop;
    const { packages } = this.lab;
    this.current = new Run("lab.check", { source, setup, earlier, answer, check, wrong }, packages, (message) => this.status.hear(message));
    const end = await this.current.ended;
    this.current = undefined;
    this.start.textContent = words.check;
    this.status.end();
    if (end.type !== "done") return this.status.say(end.type === "stopped" ? words.stopped : words.failures[end.reason]);
    markLoaded(packages);
    const { output, errors, error, line, verdict, known, traceback, missing } = end.result;
    this.editor.mark(line);
    const lines = output.trim().split("\n");
    const said = verdict ? lines.pop() : missing ? words.missing(missing) : error;
    this.print([lines.join("\n"), errors, traceback].filter(Boolean).join("\n"));
    if (verdict === "right") this.lab.note(name);
    const isTry = verdict !== "right" && verdict !== "empty";
    if (isTry) this.tries++;
    const opens = isTry && this.tries >= TRIES && this.solution && !this.solution.open;
    if (opens) this.solution.open = true;
    this.status.say(said, ...(known >= 0 ? [hints[known]] : []), ...(opens ? [words.opened] : []));
  }

  print(text) {
    this.printed.textContent = text;
    this.printed.hidden = !text;
  }

  reset() {
    this.current?.stop();
    this.editor.code = this.facts.start;
    this.editor.mark(0);
    this.print("");
    this.status.say();
    this.tries = 0;
  }

  showSolution() {
    if (!this.solution) return;
    this.solution.open = true;
    const summary = this.solution.querySelector("summary");
    summary.scrollIntoView({ block: "nearest" });
    summary.focus();
  }
}
