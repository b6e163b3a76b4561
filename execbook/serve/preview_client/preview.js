// Reload when the site has been rebuilt, or when the problems of its sources have changed.
(() => {
  "use strict";
  const version = document.currentScript.dataset.version;
  let waiting;

  const wait = async () => {
    waiting = new AbortController();
    const { signal } = waiting;
    while (!signal.aborted) {
      try {
        const answer = await fetch(`/__preview__/version?known=${version}`, { signal });
        if ((await answer.text()) !== version) return location.reload();
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 1000)); // the server is being restarted
      }
    }
  };

  // A hidden tab does not wait: browsers open only a few connections to one host.
  const visibility = () => (document.visibilityState === "visible" ? wait() : waiting?.abort());
  document.addEventListener("visibilitychange", visibility);
  addEventListener("pagehide", () => waiting?.abort());
  visibility();
})();
