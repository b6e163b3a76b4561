/* Python in a worker of its own, which `worker.js` ends in order to stop it. All files come from there. */

const FOLDER = "https://runtime.invalid/";
const asked = new Map();

const ask = (name) =>
  new Promise((resolve) => {
    asked.set(name, resolve);
    postMessage({ type: "file", name });
  });

// Pyodide loads what it needs by addresses in FOLDER.
self.fetch = async (address) => {
  const name = new URL(address).pathname.slice(1);
  const type = name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
  return new Response(await ask(name), { headers: { "Content-Type": type } });
};

let python;
const begin = async ({ pyodide, main, python: script }) => {
  const [{ loadPyodide }, { start }] = await Promise.all([import(pyodide), import(script), import(main)]);
  const archive = new Uint8Array(await ask("engine.zip"));
  const started = await start({ loadPyodide, folder: FOLDER, archive });
  postMessage({ type: "started" });
  return started;
};

const isFatal = (error) => error?.pyodide_fatal_error || error instanceof WebAssembly.RuntimeError || error instanceof RangeError;

onmessage = async ({ data }) => {
  if (data.type === "file") {
    asked.get(data.name)(data.content);
    asked.delete(data.name);
    return;
  }
  try {
    if (data.type === "start") python = begin(data);
    const { run } = await python;
    if (data.type !== "run") return;
    const result = await run(data.name, data.task, (type, text) => postMessage({ type, text }));
    postMessage({ type: "done", result });
  } catch (error) {
    const memory = /memory/i.test(String(error));
    postMessage({ type: "failed", reason: memory ? "memory" : isFatal(error) ? "crashed" : "package", detail: String(error) });
  }
};
