/* The page's end of the worker: one run at a time, in the order in which they are asked for. */

let worker;
let last = Promise.resolve();
let waiting = 0;

/** Where a file beside this one is. */
export const address = (name) => new URL(name, import.meta.url).href;

/** Names and versions of the main packages, as a text; empty if they cannot be had. */
export const packages = async () => {
  try {
    const found = (await (await fetch(address("manifest.json"))).json()).packages;
    return ["numpy", "scipy", "pandas", "matplotlib", "scikit-learn"].map((name) => `${name} ${found[name].version}`).join(", ");
  } catch {
    return "";
  }
};

export class Run {
  /** name: of the function, see python.js. hear: called with every message before the last, see worker.js. */
  constructor(name, task, packages, hear) {
    Object.assign(this, { id: crypto.randomUUID?.() ?? String(Math.random()), hear });
    if (waiting++) hear({ type: "waiting" });
    /** The last message: `done`, `failed` or `stopped`. */
    this.ended = last.then(() => (this.isStopped ? { type: "stopped" } : this.go({ name, task, packages })));
    last = this.ended.then(() => waiting--);
  }

  stop() {
    this.isStopped = true;
    if (this.isRunning) worker?.postMessage({ type: "stop" });
  }

  go(request) {
    this.isRunning = true;
    worker ??= new Worker(address("worker.js"), { type: "module" });
    return new Promise((resolve) => {
      const end = (message) => {
        worker?.removeEventListener("message", listen);
        this.isRunning = false;
        resolve(message);
      };
      const listen = ({ data }) => {
        if (data.id !== this.id) return;
        if (["done", "failed", "stopped"].includes(data.type)) end(data);
        else this.hear(data);
      };
      worker.addEventListener("message", listen);
      worker.onerror = () => {
        end({ type: "failed", reason: "network" }); // its script cannot be had: the next run tries again
        worker.terminate();
        worker = undefined;
      };
      worker.postMessage({ type: "run", id: this.id, ...request });
    });
  }
}
