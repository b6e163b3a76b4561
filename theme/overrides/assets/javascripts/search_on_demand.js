/* Material loads the search index and starts the search worker on every page. Here both wait until the reader uses
   the search, or opens a page with a query in the address (`q`). */
(() => {
  "use strict";
  const field = document.querySelector("input[data-md-component=search-query]");
  if (!field || location.protocol === "file:") return; // there the index is a script, and Material waits itself

  const wanted = new Promise((resolve) => {
    if (new URLSearchParams(location.search).has("q") || document.activeElement === field) resolve();
    field.addEventListener("focus", resolve, { once: true });
    document.getElementById("__search").addEventListener("change", resolve, { once: true });
  });

  const { open, send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (method, url, ...others) {
    this.isForSearch = /\/search\/search_index\.json$/.test(url);
    return open.call(this, method, url, ...others);
  };
  XMLHttpRequest.prototype.send = function (...body) {
    if (this.isForSearch) wanted.then(() => send.apply(this, body));
    else send.apply(this, body);
  };

  // Nothing is sent to the search's worker before the index, so it need not exist before. Others are as they are.
  const RealWorker = Worker;
  window.Worker = class extends EventTarget {
    constructor(...arguments_) {
      super();
      if (!/\/workers\/search\b/.test(arguments_[0])) return new RealWorker(...arguments_);
      this.ready = wanted.then(() => {
        const worker = new RealWorker(...arguments_);
        for (const type of ["message", "error"]) {
          worker.addEventListener(type, (event) => this.dispatchEvent(new event.constructor(type, event)));
        }
        return worker;
      });
    }

    postMessage(...message) {
      this.ready.then((worker) => worker.postMessage(...message));
    }

    terminate() {
      this.ready.then((worker) => worker.terminate());
    }
  };
})();
