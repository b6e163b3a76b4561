/* What running says to the reader, in the language of the page. */
export const korean = document.documentElement.lang === "ko";
const say = (ko, en) => (korean ? ko : en);
const megabytes = (bytes) => (bytes / 1e6).toFixed(1);

export const words = {
  run: say("실행", "Run"),
  stop: say("중지", "Stop"),
  reset: say("원래대로", "Reset"),
  download: say("내려받기", "Download"),
  link: say("이 코드의 주소 복사", "Copy a link to this code"),
  close: say("편집 닫기", "Close"),
  tools: (name) => say(`${name} 실행 도구`, `Tools for running ${name}`),
  progress: (name) => say(`${name} 준비`, `Getting ready for ${name}`),
  code: (name) => say(`${name}의 코드`, `Code of ${name}`),
  check: say("확인", "Check"),
  solution: say("풀이 보기", "Show the solution"),
  opened: say("두 번 시도했으므로 아래에 풀이를 펼쳤습니다.", "After two tries, the solution below is open."),
  checking: say("확인하는 코드", "Code that checks it"),
  answers: say("답 내려받기", "Download the answers"),
  erase: say("답 모두 지우기", "Erase all answers"),
  eraseAll: say("작성한 답을 모두 지웁니다. 되돌릴 수 없습니다.", "All your answers will be erased. This cannot be undone."),
  solved: (count, all) => say(`문제 ${all}개 가운데 ${count}개를 풀었습니다.`, `Solved: ${count} of ${all}.`),
  stays: say("작성한 답은 이 브라우저에만 남습니다.", "What you write stays in this browser."),
  keys: say(
    "Ctrl+Enter 실행 · 실행 중 Esc 중지 · Esc 다음 Tab 편집기에서 나가기",
    "Ctrl+Enter runs · Esc stops a run · Esc, then Tab leaves the editor",
  ),
  loading: (loaded, total) =>
    say(
      `파이썬을 내려받고 있습니다. ${megabytes(loaded)} / ${megabytes(total)} MB`,
      `Downloading Python: ${megabytes(loaded)} of ${megabytes(total)} MB`,
    ),
  stages: {
    waiting: say("다른 실행이 끝나기를 기다리고 있습니다.", "Waiting for another run to end."),
    starting: say("파이썬을 시작하고 있습니다.", "Starting Python."),
    started: say("실행하고 있습니다.", "Running."),
    again: say("필요한 패키지를 읽고 다시 실행하고 있습니다.", "Running again with another package."),
  },
  stopped: say("중지했습니다.", "Stopped."),
  seconds: (seconds) => say(`${seconds.toFixed(1)}초 걸렸습니다.`, `It took ${seconds.toFixed(1)} s.`),
  same: say("기록된 결과와 같습니다.", "Same as recorded."),
  mirrored: say(
    "그림은 뒤집혔지만 같은 그림입니다. 고유 벡터의 부호는 정해져 있지 않습니다.",
    "The figure is mirrored, and still the same: an eigenvector has no sign.",
  ),
  otherFigure: say("그림이 기록된 것과 다릅니다.", "The figure differs from the recorded one."),
  otherOutput: say("출력이 기록된 것과 다릅니다.", "The output differs from the recorded one."),
  changed: (lines) =>
    say(
      lines ? `기록과 다른 줄에 표시했습니다. ${lines}줄` : "출력은 기록과 같습니다.",
      lines ? `Lines that differ from the record are marked: ${lines}.` : "The output is the recorded one.",
    ),
  output: say("여기에서 얻은 출력", "Output here"),
  recorded: say("기록된 출력", "Recorded output"),
  figure: (number) => say(`여기에서 그린 그림 ${number}`, `Figure ${number}, drawn here`),
  nothing: say("출력이 없습니다.", "Nothing was printed."),
  warnings: say("경고", "Warnings"),
  failure: (line) => (line ? say(`${line}행의 오류`, `Error in line ${line}`) : say("오류", "Error")),
  failures: {
    network: say(
      "연결이 끊겨 파이썬을 내려받지 못했습니다. 기록된 출력은 그대로 있습니다. 연결된 다음 다시 실행하세요.",
      "Python could not be downloaded, as the connection was lost. The recorded output is still here. Run it again once you are online.",
    ),
    tampered: say(
      "내려받은 파일이 이 사이트에 게시된 파일과 달라서 사용하지 않았습니다. 잠시 뒤에 다시 실행해 보세요.",
      "A downloaded file is not the one that this site published, so it was not used. Try again in a while.",
    ),
    memory: say(
      "브라우저의 메모리가 모자랍니다. 배열을 줄이거나 다른 탭을 닫고 다시 실행하세요.",
      "The browser ran out of memory. Make the arrays smaller or close other tabs, and run it again.",
    ),
    crashed: say(
      "파이썬이 멈췄습니다. 다시 실행하면 새로 시작합니다.",
      "Python crashed. Run it again to restart it.",
    ),
    package: say("패키지를 읽지 못했습니다.", "A package could not be loaded."),
  },
  missing: (name) =>
    say(
      `여기에는 ${name} 모듈이 없습니다. 코랩이나 내 컴퓨터에서 실행하세요.`,
      `There is no module ${name} here. Run it in Colab or on your computer.`,
    ),
  closed: say(
    "지난번 실행은 탭이 닫혀서 끝났습니다.",
    "The last run ended because the tab was closed.",
  ),
  draft: say("지난번에 바꾼 코드입니다.", "This is the code as you last changed it."),
  linked: say(
    "주소에 담겨 온 코드입니다. 읽어 보고 실행하세요.",
    "This code came with the address. Read it before you run it.",
  ),
  copied: say("주소를 복사했습니다. 코드는 주소 안에만 있습니다.", "Copied. The code is in the address, and nowhere else."),
  notCopied: say("복사하지 못했습니다. 주소창의 주소를 복사하세요.", "It could not be copied. Take the address from the address bar."),
  differences: say("이 책의 파이썬과 다른 점", "How this Python differs from the book's"),
  runtime: (versions) =>
    say(
      `브라우저 안의 파이썬입니다(${versions || "Pyodide"}). 이 책의 결과는 더 새로운 버전으로 얻었습니다. 정수는 따로 지정하지 않으면 32비트이고, 오버플로 같은 부동소수점 경고가 나오지 않으며, 스레드와 텐서플로는 없습니다. 코드와 결과는 브라우저 밖으로 나가지 않습니다.`,
      `This Python runs in your browser (${versions || "Pyodide"}). The book's results come from newer versions. Integers have 32 bits unless you choose otherwise, there are no floating-point warnings such as overflow, no threads and no TensorFlow. Neither code nor results leave the browser.`,
    ),
};
