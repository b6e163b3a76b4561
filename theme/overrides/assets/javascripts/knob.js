/* Knobs: controls that move an example through runs with other values, or through the figures of one run.

   Loaded by knob_on_demand.js. What they swap is a file of its own; see execbook/markdown/frames.py. */
(() => {
  "use strict";
  const say = (ko, en) => (document.documentElement.lang === "ko" ? ko : en);
  const PACE = 900; // milliseconds that a frame stands while it plays
  const isCalm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

  /** A file of frames sets execbook.frames; one is loaded after the other. */
  let last = Promise.resolve();
  const load = (address) =>
    (last = last
      .catch(() => {})
      .then(
        () =>
          new Promise((resolve, reject) => {
            const script = document.createElement("script");
            script.addEventListener("load", () => resolve(globalThis.execbook.frames));
            script.addEventListener("error", () => reject(new Error(address)));
            script.src = address;
            document.head.append(script);
          }),
      ));
  globalThis.execbook ??= {};

  class Knob {
    constructor(box) {
      this.box = box;
      this.section = box.closest("[data-example]");
      this.play = box.querySelector("button");
      this.status = box.appendChild(Object.assign(document.createElement("span"), { className: "xb-hidden" }));
      this.status.setAttribute("role", "status");
      this.controls = [...box.querySelectorAll("input[type=range], fieldset")].map(control);
      this.first = this.now = this.controls.map((one) => one.values[one.first]);
      this.name = this.section.id;
      box.addEventListener("pointerdown", () => this.ready());
      box.addEventListener("input", () => {
        this.stop();
        this.turn();
      });
      this.play.addEventListener("click", () => (this.timer ? this.stop() : isCalm() ? this.step() : this.start()));
      addEventListener("beforeprint", () => this.show(this.first));
      addEventListener("afterprint", () => this.show(this.setting()));
      box.dispatchEvent(new Event("xb-ready"));
      this.follow();
      if (String(this.setting()) !== String(this.first)) this.turn(); // it was moved before this came
    }

    /** The value of each control, as text. */
    setting() {
      return this.controls.map((one) => one.values[one.at]);
    }

    ready() {
      this.loaded ??= load(this.box.querySelector("template").dataset.frames).catch((error) => {
        this.loaded = undefined; // the next touch tries again
        this.status.textContent = say("값을 불러오지 못했습니다.", "The values could not be loaded.");
        throw error;
      });
      return this.loaded;
    }

    /** The address may hold a setting: ?example-moons=0.1 */
    follow() {
      const given = new URLSearchParams(location.search).get(this.name)?.split(",") ?? [];
      const places = this.controls.map((one, n) => one.values.indexOf(given[n]));
      if (!given.length || places.includes(-1)) return;
      this.controls.forEach((one, n) => (one.at = places[n]));
    }

    /** Show what the controls say, and keep it in the address. */
    async turn() {
      const wanted = this.setting();
      const url = new URL(location);
      url.searchParams.delete(this.name);
      if (String(wanted) !== String(this.first)) url.searchParams.set(this.name, wanted);
      url.search = url.search.replaceAll("%2C", ",");
      history.replaceState(history.state, "", url);
      for (const link of document.querySelectorAll("a.xb-language")) link.search = url.search;
      try {
        this.data = await this.ready();
      } catch {
        return this.stop();
      }
      if (String(wanted) !== String(this.setting())) return; // it has moved on meanwhile
      this.show(wanted);
      if (!this.timer) this.status.textContent = `${this.controls.map((one) => `${one.name} = ${one.values[one.at]}`).join(", ")}. ${say("결과가 바뀌었습니다.", "The result has changed.")}`;
    }

    /** Exchange what the page shows. */
    show(wanted) {
      if (String(wanted) === String(this.now)) return;
      const { pieces, frames } = this.data;
      const frame = frames.find(({ at }) => String(at) === String(wanted));
      const former = frames.find(({ at }) => String(at) === String(this.now));
      const text = (places) => {
        let html = "";
        for (let n = 0; n < places.length; n += 2) html += pieces.slice(places[n], places[n] + places[n + 1]).join("");
        return html;
      };
      const section = this.section;
      section.dispatchEvent(new CustomEvent("xb-turning"));
      this.now = wanted;
      const swap = linesOf(former.lines, frame.lines);
      const code = section.querySelector(".xb-code");
      if (code && frame.code) {
        code.querySelector("code").innerHTML = text(frame.code);
        code.dataset.recorded ??= code.dataset.copy;
        code.dataset.copy = swap(code.dataset.copy);
      }
      for (const part of section.querySelectorAll(".xb-parts [data-clipboard-text]")) {
        part.dataset.clipboardText = swap(part.dataset.clipboardText);
      }
      const output = section.querySelector(".xb-output:not(.xb-mine) samp");
      if (output && frame.output) output.textContent = text(frame.output);
      const isFirst = String(wanted) === String(this.first);
      [...section.querySelectorAll(".xb-figure:not(.xb-mine)")].forEach((figure, n) => {
        figure.querySelector(".xb-svg").innerHTML = text(frame.figures[n]);
        const tables = figure.querySelector(".xb-tables");
        if (tables) tables.innerHTML = text(frame.tables[n]);
        // The files are those of the first value.
        for (const file of figure.querySelectorAll(".xb-actions a:not(.xb-large)")) file.hidden = !isFirst;
      });
      const meta = section.querySelector(".xb-meta");
      if (meta && frame.meta) meta.textContent = meta.textContent.replace(former.meta, frame.meta);
      const id = section.dataset.example;
      [...document.querySelectorAll(`.xb-moves[data-of="${id}"] data[title^="${id}: "]`)].forEach((data, n) => {
        data.textContent = frame.values[n];
      });
      section.dispatchEvent(new CustomEvent("xb-turned", { detail: { swap } }));
    }

    /** To the next value, or from the last to the first. */
    step() {
      const turn = (n) => {
        const one = this.controls[n];
        one.at = (one.at + 1) % one.values.length;
        if (!one.at && n) turn(n - 1);
      };
      turn(this.controls.length - 1);
      return this.turn();
    }

    async start() {
      this.play.textContent = say("멈춤", "Pause");
      const next = async () => {
        if (document.querySelector("dialog[open]")) return this.stop(); // which shows the figure enlarged
        await this.step();
        if (!this.timer) return;
        if (this.controls.every((one) => one.at === one.values.length - 1)) this.stop();
        else this.timer = setTimeout(next, PACE);
      };
      this.timer = setTimeout(next, 0);
    }

    stop() {
      clearTimeout(this.timer);
      this.timer = undefined;
      if (!isCalm()) this.play.textContent = say("재생", "Play");
    }
  }

  /** A text with lines of the file exchanged. */
  const linesOf = (former, lines) => (text) =>
    text
      .split("\n")
      .map((line) => {
        const number = Object.keys(former).find((one) => former[one] === line);
        return number ? lines[number] : line;
      })
      .join("\n");

  /** A range or a group of buttons: its name, its values as texts, and `at`, the place of the present one. */
  const control = (element) => {
    const name = element.matches("fieldset")
      ? element.querySelector("legend").textContent
      : document.querySelector(`label[for="${element.id}"]`).textContent;
    if (element.matches("fieldset")) {
      const buttons = [...element.querySelectorAll("input")];
      return {
        name,
        values: buttons.map((one) => one.value),
        first: buttons.findIndex((one) => one.defaultChecked),
        get at() {
          return buttons.findIndex((one) => one.checked);
        },
        set at(n) {
          buttons[n].checked = true;
        },
      };
    }
    const values = element.dataset.values.split(" ");
    const tell = () => {
      element.setAttribute("aria-valuetext", values[element.value]);
      document.querySelector(`output[for="${element.id}"]`).value = values[element.value];
    };
    element.addEventListener("input", tell);
    tell();
    return {
      name,
      values,
      first: Number(element.defaultValue),
      get at() {
        return Number(element.value);
      },
      set at(n) {
        element.value = n;
        tell();
      },
    };
  };

  for (const box of document.querySelectorAll(".xb-knob")) new Knob(box);
})();
