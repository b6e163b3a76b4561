// What pages complain of in Firefox, which puppeteer-core drives by WebDriver BiDi. Argument: the browser's path.
// In: {"host": "http://127.0.0.1:8000/", "pages": ["ko/", ...]} as JSON on standard input. With "run", a pattern, the first
// example of each page is run, until what it says matches.
// Out: {"ko/": ["a problem", ...], ...}: violations of the page's policy, console messages, exceptions, bad answers.
import { text } from "node:stream/consumers";
import puppeteer from "puppeteer-core";

const TABS = 4;
const PATIENCE = 400_000; // milliseconds that Python may take to start on a busy machine

/** Runs in each page before its own scripts. */
const watch = () => {
  window.violations = [];
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
    window.violations.push(`violates ${violatedDirective}: ${blockedURI} ${sample}`.trim()));
};

/** Runs in a loaded page: shows all that is folded, and waits until nothing is left to do. */
const settle = async () => {
  for (const details of document.querySelectorAll("details")) details.open = true;
  await document.fonts.ready;
  await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 5000 }));
  return window.violations;
};

/** Runs in a page whose first example runs: whether it says what matches a pattern. */
const says = (pattern) => new RegExp(pattern).test(document.querySelector(".xb-status")?.textContent);

const { host, pages, run } = JSON.parse(await text(process.stdin));
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: process.argv[2],
  timeout: 120_000,
  protocolTimeout: run ? PATIENCE + 60_000 : 120_000, // one call waits for all that a run says
});
const found = {};
const waiting = [...pages];

const visitAll = async () => {
  const tab = await browser.newPage();
  tab.setDefaultTimeout(120_000);
  let said = [];
  tab.on("console", (message) => ["error", "warn"].includes(message.type()) && said.push(message.text()));
  tab.on("pageerror", (error) => said.push(error.message));
  tab.on("response", (answer) => answer.status() >= 400 && said.push(`${answer.status()} ${answer.url()}`));
  await tab.evaluateOnNewDocument(watch);
  while (waiting.length) {
    const page = waiting.shift();
    said = found[page] = [];
    await tab.goto(host + page);
    if (run) {
      await tab.click(".xb-go button");
      await tab.waitForFunction(says, { timeout: PATIENCE, polling: 500 }, run);
    }
    said.push(...(await tab.evaluate(settle)));
  }
};

// A browser slows down what tabs in the background do, so what runs is alone.
await Promise.all(Array.from({ length: run ? 1 : TABS }, visitAll));
await browser.close();
process.stdout.write(JSON.stringify(found));
