/* The deep stack: how much of the signal and of the gradient is left in layers on layers, and what comes out of them.
   Computed as in snippets/activations/vanishing.py, from the same random numbers. */
(() => {
  "use strict";
  const { say, short, minus, slider, choices, figure, line, sample, build, random } = globalThis.execbook.explorers;
  const { abs, exp, floor, log10, max, min, round, sqrt, tanh } = Math;
  const [SAMPLES, SEED, WIDTHS, FLOOR, BINS, END] = [100, 0, [10, 25, 50, 100], 1e-14, 24, 20];

  // Name, function, slope from the output, the range of the histograms, and both in Python.
  const functions = [
    [say("로지스틱", "logistic"), (z) => 1 / (1 + exp(-z)), (a) => a * (1 - a), [0, 1], "expit(z)", "a * (1 - a)"],
    ["tanh", tanh, (a) => 1 - a * a, [-1, 1], "np.tanh(z)", "1 - a**2"],
    [say("렐루", "ReLU"), (z) => (z > 0 ? z : 0), (a) => +(a > 0), [0, 4], "np.maximum(0, z)", "a > 0"],
  ];
  const size = (vector) => sqrt(vector.reduce((sum, x) => sum + x * x, 0));
  const factor = (v) => +(2 ** v).toPrecision(3);

  /** Standard normal numbers in the order in which the snippet draws them. */
  const stream = { numbers: new Float64Array(0) };
  const normal = (count) => {
    stream.source ??= random(SEED);
    const missing = count - stream.numbers.length;
    if (missing > 0) {
      const longer = new Float64Array(count);
      longer.set(stream.numbers);
      longer.set(stream.source.normal(1, missing), stream.numbers.length);
      stream.numbers = longer;
    }
    return stream.numbers;
  };

  /** The mean standard deviation of the units' outputs over the samples. */
  const spread = (A, n) => {
    let sum = 0;
    for (let j = 0; j < n; j++) {
      let [mean, squares] = [0, 0];
      for (let s = j; s < A.length; s += n) mean += A[s] / SAMPLES;
      for (let s = j; s < A.length; s += n) squares += (A[s] - mean) ** 2;
      sum += sqrt(squares / SAMPLES);
    }
    return max(sum / n, FLOOR);
  };

  const compute = ({ f, depth, width, v }) => {
    const [, phi, slope] = functions[f];
    const n = WIDTHS[width];
    const scale = sqrt(factor(v) / n);
    const [batch, square] = [SAMPLES * n, n * n];
    const numbers = normal(2 * batch + depth * square);
    const A = [numbers.subarray(0, batch)];
    for (let l = 0; l < depth; l++) {
      const [from, into] = [A[l], new Float64Array(batch)];
      for (let s = 0; s < batch; s += n) {
        for (let k = 0; k < n; k++) {
          const a = from[s + k] * scale;
          if (a) for (let j = 0, w = batch + l * square + k * n; j < n; j++) into[s + j] += a * numbers[w + j];
        }
        for (let j = s; j < s + n; j++) into[j] = phi(into[j]);
      }
      A.push(into);
    }
    let gradient = numbers.subarray(batch + depth * square);
    const start = size(gradient);
    const gradients = [1];
    for (let l = depth; l > 0; l--) {
      const [passed, before] = [A[l].map((a, i) => slope(a) * gradient[i] * scale), new Float64Array(batch)];
      for (let s = 0; s < batch; s += n)
        for (let k = 0; k < n; k++) {
          let sum = 0;
          for (let j = 0, w = batch + (l - 1) * square + k * n; j < n; j++) sum += passed[s + j] * numbers[w + j];
          before[s + k] = sum;
        }
      gradient = before;
      gradients.unshift(size(gradient) / start);
    }
    const first = spread(A[0], n);
    const signals = A.map((layer, l) => (l ? spread(layer, n) / first : 1));
    const flat = A[depth].reduce((count, a) => count + (slope(a) < 0.01), 0) / batch;
    return { A, signals, gradients, flat };
  };

  globalThis.execbook.explorers.stack = (place) => {
    const state = { f: 0, depth: 30, width: 3, v: 0 };
    const names = [say("신호", "signal"), say("그레이디언트", "gradient")];
    const body = () =>
      choices("f", say("활성화 함수", "Activation function"), functions.map(([name]) => name), state.f) +
      slider("depth", say("층의 개수", "Layers"), state.depth, 2, 50, 1) +
      choices("width", say("층마다 유닛 수 n", "Units a layer, n"), WIDTHS, state.width) +
      slider("v", say("가중치의 분산", "Variance of the weights"), state.v, -3, 9, 0.25, true) +
      `<div class="xb-plots">` +
      figure(say("층마다 남은 비율", "Share left at each layer"), 320, 214, "<g></g>") +
      figure(say("층마다 출력의 분포", "Outputs of the layers"), 320, 214, "<g></g>") +
      `</div><table class="xb-points"><thead><tr><td></td><th scope="col">${say("남은 비율", "share left")}</th>` +
      `<th scope="col">${say("층마다", "per layer")}</th><th scope="col">${say("결과", "result")}</th></tr></thead><tbody></tbody></table>` +
      `<p class="xb-says"></p>`;

    const draw = () => {
      const { depth, f, v } = state;
      const { A, signals, gradients, flat } = compute(state);
      const n = WIDTHS[state.width];
      const variance = `${factor(v)}/n`;
      const range = place.querySelector("#xb-v");
      range.setAttribute("aria-valuetext", variance);
      place.querySelector(".xb-value").textContent = variance;
      const [chart, histograms] = place.querySelectorAll(".xb-plots g");

      const across = (l) => 44 + (268 * l) / depth;
      const up = (share) => 100 - (88 * max(-END, min(END, log10(share || 1e-99)))) / END;
      chart.innerHTML =
        `<path class="xb-grid" d="${[-20, -10, 10, 20].map((e) => `M44 ${up(10 ** e)}H312`).join("")}"/><path class="xb-here" d="M44 100H312"/>` +
        [-20, -10, 0, 10, 20].map((e) => `<text x="40" y="${up(10 ** e) + 4}" text-anchor="end">${e ? minus(`1e${e}`) : 1}</text>`).join("") +
        [0, floor(depth / 2), depth].map((l) => `<text x="${across(l)}" y="208" text-anchor="middle">${l}</text>`).join("") +
        [signals, gradients].map((shares, k) => line(k, `M${shares.map((share, l) => `${across(l)} ${up(share)}`).join("L")}`)).join("");

      const [bottom, top] = functions[f][3];
      const rows = [...new Set([1, 2, 3, 4, 5, 6].map((k) => max(1, round((depth * k) / 6))))];
      histograms.innerHTML =
        rows.map((l, row) => {
          const counts = new Float64Array(BINS);
          for (const a of A[l]) counts[max(0, min(BINS - 1, floor(((a - bottom) / (top - bottom)) * BINS)))]++;
          const base = 34 + 30 * row;
          const most = max(...counts);
          const bars = [...counts].map((count, bin) => count && `M${64 + (248 * (bin + 0.5)) / BINS} ${base}v${-(26 * count) / most}`);
          return `<text x="58" y="${base}" text-anchor="end">${say(`층 ${l}`, `layer ${l}`)}</text><path class="xb-grid" d="M64 ${base}H312"/>` +
            `<path class="xb-bin" d="${bars.filter(Boolean).join("")}"/>`;
        }).join("") +
        [bottom, (bottom + top) / 2, top].map((a) => `<text x="${64 + (248 * (a - bottom)) / (top - bottom)}" y="208" text-anchor="middle">${minus(`${a}`)}${f === 2 && a === top ? "+" : ""}</text>`).join("");

      const shares = [signals[depth], gradients[0]];
      const ends = shares.map((share) =>
        share < 1e-2 ? say("소실", "vanishes") : share > 1e2 ? say("폭주", "explodes") : say("유지", "is kept"));
      const each = shares.map((share) => share ** (1 / depth));
      const least = signals[depth] <= FLOOR * 1.01 ? "≤ " : ""; // less could not be told from rounding errors
      const cell = (x, k, before = "") => `<td>${before}${k ? "" : least}<data value="${x}">${short(x)}</data></td>`;
      place.querySelector("tbody").innerHTML = names
        .map((name, k) => `<tr><th scope="row">${sample(k)}${name}</th>${cell(shares[k], k)}${cell(each[k], k, "× ")}<td>${ends[k]}</td></tr>`)
        .join("");
      const percent = round(100 * flat);
      place.querySelector(".xb-says").innerHTML = say(
        `마지막 층의 출력 가운데 기울기가 0.01보다 작은 비율은 <data value="${flat}">${percent}%</data>입니다. 시드는 ${SEED}으로 고정되어 있습니다.`,
        `In the last layer, <data value="${flat}">${percent}%</data> of the outputs have a slope below 0.01. The seed is fixed at ${SEED}.`,
      );
      return say(
        `${functions[f][0]}, 층 ${depth}개, 유닛 ${n}개, 분산 ${variance}. 신호는 ${least}${short(shares[0])}배가 남아 ${ends[0]}, 그레이디언트는 ${short(shares[1])}배가 남아 ${ends[1]}. 층마다 그레이디언트가 ${short(each[1])}배가 됩니다.`,
        `${functions[f][0]}, ${depth} layers of ${n} units, variance ${variance}. The signal ${ends[0]}: ${least}${short(shares[0])} is left. The gradient ${ends[1]}: ${short(shares[1])} is left, ${short(each[1])} times a layer.`,
      );
    };

    const code = () => {
      const [, , , , phi, slope] = functions[state.f];
      return `"""${say("층을 깊게 쌓으면 신호와 그레이디언트가 얼마나 남는지 계산합니다.", "How much of the signal and of the gradient is left in a deep stack.")}"""

import numpy as np
${state.f ? "" : "from scipy.special import expit\n"}

def phi(z):
    return ${phi}


def slope(a):  # ${say("출력에서 구한 기울기", "from the output")}
    return ${slope}


depth, units = ${state.depth}, ${WIDTHS[state.width]}
variance = ${factor(state.v)} / units
rng = np.random.default_rng(${SEED})
A = [rng.normal(size=(${SAMPLES}, units))]  # ${say(`샘플 ${SAMPLES}개`, `${SAMPLES} samples`)}
weights = rng.normal(0, np.sqrt(variance), (depth, units, units))
for W in weights:
    A.append(phi(A[-1] @ W))
gradient = rng.normal(size=A[-1].shape)  # ${say("손실에서 온 것으로 가정", "as if it came from a loss")}
sizes = [np.linalg.norm(gradient)]
for W, A_out in zip(weights[::-1], A[:0:-1]):
    gradient = gradient * slope(A_out) @ W.T
    sizes.append(np.linalg.norm(gradient))

signals = [a.std(axis=0).mean() for a in A]  # ${say("샘플 사이의 차이", "how much the samples differ")}
signals = np.maximum(signals, ${FLOOR})  # ${say("더 작은 값은 반올림 오차입니다", "less is nothing but rounding errors")}
signal_left, share_left = signals[-1] / signals[0], sizes[-1] / sizes[0]
for name, share in {"signal": signal_left, "gradient": share_left}.items():
    print(f"{name:8} left: {share:.1e}, a layer: {share ** (1 / depth):.2f}")
print(f"flat in the last layer: {np.mean(slope(A[-1]) < 0.01):.0%}")
`;
    };

    const ranges = { f: [0, 2, true], depth: [2, 50, true], width: [0, 3, true], v: [-3, 9] };
    build(place, { name: "stack", title: say("깊은 신경망 쌓아 보기", "Stack layers yourself"), state, ranges, body, draw, code });
  };
})();
