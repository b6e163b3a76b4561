/* "Does mine match?": compares a reader's pasted output with an example's, only in the browser.

   Words must be equal; spaces and blank lines are ignored. Decimals may differ by one in the last digit, or by a
   relative 0.0001. data-tolerance, such as `0.005 2`, sets another relative tolerance, and one for integers; see execbook/baseline/tolerances.py. */
(() => {
  "use strict";
  const korean = document.documentElement.lang === "ko";
  const say = (ko, en) => (korean ? ko : en);

  const TOKENS = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|[\p{L}_]+|\S/giu;
  const NUMBER = /^[-+]?\d*(\.\d*)?(?:e([-+]?\d+))?$/i;
  // The command itself, and log lines of TensorFlow.
  const NOISE = /^([$%] |>>>|PS |[A-Z]:\\.*>|\d{4}-\d\d-\d\d \S+ [IWE]|[IWE]\d{4} |WARNING: All log)/;

  const linesOf = (text) =>
    text.replaceAll("−", "-").split("\n")
      .map((line, index) => ({ text: line.trim(), number: index + 1 }))
      .filter(({ text }) => text && !NOISE.test(text));

  const alike = (mine, expected, [share, counts]) => {
    const [number, decimals = ".", exponent = 0] = NUMBER.exec(expected) ?? [];
    if (mine === expected || !number || isNaN(mine)) return mine === expected;
    const unit = 10 ** (exponent - decimals.length + 1);
    const size = Math.max(exponent ? 0 : 1, Math.abs(number));
    const most = decimals > "." || exponent ? Math.max(unit, share * size) : counts;
    return Math.abs(mine - number) <= most * (1 + 1e-6);
  };
  const differ = (mine, expected, tolerance) => {
    const [a, b] = [mine, expected].map((line) => line.text.match(TOKENS));
    return a.length !== b.length || a.some((token, index) => !alike(token, b[index], tolerance));
  };

  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const line = (name, { text }) => make("p", {}, `${name} `, make("code", { textContent: text }));
  const mineIs = (mine) => line(say("내 출력", "Yours"), mine);

  /** Whether they match, in words, and the lines that differ. */
  const verdict = (pasted, expected, tolerance) => {
    const size = expected.length;
    for (const [index, wanted] of expected.entries()) {
      const mine = pasted[index];
      if (mine && !differ(mine, wanted, tolerance)) continue;
      const place = wanted.number;
      return [
        mine ? say(`${place}번째 줄이 다릅니다.`, `Line ${place} differs.`) : say(`${place}번째 줄부터 없습니다.`, `Line ${place} is missing.`),
        ...(mine ? [mineIs(mine)] : []),
        line(say("예제 출력", "Expected"), wanted),
      ];
    }
    if (pasted[size]) return [say("모두 같지만 뒤에 줄이 더 있습니다.", "All lines match, but yours goes on."), mineIs(pasted[size])];
    return [say(`같습니다. ${size}줄이 모두 맞습니다.`, `It matches. Lines compared: ${size}.`)];
  };

  const toleranceOf = (text = "0.0001 0") => text.split(" ").map(Number);

  /** For what runs here: whether two outputs are the same. tolerance: as in data-tolerance. */
  globalThis.execbook = {
    isSameOutput: (mine, expected, tolerance) =>
      verdict(linesOf(mine), linesOf(expected), toleranceOf(tolerance)).length === 1,
  };

  const form = (box) => {
    const [share, counts] = toleranceOf(box.dataset.tolerance);
    const area = make("textarea", { rows: 4, spellcheck: false, wrap: "off" });
    const answer = make("div", { role: "status", className: "xb-verdict" });
    area.addEventListener("input", () => {
      const pasted = linesOf(area.value);
      const expected = linesOf(box.querySelector("samp").textContent);
      const parts = pasted.length ? verdict(pasted, expected, [share, counts]) : [];
      answer.dataset.same = parts.length === 1;
      answer.replaceChildren(...parts);
    });
    const percent = +(share * 100).toPrecision(3);
    const rule = [
      say(`소수는 마지막 자리에서 1, 크기로 ${share} 또는 ${percent}%까지`,
        `Decimals may differ by one in the last digit, by ${share} or by ${percent}%.`),
      counts ? say(`, 정수는 ${counts}까지`, ` Integers may differ by ${counts}.`) : "",
      say(" 달라도 같다고 봅니다. 빈칸과 빈 줄은 보지 않습니다.", " Spaces and blank lines do not count."),
    ];
    return make("div", { className: "xb-compare" },
      make("label", {}, say("실행해서 얻은 출력을 붙여 넣으십시오. 브라우저 밖으로 나가지 않습니다.",
        "Paste what your run printed. It stays in this browser."), area),
      make("small", {}, ...rule),
      answer);
  };

  for (const box of document.querySelectorAll(".xb-output")) {
    const button = make("button", { type: "button", ariaExpanded: "false", textContent: say("내 출력과 비교", "Compare with mine") });
    let opened;
    button.addEventListener("click", () => {
      if (opened) opened.hidden = !opened.hidden;
      else box.append((opened = form(box)));
      button.ariaExpanded = String(!opened.hidden);
      if (!opened.hidden) opened.querySelector("textarea").focus();
    });
    box.querySelector("pre").before(button);
  }
})();
