/* "Does mine match?": compares what a reader pastes with an example's output, only in the browser.

   Words must be equal; spaces and blank lines are ignored. Decimals may differ by one in the last digit, or by a
   relative 0.0001. data-tolerance, such as `0.005 2`, sets another relative tolerance, and one for integers; see
   execbook/baseline/tolerances.py. A whole terminal may be pasted: what surrounds the output is passed over. */
(() => {
  "use strict";
  const korean = document.documentElement.lang === "ko";
  const say = (ko, en) => (korean ? ko : en);

  const TOKENS = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|[\p{L}_]+|\S/giu;
  const NUMBER = /^[-+]?\d*(\.\d*)?(?:e([-+]?\d+))?$/i;
  const ESCAPES = /\x1b\[[0-9;?]*[A-Za-z]/g;
  // The call of a file, behind the prompt; other prompts.
  const CALL = /^(.*?)\b(?:python[\d.]*|py|pypy3?|uv run|%run)(?:\.exe)?["']?\s.*\.py\b/;
  const PROMPT = /^(?:\(\S+\) ?)?(?:PS )?(?:\S+@\S+.*[$#%>]|[A-Z]:\\[^>]*>|[$%❯➜])(?: |$)/;
  // What libraries, shells and editors write around the output.
  const NOISE = RegExp(
    [
      /^(?:>>>|\.\.\.|In \[\d*\]:|```|[$%❯➜] )/,
      /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d|^[IWEF]\d{4} \d|^(?:WARNING|INFO|DEBUG|ERROR|NOTE)\b/,
      /^To enable the following instructions|rebuild TensorFlow/,
      /\.py:\d+: |^\w*Warning: |^Epoch \d+\/\d+$|^\s*\d+\/\d+ .*(?:━|step|\[)|\d+%\s?\||^Downloading /,
      /^Process finished|^\[(?:Done|Finished|Running)\b/,
    ].map(({ source }) => source).join("|"),
  );
  const FAILED = /^(?:\w+\.)*\w*(?:Error|Exception|Interrupt)\b|command not found|not recognized|can't open file/;
  const UNINSTALLED = /^(?:ModuleNotFound|Import)Error|command not found|not recognized/;

  /** Lines with text, with their numbers. */
  const linesOf = (text) =>
    text.replaceAll("−", "-").replace(ESCAPES, "").split("\n")
      .map((line, index) => ({ text: line.trim(), number: index + 1, indented: /^\s/.test(line) }))
      .filter(({ text }) => text);

  /** The lines of the last run in a terminal: from the call of the file to the next prompt. */
  const lastRun = (lines) => {
    const start = lines.findLastIndex(({ text }) => CALL.test(text));
    const prompt = CALL.exec(lines[start]?.text ?? "")?.[1].trim();
    const rest = lines.slice(start + 1);
    const end = rest.findIndex(({ text }) => PROMPT.test(text) || (prompt && text.startsWith(prompt)));
    return end > 0 ? rest.slice(0, end) : rest;
  };

  const alike = (mine, expected, [share, counts]) => {
    const [number, decimals = ".", exponent = 0] = NUMBER.exec(expected) ?? [];
    if (mine === expected || !number || isNaN(mine)) return mine === expected;
    const unit = 10 ** (exponent - decimals.length + 1);
    const size = Math.max(exponent ? 0 : 1, Math.abs(number));
    const most = decimals > "." || exponent ? Math.max(unit, share * size) : counts;
    return Math.abs(mine - number) <= most * (1 + 1e-6);
  };
  const tokensOf = (line) => (line.tokens ??= line.text.match(TOKENS));
  const equal = (mine, expected, tolerance) => {
    if (expected.isTime) return !NOISE.test(mine.text) && !FAILED.test(mine.text);
    const [a, b] = [mine, expected].map(tokensOf);
    return a.length === b.length && a.every((token, index) => alike(token, b[index], tolerance));
  };

  /** For each expected line the index of the pasted one that equals it, or -1: the longest common subsequence. */
  const align = (pasted, expected, tolerance) => {
    const longest = [...expected, 0].map(() => new Uint16Array(pasted.length + 1));
    const same = expected.map((wanted) => pasted.map((mine) => equal(mine, wanted, tolerance)));
    for (let i = expected.length - 1; i >= 0; i--)
      for (let j = pasted.length - 1; j >= 0; j--)
        longest[i][j] = same[i][j] ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
    let j = 0;
    return expected.map((_, i) => {
      while (j < pasted.length && !same[i][j] && longest[i][j] === longest[i][j + 1]) j++;
      return same[i][j] ? j++ : -1;
    });
  };

  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const line = (name, { text }) => make("p", {}, `${name} `, make("code", { textContent: text }));
  const mineIs = (mine) => line(say("내 출력", "Yours"), mine);

  /** Where to read on: pages that the template xb-pointers links to, as far as their addresses contain `part`. */
  const pointers = (sentence, part = "/") => {
    const links = document.getElementById("xb-pointers")?.content.querySelectorAll(`a[href*="${part}"]`) ?? [];
    return make("p", {}, sentence, ...[...links].flatMap((link) => [" ", link.cloneNode(true)]));
  };
  const failure = (found) => [
    say("오류가 나서 실행이 끝나지 않았습니다.", "The run ended with an error."),
    mineIs(found),
    UNINSTALLED.test(found.text)
      ? pointers(say("필요한 것이 설치되어 있지 않습니다. 설치 방법:", "Something it needs is not installed. How to install it:"), "setup")
      : pointers(say("패키지 버전이 예제와 같은지 확인해 보세요.", "Check whether your versions are those of the example."), "setup"),
  ];
  const difference = (...parts) => [
    ...parts,
    pointers(say("버전이 다르거나 시드를 고정하지 않으면 출력이 달라집니다.", "Other versions or seeds that are not fixed change the output.")),
  ];

  /** Whether they match, in words, and the lines that differ. Of one part only if they match. */
  const verdict = (terminal, expected, tolerance) => {
    const pasted = lastRun(terminal);
    const places = align(pasted, expected, tolerance);
    let noisy = false;
    const others = pasted.map((mine, index) => {
      noisy = !places.includes(index) && (NOISE.test(mine.text) || (noisy && mine.indented));
      return { mine, index, counts: !noisy && !places.includes(index) };
    });
    const between = (from, to) => others.filter(({ index, counts }) => counts && index > from && index < to).map(({ mine }) => mine);
    const first = places.find((place) => place >= 0) ?? pasted.length;
    const last = places.findLast((place) => place >= 0) ?? -1;

    const failed = between(-1, pasted.length).findLast(({ text }) => FAILED.test(text));
    if (failed) return failure(failed);
    let former = -1; // the pasted line that the last expected one equals
    for (const [index, wanted] of expected.entries()) {
      const place = places[index];
      const next = places.slice(index).findIndex((one) => one >= 0);
      const extra = between(former, next < 0 ? pasted.length : places[index + next]);
      if (place < 0) {
        // Before the first equal line, what is nearest to it is compared: text in front is passed over.
        const mine = former < 0 && next > 0 ? extra[extra.length - next] : extra[0];
        if (mine) return difference(say(`${wanted.number}번째 줄이 다릅니다.`, `Line ${wanted.number} differs.`), mineIs(mine), line(say("예제 출력", "Expected"), wanted));
        return difference(say(`${wanted.number}번째 줄부터 없습니다.`, `Line ${wanted.number} is missing.`), line(say("예제 출력", "Expected"), wanted));
      }
      if (place > first && extra.length)
        return difference(say(`${wanted.number}번째 줄 앞에 줄이 더 있습니다.`, `There is an extra line before line ${wanted.number}.`), mineIs(extra[0]));
      former = place;
    }
    const [after] = between(last, pasted.length);
    if (after) return difference(say("모두 같지만 뒤에 줄이 더 있습니다.", "All lines match, but your output continues."), mineIs(after));
    const over = pasted.length - expected.length;
    return [
      say(`같습니다. ${expected.length}줄이 모두 맞습니다.`, `It matches. Lines compared: ${expected.length}.`) +
        (over ? say(` 그 밖의 ${over}줄은 비교하지 않았습니다.`, ` Other lines, not compared: ${over}.`) : ""),
    ];
  };

  /** What a text is in relation to the output in a box, see `verdict`; nothing of no text. */
  const compare = (text, box, tolerance) => {
    const times = (box.dataset.times ?? "").split(" ").map(Number); // lines that differ with every run
    const pasted = linesOf(text);
    const expected = linesOf(box.querySelector("samp").textContent)
      .map((one) => ({ ...one, isTime: times.includes(one.number) }));
    return pasted.length ? verdict(pasted, expected, tolerance) : [];
  };

  const toleranceOf = (box) => (box.dataset.tolerance ?? "0.0001 0").split(" ").map(Number);

  const form = (box) => {
    const [share, counts] = toleranceOf(box);
    const area = make("textarea", { rows: 4, spellcheck: false, wrap: "off" });
    const answer = make("div", { role: "status", className: "xb-verdict" });
    area.addEventListener("input", () => {
      const parts = compare(area.value, box, [share, counts]);
      answer.dataset.same = parts.length === 1;
      answer.replaceChildren(...parts);
    });
    const percent = +(share * 100).toPrecision(3);
    const rule = [
      say(`소수는 마지막 자리에서 1, 크기로 ${share} 또는 ${percent}%까지`,
        `Decimals may differ by one in the last digit, by ${share} or by ${percent}%.`),
      counts ? say(`, 정수는 ${counts}까지`, ` Integers may differ by ${counts}.`) : "",
      say(" 달라도 같다고 봅니다. 빈칸과 빈 줄은 비교하지 않습니다.", " Spaces and blank lines do not count."),
    ];
    return make("div", { className: "xb-compare" },
      make("label", {}, say("실행해서 얻은 출력을 붙여 넣으세요. 터미널에 나온 것을 모두 붙여 넣어도 됩니다. 브라우저 밖으로 나가지 않습니다.",
        "Paste what your run printed, or all that is in your terminal. It stays in this browser."), area),
      make("small", {}, ...rule),
      answer);
  };

  const isSame = (text, box) => compare(text, box, toleranceOf(box)).length === 1;

  globalThis.execbook = { comparison: form, isSame };
})();
