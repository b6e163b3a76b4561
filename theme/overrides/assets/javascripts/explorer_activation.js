/* The activation explorer: value and slope of the functions at a net input, out to where they saturate. */
(() => {
  "use strict";
  const { say, minus, fixed, short, line, sample, slider, choices, build } = globalThis.execbook.explorers;
  const { abs, cosh, exp, expm1, log1p, max, min, PI, round, sqrt, tanh } = Math;
  const RANGES = [4, 8, 20];

  const sigma = (z) => 1 / (1 + exp(-z));
  const density = (z) => exp((-z * z) / 2) / sqrt(2 * PI);
  const cumulative = (z) => {
    // Far out Laplace's continued fraction, near 0 the series: G. Marsaglia, Evaluating the Normal Distribution,
    // J. Stat. Softw. 11(4), 2004.
    if (abs(z) > 4) {
      let rest = abs(z);
      for (let n = 60; n; n--) rest = abs(z) + n / rest;
      return z < 0 ? density(z) / rest : 1 - density(z) / rest;
    }
    let sum = z;
    for (let term = z, n = 3; abs(term) > 1e-17; n += 2) sum += term *= (z * z) / n;
    return 0.5 + density(z) * sum;
  };

  // Name, value, slope, the first α if there is one, and both in Python. At a corner the slope is TensorFlow's.
  const functions = [
    [say("계단", "step"), (z) => +(z > 0), (z) => (z ? 0 : NaN), 0, "np.heaviside(z, 0)", "np.where(z == 0, np.nan, 0)"],
    [say("선형", "linear"), (z) => z, () => 1, 0, "z", "np.ones_like(z)"],
    [say("로지스틱", "logistic"), sigma, (z) => sigma(z) * sigma(-z), 0, "expit(z)", "expit(z) * expit(-z)"],
    ["tanh", tanh, (z) => cosh(z) ** -2, 0, "np.tanh(z)", "1 / np.cosh(z) ** 2"],
    [say("렐루", "ReLU"), (z) => (z > 0 ? z : 0), (z) => +(z > 0), 0, "np.maximum(0, z)", "np.where(z > 0, 1, 0)"],
    [say("리키 렐루", "leaky ReLU"), (z, a) => (z > 0 ? z : a * z), (z, a) => (z > 0 ? 1 : a), 0.2, "np.where(z > 0, z, α * z)", "np.where(z > 0, 1, α)"],
    ["ELU", (z, a) => (z > 0 ? z : a * expm1(z)), (z, a) => (z > 0 ? 1 : a * exp(z)), 1, "np.where(z > 0, z, α * np.expm1(z))", "np.where(z > 0, 1, α * np.exp(z))"],
    [say("소프트플러스", "softplus"), (z) => log1p(exp(z)), sigma, 0, "np.logaddexp(0, z)", "expit(z)"],
    ["SiLU", (z) => z * sigma(z), (z) => sigma(z) * (1 + z * sigma(-z)), 0, "z * expit(z)", "expit(z) * (1 + z * expit(-z))"],
    ["GELU", (z) => z * cumulative(z), (z) => cumulative(z) + z * density(z), 0, "z * norm.cdf(z)", "norm.cdf(z) + z * norm.pdf(z)"],
  ];
  const english = ["step", "linear", "logistic", "tanh", "ReLU", "leaky ReLU", "ELU", "softplus", "SiLU", "GELU"];

  globalThis.execbook.explorers.activation = (place) => {
    // shown: a bit for each function.
    const state = { z: -1, shown: 0b1000110100, range: 0, a5: 0.2, a6: 1 };
    const isShown = (n) => (state.shown >> n) & 1;
    const alpha = (n) => state[`a${n}`];
    const digits = (x) => (isNaN(x) ? say("없음", "none") : x && abs(x) < 1e-3 ? short(x, 3) : fixed(x));

    // The inner drawing has the axes' own units, and cuts off what leaves them.
    const plot = (title, bottom, top, ticks) => {
      const high = (y) => 12 + (184 * (top - y)) / (top - bottom);
      return (
        `<figure><figcaption>${title}</figcaption><svg viewBox="0 0 320 214" aria-hidden="true">` +
        ticks.map((y) => `<text x="30" y="${high(y)}" text-anchor="end">${minus(`${y}`)}</text>`).join("") +
        `<g></g><svg x="36" y="8" width="276" height="184" preserveAspectRatio="none">` +
        `<path class="xb-grid" d="${ticks.map((y) => `M-20 ${-y}H20`).join("")}"/><g></g></svg></svg></figure>`
      );
    };
    const axes = [[-1.3, 3], [-0.2, 1.3]];
    const [value, slope] = [say("값 ϕ(z)", "Value ϕ(z)"), say("기울기 ϕ′(z)", "Slope ϕ′(z)")];
    const body = () =>
      `<fieldset><legend>${say("함수 고르기", "Choose functions")}</legend>` +
      functions.map(([name], n) => `<label><input type="checkbox" value="${n}"${isShown(n) ? " checked" : ""}>${sample(n)}${name}</label>`).join("") +
      `</fieldset>${choices("range", say("z의 범위", "Range of z"), RANGES.map((end) => `±${end}`), state.range)}` +
      slider("z", say("최종 입력 z", "Net input z"), state.z, -20, 20, 0.05) +
      [5, 6].map((n) => slider(`a${n}`, say(`${functions[n][0]}의 α`, `α of ${functions[n][0]}`), alpha(n), 0, 1, 0.05)).join("") +
      `<div class="xb-plots">${plot(value, ...axes[0], [-1, 0, 1, 2, 3])}${plot(slope, ...axes[1], [0, 0.5, 1])}</div>` +
      `<table class="xb-points"><thead><tr><th scope="col">${say("함수", "Function")}</th><th scope="col">${value}</th>` +
      `<th scope="col">${slope}</th></tr></thead><tbody></tbody></table>`;

    const draw = () => {
      const end = RANGES[state.range];
      state.z = max(-end, min(end, state.z));
      for (const input of place.querySelectorAll("[data-key=z] input")) [input.min, input.max] = [-end, end];
      for (const input of place.querySelectorAll("[data-key=z] [type=range]")) input.value = state.z;
      const ticks = [-1, -0.5, 0, 0.5, 1].map((part) => part * end);
      const drawn = [0, 1].map(() => `<path class="xb-grid" d="${ticks.map((x) => `M${x} -9V9`).join("")}"/><path class="xb-here" d="M${state.z} -9V9"/>`);
      const told = [`z = ${minus(`${state.z}`)}`];
      const rows = functions.map(([name, ...kinds], n) => {
        const given = place.querySelector(`[data-key=a${n}]`);
        if (given) given.hidden = !isShown(n);
        if (!isShown(n)) return "";
        const here = [0, 1].map((kind) => {
          const path = [];
          for (let i = -320; i <= 320; i++) {
            const x = (i * end) / 320;
            const y = kinds[kind](x, alpha(n));
            if (!isNaN(y)) path.push(`${x} ${-y.toFixed(4)}`);
          }
          const y = kinds[kind](state.z, alpha(n));
          drawn[kind] += line(n, `M${path.join("L")}`);
          if (!isNaN(y)) drawn[kind] += `<path class="xb-dot" d="M${state.z} ${-y}h0" stroke="var(--fig-c${n})"/>`;
          return y;
        });
        told.push(`${name}: ${say("값", "value")} ${digits(here[0])}, ${say("기울기", "slope")} ${digits(here[1])}`);
        return `<tr><th scope="row">${sample(n)}${name}</th>${here.map((y) => `<td><data value="${y}">${digits(y)}</data></td>`).join("")}</tr>`;
      });
      place.querySelector("tbody").innerHTML = rows.join("");
      place.querySelectorAll(".xb-plots > figure > svg").forEach((svg, kind) => {
        const [labels, curves] = svg.querySelectorAll("g");
        labels.innerHTML = ticks.map((x) => `<text x="${174 + (138 * x) / end}" y="210" text-anchor="middle">${minus(`${x}`)}</text>`).join("");
        curves.innerHTML = drawn[kind];
        const [bottom, top] = axes[kind];
        curves.parentNode.setAttribute("viewBox", `${-end} ${-top} ${2 * end} ${top - bottom}`);
      });
      return told.join(". ");
    };

    const code = () => {
      const chosen = functions.map((_, n) => n).filter(isShown);
      const lines = chosen.map((n) => {
        const [value, slope] = functions[n].slice(4).map((text) => text.replaceAll("α", alpha(n)));
        return `    "${english[n]}": (lambda z: ${value}, lambda z: ${slope}),\n`;
      });
      const text = lines.join("");
      const imports = [text.includes("expit") && "from scipy.special import expit\n", text.includes("norm.") && "from scipy.stats import norm\n"];
      return `"""${say("활성화 함수의 값과 기울기", "Values and slopes of activation functions")}"""

import matplotlib.pyplot as plt
import numpy as np
${imports.filter(Boolean).join("")}
functions = {  # ${say("함수와 기울기", "each with its slope")}
${text}}
z = ${state.z}
for name, (phi, slope) in functions.items():
    print(f"{name:10} value {phi(z):.6g}, slope {slope(z):.6g}")

x = np.linspace(-${RANGES[state.range]}, ${RANGES[state.range]}, 401)
fig, axes = plt.subplots(2, 1, sharex=True, layout="constrained")
for name, function in functions.items():
    for ax, curve in zip(axes, function):
        ax.plot(x, curve(x), label=name)
for ax, (bottom, top), title in zip(axes, [(${axes[0].join(", ")}), (${axes[1].join(", ")})], ["value", "slope"]):
    ax.axvline(z, color="gray", linewidth=0.8)
    ax.set(ylim=(bottom, top), title=title)
axes[0].legend()
plt.show()
`;
    };

    const ranges = { z: [-20, 20], shown: [0, 1023, true], range: [0, 2, true], a5: [0, 1], a6: [0, 1] };
    const title = say("직접 움직여 보기", "Move z yourself");
    const { change } = build(place, { name: "activation", title, state, ranges, body, draw, code });
    place.addEventListener("input", ({ target }) => {
      if (target.type !== "checkbox") return;
      state.shown ^= 1 << target.value;
      change();
    });
    // The mouse may also take z along in the drawings.
    const drag = (event) => {
      const plane = event.buttons & 1 && event.target.closest(".xb-plots > figure > svg");
      if (!plane) return;
      const { left, width } = plane.getBoundingClientRect();
      const end = RANGES[state.range];
      const z = ((((event.clientX - left) / width) * 320 - 174) / 138) * end;
      state.z = round(20 * max(-end, min(end, z))) / 20;
      change();
    };
    place.querySelector(".xb-plots").addEventListener("pointerdown", drag);
    place.querySelector(".xb-plots").addEventListener("pointermove", drag);
  };
})();
