/* What the explorers share: controls, drawings, words for screen readers, code to take along, a link that holds the
   state, and NumPy's random numbers. Loaded by explorers_on_demand.js. */
(() => {
  "use strict";
  const { abs, exp, floor, log, log1p, sqrt } = Math;
  const say = (ko, en) => (document.documentElement.lang === "ko" ? ko : en);

  // ---- Numbers in words ----
  const minus = (text) => text.replace(/^-(0(\.0+)?)$/, "$1").replaceAll("-", "−");
  const fixed = (x, digits = 4) => minus(x.toFixed(digits));
  /** Small and large numbers as the snippets print them, such as 3e−17. */
  const short = (x, digits = 2) =>
    x && (abs(x) < 1e-3 || abs(x) >= 1e4) ? minus(x.toExponential(digits - 1).replace("e+", "e")) : minus(`${+x.toPrecision(digits)}`);

  // ---- Drawings ----
  const dashes = ["1 0", "7 3", "2 3", "9 3 2 3"];
  const line = (n, path) => `<path d="${path}" stroke="var(--fig-c${n})" stroke-dasharray="${dashes[n % 4]}"/>`;
  const sample = (n) => `<svg viewBox="0 0 28 8" aria-hidden="true">${line(n, "M0 4H28")}</svg>`;
  const figure = (title, width, height, inner) =>
    `<figure><figcaption>${title}</figcaption><svg viewBox="0 0 ${width} ${height}" aria-hidden="true">${inner}</svg></figure>`;

  // ---- Controls ----
  /** A range, and a field that also takes what lies between its steps. `words`: what the field holds if not numbers. */
  const slider = (key, label, value, from, to, step, words) =>
    `<div class="xb-slider" data-key="${key}"><label for="xb-${key}">${label}</label>` +
    `<input id="xb-${key}" type="range" min="${from}" max="${to}" value="${value}" step="${step}">` +
    (words
      ? `<span class="xb-value" aria-hidden="true"></span></div>`
      : `<input aria-label="${label.replace(/<[^>]*>/g, "")}" type="number" min="${from}" max="${to}" value="${value}" step="any"></div>`);
  const choices = (key, legend, names, chosen) =>
    `<fieldset data-key="${key}"><legend>${legend}</legend>` +
    names.map((name, n) => `<label><input type="radio" name="xb-${key}" value="${n}"${n === chosen ? " checked" : ""}>${name}</label>`).join("") +
    "</fieldset>";

  /** Make an explorer of a place.

      name: of its parameter in the address. title: its heading. state: numbers by key, in the order of the address;
      what is out of `ranges` is not taken from there. body: its HTML. draw: show the state; returns it in words.
      code: the Python file for the state. set: told which key a control has changed. */
  const build = (place, { name, title, state, ranges, body, draw, code, set }) => {
    const id = (place.id ||= `xb-${name}`);
    const keys = Object.keys(state);
    const given = (new URLSearchParams(location.search).get(name) ?? place.dataset.start ?? "").split(",").map(parseFloat);
    keys.forEach((key, n) => {
      const [from, to, whole] = ranges[key];
      if (given[n] >= from && given[n] <= to && (!whole || given[n] % 1 === 0)) state[key] = given[n];
    });
    place.setAttribute("role", "group");
    place.setAttribute("aria-label", title);
    place.innerHTML =
      `<div class="xb-bar"><span class="xb-name">${title}</span></div>${body()}` +
      `<div class="xb-state"><a href="">${say("이 상태로 연결되는 주소", "Link to this state")}</a>` +
      `<details><summary>${say("이 상태를 코드로 가져가기", "Take this state as code")}</summary>` +
      `<pre tabindex="0" role="group" aria-label="${say("파이썬 코드", "Python code")}"><code></code></pre>` +
      `<p><button type="button" data-clipboard-text="">${say("코드 복사", "Copy the code")}</button> ` +
      `<button type="button">${say(`${name}.py 파일 내려받기`, `Download ${name}.py`)}</button></p></details></div>` +
      `<p class="xb-hidden" role="status"></p>`;
    const status = place.querySelector(":scope > [role=status]");
    const details = place.querySelector(".xb-state details");
    const link = place.querySelector(".xb-state > a");
    const [copy, download] = details.querySelectorAll("button");

    const showCode = () => {
      if (!details.open) return;
      const text = code();
      details.querySelector("code").textContent = text;
      copy.dataset.clipboardText = text;
    };
    details.addEventListener("toggle", showCode);
    download.addEventListener("click", () => {
      const file = document.createElement("a");
      file.download = `${name}.py`;
      file.href = URL.createObjectURL(new Blob([code()], { type: "text/x-python" }));
      file.click();
      setTimeout(() => URL.revokeObjectURL(file.href), 60_000);
    });

    const address = () => {
      const url = new URL(location);
      url.searchParams.set(name, keys.map((key) => +(+state[key]).toPrecision(6)).join(","));
      url.hash = id;
      return url.href.replaceAll("%2C", ",");
    };
    const show = () => {
      for (const box of place.querySelectorAll("[data-key]")) {
        const value = state[box.dataset.key];
        for (const input of box.querySelectorAll("input")) {
          if (input.type === "radio") input.checked = +input.value === value;
          else if (input !== document.activeElement || input.type === "range") input.value = value;
        }
      }
      const text = draw();
      link.href = address();
      showCode();
      return text;
    };
    // Drawn at most once a frame; told, and kept in the address, once the hand rests.
    let waiting, frame;
    const tell = (text) => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        status.textContent = text;
        if (location.protocol !== "file:") history.replaceState(history.state, "", address());
      }, 700);
    };
    const change = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => tell(show()));
    };
    place.addEventListener("input", ({ target }) => {
      const box = target.closest("[data-key]");
      if (!box || target.type === "checkbox" || !target.validity.valid || target.value === "") return;
      state[box.dataset.key] = +target.value;
      set?.(box.dataset.key);
      change();
    });
    show();
    return { change, tell, show };
  };

  // ---- NumPy's random numbers: np.random.default_rng(seed).random(), .uniform() and .normal() ----
  /** SeedSequence(seed).generate_state(4, uint64), for a seed below 2**32. */
  const seeds = (seed) => {
    let constant = 0x43b0d7e5;
    const hash = (value) => {
      value ^= constant;
      constant = Math.imul(constant, 0x931e8875);
      value = Math.imul(value, constant);
      return value ^ (value >>> 16);
    };
    const mix = (x, y) => {
      const mixed = Math.imul(x, 0xca01f9dd) - Math.imul(y, 0x4973f715);
      return mixed ^ (mixed >>> 16);
    };
    const pool = [seed, 0, 0, 0].map(hash);
    for (let from = 0; from < 4; from++)
      for (let to = 0; to < 4; to++) if (from !== to) pool[to] = mix(pool[to], hash(pool[from]));
    constant = 0x8b51f9dd;
    const words = Array.from({ length: 8 }, (_, n) => {
      let value = pool[n % 4] ^ constant;
      constant = Math.imul(constant, 0x58f38ded);
      value = Math.imul(value, constant);
      return BigInt((value ^ (value >>> 16)) >>> 0);
    });
    return [1, 0, 3, 2].map((n) => (words[2 * n + 1] << 32n) | words[2 * n]);
  };
  /** The tables of the ziggurat (G. Marsaglia, W. W. Tsang, J. Stat. Softw. 5(8), 2000), as NumPy has them. */
  const R = 3.6541528853610088;
  const ziggurat = () => {
    const [m, v] = [2 ** 52, 0.0049286732339746575];
    const [k, w, f] = [[], [], []];
    let [d, former] = [R, R];
    const q = v / exp(-0.5 * d * d);
    [k[0], k[1], w[0], w[255], f[0], f[255]] = [(d / q) * m, 0, q / m, d / m, 1, exp(-0.5 * d * d)];
    for (let i = 254; i; i--) {
      d = sqrt(-2 * log(v / d + exp(-0.5 * d * d)));
      [k[i + 1], former, f[i], w[i]] = [(d / former) * m, d, exp(-0.5 * d * d), d / m];
    }
    return { k, w, f };
  };
  let tables;
  const random = (seed) => {
    // PCG64 (M. E. O'Neill, 2014): 128 bits of state, here in six parts of 22 bits from the lowest.
    const [b, a, d, c] = seeds(seed);
    const parts = (whole) => Array.from({ length: 6 }, (_, n) => Number((whole >> BigInt(22 * n)) & 0x3fffffn));
    const odd = (((c << 64n) | d) << 1n) | 1n;
    const [multiplier, increment, s] = [0x2360ed051fc65da44385df649fccf645n, odd, odd + ((a << 64n) | b)].map(parts);
    let [high, low] = [0, 0];
    const step = () => {
      for (let k = 5; k >= 0; k--) {
        let sum = 0;
        for (let i = 0; i <= k; i++) sum += s[i] * multiplier[k - i];
        s[k] = sum;
      }
      for (let k = 0, carry = 0; k < 6; k++) {
        const sum = s[k] + increment[k] + carry;
        carry = floor(sum / 0x400000);
        s[k] = sum - carry * 0x400000;
      }
      s[5] &= 0x3ffff;
    };
    const next = () => {
      step();
      const top = (s[4] >>> 8) | (s[5] << 14);
      let [h, l] = [top ^ ((s[1] >>> 10) | (s[2] << 12)), (s[2] >>> 20) | (s[3] << 2) | (s[4] << 24)];
      l ^= s[0] | (s[1] << 22);
      const turn = top >>> 26;
      if (turn & 32) [h, l] = [l, h];
      const by = turn & 31;
      high = (by ? (h >>> by) | (l << (32 - by)) : h) >>> 0;
      low = (by ? (l >>> by) | (h << (32 - by)) : l) >>> 0;
    };
    step();
    const one = () => {
      next();
      return (high * 0x200000 + (low >>> 11)) / 2 ** 53;
    };
    const normal = () => {
      const { k, w, f } = (tables ??= ziggurat());
      for (;;) {
        next();
        const [n, turned, minus] = [low & 255, low & 0x20000, low & 256];
        const size = (high & 0x1fffffff) * 0x800000 + (low >>> 9);
        const x = (minus ? -size : size) * w[n];
        if (size < k[n]) return x;
        if (n) {
          if ((f[n - 1] - f[n]) * one() + f[n] < exp(-0.5 * x * x)) return x;
          continue;
        }
        for (;;) {
          const far = -log1p(-one()) / R;
          const high = -log1p(-one());
          if (high + high > far * far) return turned ? -(R + far) : R + far;
        }
      }
    };
    const many = (count, make) => {
      const numbers = new Float64Array(count);
      for (let n = 0; n < count; n++) numbers[n] = make();
      return numbers;
    };
    return {
      uniform: (from, to, count) => many(count, () => from + (to - from) * one()),
      normal: (scale, count) => many(count, () => scale * normal()),
    };
  };

  globalThis.execbook = {
    ...globalThis.execbook,
    explorers: { say, minus, fixed, short, line, sample, figure, slider, choices, build, random },
  };
})();
