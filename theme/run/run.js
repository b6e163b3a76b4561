/* An example that runs on its page: its code as an editor, and what a run of it gives. */

import { loadComparison } from "./comparison.js";
import { button, make } from "./dom.js";
import { makeEditor } from "./editing.js";
import { began, ended, keep, recall, wasCutOff } from "./kept.js";
import { pack, unpack } from "./link.js";
import { markLoaded } from "./loaded.js";
import { Result } from "./result.js";
import { address, Run } from "./runner.js";
import { save } from "./save.js";
import { about, Status } from "./status.js";
import { korean, words } from "./words.js";

const opened = new WeakMap();

const styled = new Promise((resolve) => {
  document.head.append(make("link", { rel: "stylesheet", href: address("run.css"), onload: resolve, onerror: resolve }));
});

/** Open an example, or a lab, and run it; one that is open already stays as it is.

    code: what an address has brought along; it is shown and not run. */
export const open = async (section, code) => {
  const go = section.querySelector(".xb-go button");
  go.disabled = true;
  try {
    await styled;
    const kind = section.matches(".xb-lab") ? (await import(address("lab.js"))).Lab : Example;
    if (!opened.has(section)) opened.set(section, kind.in(section));
    const found = await opened.get(section);
    if (code === undefined) return found.run();
    section.scrollIntoView();
    found.take?.(code);
  } catch (error) {
    opened.delete(section);
    throw error;
  } finally {
    go.disabled = false;
  }
};

class Example {
  static async in(section) {
    const [response] = await Promise.all([fetch(section.dataset.facts), loadComparison()]);
    const example = new Example(section, await response.json());
    await example.prepare();
    return example;
  }

  constructor(section, facts) {
    Object.assign(this, { section, facts, packages: section.dataset.packages.split(" ").filter(Boolean) });
    this.block = section.querySelector(".xb-code");
    this.go = section.querySelector(".xb-go");
    this.source = this.block.dataset.recorded ?? this.block.dataset.copy; // a knob may show another
  }

  async prepare() {
    const { id, filename, expected } = this.facts;
    this.status = new Status(words.progress(filename));
    this.start = button(words.run, () => (this.current ? this.current.stop() : this.run()), { className: "xb-start" });
    const tools = make(
      "div",
      { className: "xb-tools", role: "group", ariaLabel: words.tools(filename) },
      this.start,
      button(words.reset, () => this.reset()),
      button(words.download, () => save(filename, this.editor.code)),
      button(words.link, () => this.share()),
      button(words.close, () => this.close()),
    );
    const kept = recall(id, this.source);
    const host = make("div", { className: "xb-editor" });
    this.editor = await makeEditor(host, {
      code: kept ?? this.block.dataset.copy,
      name: words.code(filename),
      run: () => this.run(),
      stop: () => Boolean(this.current) && (this.current.stop(), true),
      changed: (text) => keep(id, this.source, text),
    });
    this.panel = make("div", { className: "xb-panel" }, host, tools, ...this.status.elements, about());
    this.block.hidden = this.go.hidden = true;
    this.block.before(this.panel);
    this.result = new Result(this.section, this.panel, this.facts.expected);
    const first = Number(this.section.querySelector(".xb-lines")?.textContent.match(/\d+/)?.[0] ?? 1);
    if (first > 1) this.editor.show(first);
    this.status.say(...(wasCutOff(id) ? [words.closed] : []), ...(kept === undefined ? [] : [words.draft]));
    ended(id);
    this.turning = () => this.result.restore();
    this.shown = this.block.dataset.copy;
    this.turned = ({ detail }) => {
      const isEdited = this.editor.code !== this.shown;
      this.editor.code = detail.swap(this.editor.code);
      this.shown = this.block.dataset.copy;
      if (!isEdited) keep(id, this.source, this.source); // it is no draft
      this.result.expected = { ...expected, output: this.result.output?.querySelector("samp").textContent ?? "" };
    };
    this.section.addEventListener("xb-turning", this.turning);
    this.section.addEventListener("xb-turned", this.turned);
    if (this.block.dataset.recorded) this.turned({ detail: { swap: (code) => code } });
  }

  async run() {
    if (this.current) return;
    const { id, expected } = this.facts;
    const source = this.editor.code;
    const isChanged = source !== this.source;
    this.editor.mark(0);
    this.result.begin();
    this.start.textContent = words.stop;
    began(id);
    const task = { ...this.facts, id: this.section.id, source, language: korean ? "ko" : "en", expected: isChanged ? null : expected };
    this.current = new Run("run.run", task, this.packages, (message) => {
      if (message.type === "output") this.result.print(message.text);
      else if (message.type === "again") this.result.begin();
      else this.status.hear(message);
    });
    const end = await this.current.ended;
    this.current = undefined;
    ended(id);
    this.start.textContent = words.run;
    this.status.end();
    if (end.type === "done") {
      this.editor.mark(end.result.line);
      this.status.say(...this.result.finish(end.result, isChanged), words.seconds(end.result.seconds));
      markLoaded(this.packages);
    } else this.status.say(end.type === "stopped" ? words.stopped : words.failures[end.reason]);
  }

  reset() {
    this.current?.stop();
    this.editor.code = this.block.dataset.copy;
    this.editor.mark(0);
    this.result.restore();
    this.status.say();
    this.editor.focus();
  }

  /** Take code that came with the address. */
  async take(packed) {
    const code = await unpack(packed);
    if (code === undefined) return;
    this.editor.code = code;
    this.status.say(words.linked);
  }

  async share() {
    const url = new URL(location.href);
    url.hash = `${this.section.id}?code=${await pack(this.editor.code)}`;
    try {
      await navigator.clipboard.writeText(url.href);
      this.status.say(words.copied);
    } catch {
      history.replaceState(history.state, "", url);
      this.status.say(words.notCopied);
    }
  }

  close() {
    this.current?.stop();
    this.result.restore();
    this.panel.remove();
    this.section.removeEventListener("xb-turning", this.turning);
    this.section.removeEventListener("xb-turned", this.turned);
    this.block.hidden = this.go.hidden = false;
    opened.delete(this.section);
    this.go.querySelector("button").focus();
  }
}
