/* Ask the site's own search worker, in Node: node ask.js WORKER INDEX < queries.json > answers.json
 *
 * Speaks the four messages that the theme's page and its worker exchange: 0 set up, 1 ready, 2 query, 3 result.
 * Prints {"setup_ms", "query_ms", "answers"}: how much of the processor's time the worker took to set up and for a
 * query on average (time on the clock says little on a busy machine), and for each query the list of pages found, best first, each a list of the sections found as the page would get them.
 */
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const [, , workerFile, indexFile] = process.argv;
const queries = JSON.parse(fs.readFileSync(0, "utf8"));
const { config, docs } = JSON.parse(fs.readFileSync(indexFile, "utf8"));

let listener;
let answered;
const self = {
  console,
  URL,
  addEventListener: (_, handler) => (listener = handler),
  postMessage: (message) => answered(message),
  importScripts: (...files) => files.forEach((file) => load(path.resolve(path.dirname(workerFile), file))),
};
self.self = self;
vm.createContext(self);
const load = (file) => vm.runInContext(fs.readFileSync(file, "utf8"), self, { filename: file });
const used = () => (({ user, system }) => (user + system) / 1000)(process.cpuUsage());
const ask = (type, data) =>
  new Promise((resolve) => {
    answered = resolve;
    listener({ data: { type, data } });
  });

(async () => {
  load(workerFile);
  const start = used();
  await ask(0, { config, docs, options: { suggest: false } });
  const ready = used();
  const answers = [];
  for (const query of queries) answers.push((await ask(2, query)).data.items);
  const query_ms = (used() - ready) / Math.max(1, queries.length);
  process.stdout.write(JSON.stringify({ setup_ms: ready - start, query_ms, answers }));
})();
