// The activation explorer. It makes its controls itself: without scripts a page has none that is dead.
(() => {
  "use strict";
  const place = document.querySelector(".xb-explorer");
  if (!place) return;
  const say = (ko, en) => (document.documentElement.lang === "ko" ? ko : en);

  const { abs, exp, expm1, log1p, PI, sqrt, tanh } = Math;
  const sigma = (z) => 1 / (1 + exp(-z));
  const density = (z) => exp((-z * z) / 2) / sqrt(2 * PI);
  // The series of G. Marsaglia, Evaluating the Normal Distribution, J. Stat. Softw. 11(4), 2004.
  const cumulative = (z) => {
    let sum = z;
    for (let term = z, n = 3; abs(term) > 1e-17; n += 2) sum += term *= (z * z) / n;
    return 0.5 + density(z) * sum;
  };

  // Name, value, slope, and the first α if there is one. At a corner the slope is the one TensorFlow takes.
  const functions = [
    [say("계단", "step"), (z) => +(z > 0), (z) => (z ? 0 : NaN)],
    [say("선형", "linear"), (z) => z, () => 1],
    [say("로지스틱", "logistic"), sigma, (z) => sigma(z) * sigma(-z)],
    ["tanh", tanh, (z) => 1 - tanh(z) ** 2],
    [say("렐루", "ReLU"), (z) => (z > 0 ? z : 0), (z) => +(z > 0)],
    [say("리키 렐루", "leaky ReLU"), (z, a) => (z > 0 ? z : a * z), (z, a) => (z > 0 ? 1 : a), 0.2],
    ["ELU", (z, a) => (z > 0 ? z : a * expm1(z)), (z, a) => (z > 0 ? 1 : a * exp(z)), 1],
    [say("소프트플러스", "softplus"), (z) => log1p(exp(z)), sigma],
    ["SiLU", (z) => z * sigma(z), (z) => sigma(z) * (1 + z * sigma(-z))],
    ["GELU", (z) => z * cumulative(z), (z) => cumulative(z) + z * density(z)],
  ];
  const now = { z: -1 };
  functions.forEach(([, , , alpha], n) => alpha && (now[n] = alpha));

  const minus = (text) => text.replace(/^-(0\.0+)?$/, "$1").replace("-", "−");
  const digits = (x) => (isNaN(x) ? say("없음", "none") : minus(x.toFixed(4)));
  const line = (n, path) =>
    `<path d="${path}" stroke="var(--fig-c${n})" stroke-dasharray="${["1 0", "7 3", "2 3", "9 3 2 3"][n % 4]}"/>`;
  const sample = (n) => `<svg viewBox="0 0 28 8" aria-hidden="true">${line(n, "M0 4H28")}</svg>`;

  // The range rounds to its steps; the field takes what is typed.
  const slider = (key, label, from, to) =>
    `<div class="xb-slider" data-key="${key}"><label for="xb-${key}">${label}</label>` +
    `<input id="xb-${key}" type="range" min="${from}" max="${to}" value="${now[key]}" step="0.05">` +
    `<input aria-label="${label}" type="number" min="${from}" max="${to}" value="${now[key]}" step="any"></div>`;

  // The inner drawing has the axes' own units, and cuts off what leaves them.
  const plot = (title, bottom, top, ticks) => {
    const high = (y) => 12 + (184 * (top - y)) / (top - bottom);
    const wide = [-4, -2, 0, 2, 4];
    return (
      `<figure><figcaption>${title}</figcaption><svg viewBox="0 0 320 214" aria-hidden="true">` +
      ticks.map((y) => `<text x="30" y="${high(y)}" text-anchor="end">${minus(`${y}`)}</text>`).join("") +
      wide.map((x) => `<text x="${174 + 34.5 * x}" y="210" text-anchor="middle">${minus(`${x}`)}</text>`).join("") +
      `<svg x="36" y="8" width="276" height="184" viewBox="-4 ${-top} 8 ${top - bottom}" ` +
      `preserveAspectRatio="none"><path class="xb-grid" d="` +
      ticks.map((y) => `M-4 ${-y}H4`).join("") +
      wide.map((x) => `M${x} -9V9`).join("") +
      `"/><g></g></svg></svg></figure>`
    );
  };

  const title = say("직접 움직여 보기", "Move z yourself");
  const [value, slope] = [say("값 ϕ(z)", "Value ϕ(z)"), say("기울기 ϕ′(z)", "Slope ϕ′(z)")];
  place.setAttribute("role", "group");
  place.setAttribute("aria-label", title);
  place.innerHTML =
    `<div class="xb-bar"><span class="xb-name">${title}</span></div>` +
    `<fieldset><legend>${say("함수 고르기", "Choose functions")}</legend>` +
    functions.map(([name], n) => `<label><input type="checkbox" value="${n}">${sample(n)}${name}</label>`).join("") +
    `</fieldset>${slider("z", say("최종 입력 z", "Net input z"), -4, 4)}` +
    functions.map(([name], n) => (now[n] ? slider(n, say(`${name}의 α`, `α of ${name}`), 0, 1) : "")).join("") +
    `<div class="xb-plots">${plot(value, -1.3, 3, [-1, 0, 1, 2, 3])}${plot(slope, -0.2, 1.3, [0, 0.5, 1])}</div>` +
    `<table class="xb-points"><thead><tr><th scope="col">${say("함수", "Function")}</th><th scope="col">${value}</th>` +
    `<th scope="col">${slope}</th></tr></thead><tbody></tbody></table><p class="xb-hidden" role="status"></p>`;
  const [table, status] = [place.querySelector("tbody"), place.querySelector("[role=status]")];
  const [boxes, drawings] = [place.querySelectorAll("[type=checkbox]"), place.querySelectorAll("g")];
  const sliders = {};
  for (const box of place.querySelectorAll(".xb-slider")) sliders[box.dataset.key] = box;

  const draw = () => {
    const drawn = [0, 1].map(() => `<path class="xb-here" d="M${now.z} -9V9"/>`);
    const told = [`z = ${minus(`${now.z}`)}`];
    table.innerHTML = "";
    functions.forEach(([name, ...kinds], n) => {
      if (n in now) sliders[n].hidden = !boxes[n].checked;
      if (!boxes[n].checked) return;
      const here = [0, 1].map((kind) => {
        const path = [];
        for (let i = -320; i <= 320; i++) {
          const y = kinds[kind](i / 80, now[n]);
          if (!isNaN(y)) path.push(`${i / 80} ${-y.toFixed(4)}`);
        }
        const y = kinds[kind](now.z, now[n]);
        drawn[kind] += line(n, `M${path.join("L")}`);
        if (!isNaN(y)) drawn[kind] += `<path class="xb-dot" d="M${now.z} ${-y}h0" stroke="var(--fig-c${n})"/>`;
        return `<td><data value="${y}">${digits(y)}</data></td>`;
      });
      const row = table.insertRow();
      row.innerHTML = `<th scope="row">${sample(n)}${name}</th>${here.join("")}`;
      const [y, dy] = row.querySelectorAll("data");
      told.push(`${name}: ${say("값", "value")} ${y.textContent}, ${say("기울기", "slope")} ${dy.textContent}`);
    });
    drawings.forEach((g, kind) => (g.innerHTML = drawn[kind]));
    return told.join(". ");
  };

  // Told once the hand rests, not at every pixel.
  let waiting;
  const change = () => {
    const text = draw();
    clearTimeout(waiting);
    waiting = setTimeout(() => (status.textContent = text), 700);
  };
  const move = (box, number, from) => {
    now[box.dataset.key] = number;
    for (const input of box.querySelectorAll("input")) if (input !== from) input.value = number;
    change();
  };
  place.addEventListener("input", ({ target }) => {
    if (target.type === "checkbox") change();
    else if (target.validity.valid && target.value) move(target.parentNode, target.valueAsNumber, target);
  });
  // The mouse may also take z along in the drawings.
  const drag = (event) => {
    const plane = event.buttons & 1 && event.target.closest(".xb-plots > figure > svg");
    if (!plane) return;
    const { left, width } = plane.getBoundingClientRect();
    const z = (((event.clientX - left) / width) * 320 - 174) / 34.5;
    move(sliders.z, Math.round(20 * Math.max(-4, Math.min(4, z))) / 20);
  };
  place.addEventListener("pointerdown", drag);
  place.addEventListener("pointermove", drag);
  for (const n of [2, 4, 5, 9]) boxes[n].checked = true;
  draw();
})();
