/* Runs Python for a page. It is asked by messages, and answers by messages; another runtime could take its place:

     run {id, name, task, packages}   ->  progress {loaded, total} · starting · started · output, errors {text} · again
                                          · done {result}, or failed {reason, detail}
     stop                             ->  stopped

   Python itself runs in a worker within this one, which is ended to stop it, and is started from what was loaded
   before: also without a network. The page's policy does not reach a worker, which has its host's. */

import { FileError, Files } from "./files.js";

const SCRIPTS = ["pyodide.mjs", "pyodide.asm.js", "python.js", "child.js"];
const manifest = fetch("manifest.json").then((response) => response.json());
let files, child, given, running;

const post = (message) => running && postMessage({ ...message, id: running });

const failed = (reason, detail = "") => {
  end();
  post({ type: "failed", reason, detail });
};

const end = () => {
  child?.terminate();
  child = undefined;
};

/** Packages with all that they need, by the names of their files. */
const filesOf = (packages, names) => {
  const found = new Set();
  const waiting = [...names];
  for (let name; (name = waiting.pop()); ) {
    if (!packages[name] || found.has(name)) continue;
    found.add(name);
    waiting.push(...packages[name].depends);
  }
  return [...found].map((name) => packages[name].file_name);
};

const start = async (packages, isWanted) => {
  const list = await manifest.catch(() => {
    throw new FileError("network", "manifest.json");
  });
  let told = 0;
  files ??= new Files(list.files, location.href, (loaded, total) => {
    if (Date.now() - told < 100 && loaded < total) return;
    told = Date.now();
    post({ type: "progress", loaded, total });
  });
  // All at once, so that the reader sees how much it is.
  const wanted = [...list.core, ...filesOf(list.packages, packages)];
  await Promise.all(wanted.filter((name) => !(child && given.has(name))).map((name) => files.get(name)));
  if (!isWanted()) return;
  if (child) return post({ type: "started" });
  post({ type: "starting" });
  const contents = await Promise.all(SCRIPTS.map((name) => files.get(name)));
  if (!isWanted()) return;
  const [pyodide, main, python, script] = contents.map((content) =>
    URL.createObjectURL(new Blob([content], { type: "text/javascript" })),
  );
  given = new Set(SCRIPTS);
  const started = (child = new Worker(script, { type: "module" }));
  child.onmessage = ({ data }) => {
    if (data.type === "file") give(started, data.name);
    else if (data.type === "failed") failed(data.reason, data.detail);
    else post(data);
  };
  child.onerror = (event) => failed("crashed", event.message);
  child.postMessage({ type: "start", pyodide, main, python });
};

const give = async (to, name) => {
  try {
    given.add(name);
    const content = await files.take(name);
    to.postMessage({ type: "file", name, content }, [content]);
  } catch (error) {
    if (to === child) failed(error.reason, error.file);
  }
};

onmessage = async ({ data }) => {
  if (data.type === "stop") {
    end();
    post({ type: "stopped" });
    running = undefined;
    return;
  }
  running = data.id;
  const isWanted = () => running === data.id;
  try {
    await start(data.packages, isWanted);
    if (isWanted()) child.postMessage(data);
  } catch (error) {
    if (isWanted()) failed(error.reason ?? "crashed", error.file ?? String(error));
  }
};
