/* The softmax triangle: three net inputs and a temperature, the probabilities as bars and as a point of the simplex,
   the loss, and the arrow p − y. */
(() => {
  "use strict";
  const { say, fixed, slider, choices, figure, build } = globalThis.execbook.explorers;
  const { exp, log, max, min, round, sqrt } = Math;
  const HIGH = (200 * sqrt(3)) / 2;
  const CORNERS = [[40, 22 + HIGH], [240, 22 + HIGH], [140, 22]];
  const LARGEST = 10; // net input

  globalThis.execbook.explorers.softmax = (place) => {
    const state = { z1: 1.78, z2: 0.76, z3: 1.65, t: 1, y: 1 };
    const keys = ["z1", "z2", "z3"];

    const compute = () => {
      const z = keys.map((key) => state[key] / state.t);
      const highest = max(...z);
      const sum = z.reduce((sum, one) => sum + exp(one - highest), 0);
      const p = z.map((one) => exp(one - highest) / sum);
      const y = p.map((_, k) => +(k === state.y));
      // From the net inputs: the logarithm of a probability that has become 0 would be infinite.
      return { p, y, loss: highest + log(sum) - z[state.y], gradient: p.map((one, k) => (one - y[k]) / state.t) };
    };
    const point = (p) => [0, 1].map((axis) => p.reduce((sum, one, k) => sum + one * CORNERS[k][axis], 0));

    const body = () =>
      keys.map((key, k) => slider(key, `${say("최종 입력", "Net input")} z<sub>${k + 1}</sub>`, state[key], -LARGEST, LARGEST, 0.05)).join("") +
      slider("t", say("온도 T", "Temperature T"), state.t, 0.1, 10, 0.1) +
      choices("y", say("정답 클래스", "True class"), [1, 2, 3].map((k) => say(`클래스 ${k}`, `class ${k}`)), state.y) +
      `<div class="xb-plots">` +
      figure(say("확률 p와 타깃 y", "Probabilities p and targets y"), 280, 214, "<g></g>") +
      figure(say("심플렉스와 화살표 p − y", "The simplex and the arrow p − y"), 280, 214,
        `<path class="xb-frame" d="M${CORNERS.join("L")}Z"/>` +
        CORNERS.map(([x, y], k) => `<text x="${x}" y="${k < 2 ? y + 16 : y - 8}" text-anchor="middle">${say("클래스", "class")} ${k + 1}</text>`).join("") +
        "<g></g>") +
      `</div><table class="xb-points"><thead><tr><th scope="col">${say("클래스", "Class")}</th><th scope="col">p</th>` +
      `<th scope="col">y</th><th scope="col">p − y</th><th scope="col">∂L/∂z</th></tr></thead><tbody></tbody></table>` +
      `<p class="xb-says"></p>`;

    const draw = () => {
      const { p, y, loss, gradient } = compute();
      const [bars, simplex] = place.querySelectorAll("g");
      bars.innerHTML = p.map((one, k) => {
        const top = 20 + 64 * k;
        const wide = 190 * one;
        return `<text x="0" y="${top + 22}">${say("클래스", "class")} ${k + 1}</text>` +
          `<rect class="xb-bar-${k}" x="56" y="${top}" width="${wide}" height="32"/>` +
          `<path class="xb-target" d="M${56 + 190 * y[k]} ${top - 6}v44"/>` +
          `<text x="${min(60 + wide, 216)}" y="${top + 50}">${fixed(one)}</text>`;
      }).join("");
      const [x, high] = point(p);
      const [fromX, fromY] = CORNERS[state.y];
      const far = sqrt((x - fromX) ** 2 + (high - fromY) ** 2);
      const [dx, dy] = far > 12 ? [(x - fromX) / far, (high - fromY) / far] : [0, 0];
      const tip = [x - 7 * dx, high - 7 * dy];
      simplex.innerHTML =
        (dx || dy
          ? `<path class="xb-arrow" d="M${fromX} ${fromY}L${tip}"/><path class="xb-tip" d="M${tip}l${-8 * dx - 5 * dy} ${-8 * dy + 5 * dx}l${10 * dy} ${-10 * dx}Z"/>`
          : "") +
        `<circle class="xb-goal" cx="${fromX}" cy="${fromY}" r="5"/>` +
        `<circle class="xb-hold" cx="${x}" cy="${high}" r="22"/><circle class="xb-held" cx="${x}" cy="${high}" r="7"/>`;
      const value = (x, n) => `<td><data value="${x}">${n === 1 ? x : fixed(x)}</data></td>`;
      place.querySelector("tbody").innerHTML = p
        .map((one, k) => `<tr><th scope="row">${k + 1}</th>${[one, y[k], one - y[k], gradient[k]].map(value).join("")}</tr>`)
        .join("");
      const found = `${say("손실", "Loss")} L = −log p<sub>${state.y + 1}</sub> = `;
      place.querySelector(".xb-says").innerHTML =
        `${found}<data value="${loss}">${fixed(loss)}</data>` +
        (state.t === 1 ? "" : say(`. 온도가 ${state.t}이므로 ∂L/∂z = (p − y)/T입니다.`, `. With this temperature, ∂L/∂z = (p − y)/T.`));
      return say(
        `확률 ${p.map((one, k) => `클래스 ${k + 1}: ${fixed(one)}`).join(", ")}. 손실 ${fixed(loss)}. p − y: ${p.map((one, k) => fixed(one - y[k])).join(", ")}`,
        `Probabilities: ${p.map((one, k) => `class ${k + 1} ${fixed(one)}`).join(", ")}. Loss ${fixed(loss)}. p − y: ${p.map((one, k) => fixed(one - y[k])).join(", ")}`,
      );
    };

    const code = () => `"""${say("소프트맥스와 크로스 엔트로피, 그리고 그 도함수", "Softmax, cross entropy and its derivative")}"""

import numpy as np
from scipy.special import logsumexp, softmax

z = np.array([${keys.map((key) => state[key]).join(", ")}])  # ${say("최종 입력", "net inputs")}
temperature = ${state.t}
true_class = ${state.y}  # ${say("파이썬은 0부터 셉니다", "Python counts from 0")}
y = np.eye(3)[true_class]

p = softmax(z / temperature)
loss = logsumexp(z / temperature) - z[true_class] / temperature
gradient = (p - y) / temperature  # ${say("손실을 z로 미분한 값", "of the loss, with respect to z")}

print(f"loss: {loss:.4f}")
for name, row in {"p": p, "y": y, "p - y": p - y, "dL/dz": gradient}.items():
    print(f"{name:6}", *(f"{value:8.4f}" for value in row))
`;

    const ranges = { z1: [-LARGEST, LARGEST], z2: [-LARGEST, LARGEST], z3: [-LARGEST, LARGEST], t: [0.1, 10], y: [0, 2, true] };
    const title = say("소프트맥스 삼각형", "The softmax triangle");
    const { change } = build(place, { name: "softmax", title, state, ranges, body, draw, code });

    // The point can be dragged: net inputs with the same mean that give these probabilities.
    const simplex = place.querySelectorAll("figure svg")[1];
    const drag = (event) => {
      if (!(event.buttons & 1)) return;
      const { left, top, width } = simplex.getBoundingClientRect();
      const [x, y] = [((event.clientX - left) / width) * 280, ((event.clientY - top) / width) * 280];
      const third = (CORNERS[0][1] - y) / HIGH;
      const second = (x - 40 - 100 * third) / 200;
      const p = [1 - second - third, second, third].map((one) => min(1, max(0.001, one)));
      const mean = keys.reduce((sum, key) => sum + state[key] / 3, 0);
      const logs = p.map((one) => state.t * log(one));
      const middle = logs.reduce((sum, one) => sum + one / 3, 0);
      keys.forEach((key, k) => (state[key] = max(-LARGEST, min(LARGEST, round(100 * (logs[k] - middle + mean)) / 100))));
      event.preventDefault();
      change();
    };
    simplex.classList.add("xb-plane");
    simplex.addEventListener("pointerdown", (event) => {
      simplex.setPointerCapture(event.pointerId);
      drag(event);
    });
    simplex.addEventListener("pointermove", drag);
  };
})();
