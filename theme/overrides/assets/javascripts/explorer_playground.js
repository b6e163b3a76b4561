/* The playground: one hidden layer learns moons or XOR while the reader watches, with the line at which each unit's
   net input is 0. It trains as snippets/activations/relu_leaky.py does, from the same random numbers. */
(() => {
  "use strict";
  const { say, fixed, slider, choices, figure, build, random } = globalThis.execbook.explorers;
  const { abs, cos, exp, log1p, max, PI, round, sin, sqrt, tanh } = Math;
  const [SEED, TRAIN, ALL, MOST, EDGE, GRID, ALPHA] = [0, 200, 1200, 2000, 1.25, 40, 0.1];
  const RATES = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 8, 20];

  // Name, function, slope, and both in Python.
  const functions = [
    [say("선형(없음)", "linear (none)"), (z) => z, () => 1, "Z", "np.ones_like(Z)"],
    [say("렐루", "ReLU"), (z) => (z > 0 ? z : 0), (z) => +(z > 0), "np.maximum(0, Z)", "Z > 0"],
    [say("리키 렐루", "leaky ReLU"), (z) => (z > 0 ? z : ALPHA * z), (z) => (z > 0 ? 1 : ALPHA), `np.where(Z > 0, Z, ${ALPHA} * Z)`, `np.where(Z > 0, 1, ${ALPHA})`],
    ["tanh", tanh, (z) => 1 - tanh(z) ** 2, "np.tanh(Z)", "1 - np.tanh(Z) ** 2"],
  ];
  const sigma = (z) => 1 / (1 + exp(-z));

  /** Points, row by row, and their labels, drawn as the code draws them. */
  const draws = [
    (rng) => {
      const X = rng.uniform(-1, 1, 2 * ALL);
      return { X, y: Uint8Array.from({ length: ALL }, (_, i) => +(X[2 * i] * X[2 * i + 1] < 0)) };
    },
    (rng) => {
      const angles = rng.uniform(0, PI, ALL);
      const noise = rng.normal(0.15, 2 * ALL);
      const y = Uint8Array.from(angles, (_, i) => i % 2);
      return {
        y,
        X: noise.map((one, i) => {
          const [angle, lower] = [angles[i >> 1], y[i >> 1]];
          const [at, other] = i % 2 ? [sin(angle), 0.5] : [cos(angle), 1];
          return ((lower ? other - at : at) + one - (i % 2 ? 0.25 : 0.5)) / 1.5;
        }),
      };
    },
  ];

  class Network {
    constructor({ data, f, units, rate }) {
      const rng = random(SEED);
      Object.assign(this, draws[data](rng), { units, rate: RATES[rate], steps: 0 });
      [, this.phi, this.slope] = functions[f];
      this.W1 = rng.normal(1, 2 * units); // the weights of the first coordinate, then those of the second
      this.b1 = new Float64Array(units);
      this.W2 = rng.normal(sqrt(2 / units), units);
      this.b2 = 0;
    }

    hidden(j, x1, x2) {
      return x1 * this.W1[j] + x2 * this.W1[this.units + j] + this.b1[j];
    }

    output(x1, x2) {
      let sum = this.b2;
      for (let j = 0; j < this.units; j++) sum += this.phi(this.hidden(j, x1, x2)) * this.W2[j];
      return sum;
    }

    step() {
      const { units, rate, X, y, W1, b1, W2 } = this;
      const [by1, byBias, by2] = [new Float64Array(2 * units), new Float64Array(units), new Float64Array(units)];
      let byLast = 0;
      for (let i = 0; i < TRAIN; i++) {
        const [x1, x2] = [X[2 * i], X[2 * i + 1]];
        const error = (sigma(this.output(x1, x2)) - y[i]) / TRAIN;
        byLast += error;
        for (let j = 0; j < units; j++) {
          const z = this.hidden(j, x1, x2);
          by2[j] += error * this.phi(z);
          const passed = error * W2[j] * this.slope(z);
          byBias[j] += passed;
          by1[j] += passed * x1;
          by1[units + j] += passed * x2;
        }
      }
      for (let j = 0; j < units; j++) {
        W2[j] -= rate * by2[j];
        b1[j] -= rate * byBias[j];
        W1[j] -= rate * by1[j];
        W1[units + j] -= rate * by1[units + j];
      }
      this.b2 -= rate * byLast;
      this.steps++;
    }

    /** The mean loss of the training samples, and the accuracy on them and on the others. */
    scores() {
      let loss = 0;
      const right = [0, 0];
      for (let i = 0; i < ALL; i++) {
        const z = this.output(this.X[2 * i], this.X[2 * i + 1]);
        right[+(i >= TRAIN)] += (z > 0) === Boolean(this.y[i]);
        if (i < TRAIN) loss += (max(z, 0) + log1p(exp(-abs(z))) - this.y[i] * z) / TRAIN;
      }
      return { loss, train: right[0] / TRAIN, test: right[1] / (ALL - TRAIN) };
    }

    /** Whether the net input of unit j is positive for no training sample. */
    isSilent(j) {
      for (let i = 0; i < TRAIN; i++) if (this.hidden(j, this.X[2 * i], this.X[2 * i + 1]) > 0) return false;
      return true;
    }
  }

  globalThis.execbook.explorers.playground = (place) => {
    const state = { data: 0, f: 1, units: 8, rate: 3, steps: 0 };
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    let network, playing;

    const body = () =>
      choices("data", say("데이터", "Data"), ["XOR", say("반달", "moons")], state.data) +
      choices("f", say("은닉층의 함수", "Function of the hidden layer"), functions.map(([name]) => name), state.f) +
      slider("units", say("은닉 유닛 수", "Hidden units"), state.units, 1, 100, 1) +
      slider("rate", say("학습률", "Learning rate"), state.rate, 0, RATES.length - 1, 1, true) +
      `<p class="xb-buttons"><button type="button">${say("훈련하기", "Train")}</button>` +
      `<button type="button">${say("10스텝", "10 steps")}</button><button type="button">${say("처음부터", "Restart")}</button></p>` +
      `<div class="xb-plots">` +
      figure(say("경계와 유닛마다 최종 입력이 0인 선", "The boundary, and the line of each unit at which its net input is 0"), 214, 214,
        `<svg x="1" y="1" width="212" height="212" viewBox="${-EDGE} ${-EDGE} ${2 * EDGE} ${2 * EDGE}"><g></g></svg><path class="xb-frame" d="M1 1H213V213H1Z"/>`) +
      `<div><table class="xb-points"><tbody></tbody></table><p class="xb-says">${say(
        `점(●, ×)은 훈련 샘플 ${TRAIN}개입니다. 테스트 샘플 1,000개는 훈련에 쓰지 않습니다. 시드는 ${SEED}으로 고정되어 있습니다.`,
        `The marks (●, ×) are the ${TRAIN} training samples. The 1,000 test samples are held out. The seed is fixed at ${SEED}.`,
      )}</p></div></div>`;

    /** Where the output is positive, cell by cell, with its edge where a line through the corners' values meets 0. */
    const region = () => {
      const wide = (2 * EDGE) / GRID;
      const at = (k) => (k * wide - EDGE).toFixed(4);
      const values = Array.from({ length: GRID + 1 }, (_, row) =>
        Array.from({ length: GRID + 1 }, (_, k) => network.output(k * wide - EDGE, EDGE - row * wide)));
      const parts = [];
      for (let row = 0; row < GRID; row++)
        for (let k = 0, start = -1; k <= GRID; k++) {
          const corners = k < GRID ? [[k, row], [k + 1, row], [k + 1, row + 1], [k, row + 1]] : [];
          const z = corners.map(([x, y]) => values[y][x]);
          const isFull = z.length && Math.min(...z) > 0;
          if (isFull && start < 0) start = k;
          if (!isFull && start >= 0) {
            parts.push(`M${at(start)} ${at(row)}H${at(k)}V${at(row + 1)}H${at(start)}Z`);
            start = -1;
          }
          if (isFull || !(max(...z) > 0)) continue;
          const points = corners.flatMap(([x, y], n) => {
            const next = (n + 1) % 4;
            const part = z[n] / (z[n] - z[next]);
            const own = z[n] > 0 ? [[x, y]] : [];
            return z[n] > 0 === z[next] > 0 ? own : [...own, [0, 1].map((axis) => corners[n][axis] + part * (corners[next][axis] - corners[n][axis]))];
          });
          parts.push(`M${points.map((point) => point.map(at).join(" ")).join("L")}Z`);
        }
      return parts.join("");
    };

    const draw = () => {
      if (!network || network.steps > state.steps) network = new Network(state);
      while (network.steps < state.steps) network.step();
      const { units, X, y, W1, b1 } = network;
      const { loss, train, test } = network.scores();
      const rate = RATES[state.rate];
      place.querySelector("#xb-rate").setAttribute("aria-valuetext", rate);
      place.querySelector(".xb-value").textContent = rate;

      const points = ["", ""];
      for (let i = 0; i < TRAIN; i++)
        points[y[i]] += `M${X[2 * i].toFixed(3)} ${(-X[2 * i + 1]).toFixed(3)}${y[i] ? "m-.025-.025l.05.05m0-.05l-.05.05" : "h0"}`;
      const lines = ["", ""];
      let silent = 0;
      for (let j = 0; j < units; j++) {
        const [a, b] = [W1[j], W1[units + j]];
        const square = a * a + b * b;
        const isSilent = state.f % 3 > 0 && network.isSilent(j);
        silent += isSilent;
        if (!(square > 0 && square < Infinity)) continue;
        const [x, up] = [(-a * b1[j]) / square, (-b * b1[j]) / square]; // the point of the line that is nearest to 0
        const [dx, dy] = [(-4 * b) / sqrt(square), (4 * a) / sqrt(square)];
        if (abs(x) + abs(up) < 9)
          lines[+isSilent] += `M${(x - dx).toFixed(3)} ${(dy - up).toFixed(3)}L${(x + dx).toFixed(3)} ${(-up - dy).toFixed(3)}`;
      }
      place.querySelector(".xb-plots g").innerHTML =
        `<path class="xb-region" d="${region()}"/><path class="xb-hinge" d="${lines[0]}"/><path class="xb-dead" d="${lines[1]}"/>` +
        `<path class="xb-zero" d="${points[0]}"/><path class="xb-one" d="${points[1]}"/>`;
      const rows = [
        [say("스텝", "steps"), state.steps, state.steps],
        [say("훈련 손실", "training loss"), loss, isFinite(loss) ? fixed(loss) : "nan"],
        [say("훈련 정확도", "training accuracy"), train, fixed(train, 3)],
        [say("테스트 정확도", "test accuracy"), test, fixed(test, 3)],
        [state.f === 1 ? say("죽은 유닛", "dead units") : say("양수가 되지 않는 유닛", "units never positive"), silent, `${silent} / ${units}`],
      ].slice(0, state.f % 3 ? 5 : 4);
      place.querySelector("tbody").innerHTML = rows
        .map(([name, value, text]) => `<tr><th scope="row">${name}</th><td><data value="${value}">${text}</data></td></tr>`)
        .join("");
      return rows.map(([name, , text]) => `${name} ${text}`).join(", ");
    };

    const code = () => {
      const [, , , phi, slope] = functions[state.f];
      const points = state.data
        ? `angle = rng.uniform(0, np.pi, ${ALL})
lower = np.arange(${ALL}) % 2 == 1  # ${say("두 반달을 번갈아 뽑습니다", "the two moons in turn")}
X = np.column_stack([np.cos(angle), np.sin(angle)])
X[lower] = [1, 0.5] - X[lower]
X = (X + rng.normal(0, 0.15, X.shape) - [0.5, 0.25]) / 1.5
y = lower[:, np.newaxis].astype(float)`
        : `X = rng.uniform(-1, 1, (${ALL}, 2))
y = (X[:, [0]] * X[:, [1]] < 0).astype(float)  # ${say("XOR: 부호가 다르면 1", "XOR: the signs differ")}`;
      return `"""${say("은닉층이 하나인 신경망을 훈련하고 테스트 샘플로 평가합니다.", "Train a network with one hidden layer, and test it on held-out samples.")}"""

import numpy as np
from scipy.special import expit


def phi(Z):
    return ${phi}


def slope(Z):
    return ${slope}


units, learning_rate, steps = ${state.units}, ${RATES[state.rate]}, ${state.steps}
rng = np.random.default_rng(${SEED})
${points}
X_train, X_test, y_train, y_test = X[:${TRAIN}], X[${TRAIN}:], y[:${TRAIN}], y[${TRAIN}:]
W1, b1 = rng.normal(0, 1, (2, units)), np.zeros(units)
W2, b2 = rng.normal(0, np.sqrt(2 / units), (units, 1)), np.zeros(1)
for _ in range(steps):
    Z1 = X_train @ W1 + b1
    A1 = phi(Z1)
    error = (expit(A1 @ W2 + b2) - y_train) / len(X_train)
    error_hidden = (error @ W2.T) * slope(Z1)
    W2 -= learning_rate * A1.T @ error
    b2 -= learning_rate * error.sum(axis=0)
    W1 -= learning_rate * X_train.T @ error_hidden
    b1 -= learning_rate * error_hidden.sum(axis=0)


def net_input(X):
    return phi(X @ W1 + b1) @ W2 + b2


z = net_input(X_train)
print(f"training loss: {np.mean(np.logaddexp(0, z) - y_train * z):.4f}")
print(f"training accuracy: {np.mean((z > 0) == y_train):.3f}")
print(f"test accuracy: {np.mean((net_input(X_test) > 0) == y_test):.3f}")
silent = np.all(X_train @ W1 + b1 <= 0, axis=0)
print(f"units never positive: {silent.sum()} / {units}")
`;
    };

    const ranges = { data: [0, 1, true], f: [0, 3, true], units: [1, 100, true], rate: [0, RATES.length - 1, true], steps: [0, MOST, true] };
    const title = say("신경망을 훈련해 보기", "Train a network yourself");
    const pause = () => {
      cancelAnimationFrame(playing);
      playing = 0;
      const button = place.querySelector(".xb-buttons button");
      if (button) button.textContent = say("훈련하기", "Train");
    };
    const set = () => {
      // Another setting starts again, so that a state is one and the same however it was reached.
      pause();
      state.units = max(1, round(state.units));
      state.steps = 0;
      network = undefined;
    };
    const { change, tell, show } = build(place, { name: "playground", title, state, ranges, body, draw, code, set });
    const go = (steps) => (state.steps = Math.min(MOST, state.steps + steps));

    const [train, ten, restart] = place.querySelectorAll(".xb-buttons button");
    const play = () => {
      go(2);
      const text = show();
      playing = state.steps < MOST ? requestAnimationFrame(play) : pause();
      if (!playing) tell(text);
    };
    train.addEventListener("click", () => {
      if (playing) {
        pause();
        change();
      } else if (still) {
        go(200); // at once, for those who want nothing to move
        change();
      } else {
        train.textContent = say("멈추기", "Pause");
        playing = requestAnimationFrame(play);
      }
    });
    ten.addEventListener("click", () => {
      pause();
      go(10);
      change();
    });
    restart.addEventListener("click", () => {
      set();
      change();
    });
  };
})();
