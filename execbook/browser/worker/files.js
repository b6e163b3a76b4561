/* The files of the runtime: fetched once, checked against their SHA-256, and kept by the browser for the next page. */

const STORE = "execbook-runtime";

/** A file that cannot be had: `reason` is `network`, or `tampered` where it is not what it should be. */
export class FileError extends Error {
  constructor(reason, name) {
    super(`${reason}: ${name}`);
    Object.assign(this, { reason, file: name });
  }
}

export class Files {
  /** list: for each name its `url`, `bytes`, `sha256` and whether it is `packed`. progress: called with bytes, of bytes. */
  constructor(list, base, progress) {
    Object.assign(this, { list, base, progress, loaded: 0, total: 0, running: new Map() });
    // A page that came without encryption, or a browser that keeps nothing, has no such store.
    this.store = globalThis.caches?.open(STORE).catch(() => undefined);
    this.clear();
  }

  /** The content of a file, which is remembered until it is taken. Throws FileError. */
  get(name) {
    if (!this.running.has(name)) this.running.set(name, this.find(name));
    const found = this.running.get(name);
    found.catch(() => this.running.delete(name));
    return found;
  }

  /** The content of a file, to be handed on. Throws FileError. */
  async take(name) {
    const content = await this.get(name);
    this.running.delete(name);
    return content;
  }

  async find(name) {
    const file = this.list[name];
    if (!file) throw new FileError("network", name);
    const url = new URL(file.url, this.base).href;
    const store = await this.store;
    const kept = await (await store?.match(url))?.arrayBuffer();
    if (kept && (await isRight(kept, file))) return unpacked(kept, file);
    const content = await this.fetch(name, url, file);
    await store?.put(url, new Response(content)).catch(() => {}); // a full disk need not stop anybody
    return unpacked(content, file);
  }

  async fetch(name, url, file) {
    this.total += file.bytes;
    const before = this.loaded;
    for (const cache of ["default", "reload"]) {
      this.loaded = before;
      let content;
      try {
        // Without encryption a page cannot compute sums, but the browser can.
        const integrity = crypto.subtle ? undefined : `sha256-${base64(file.sha256)}`;
        const response = await fetch(url, { cache, integrity });
        if (!response.ok) throw new Error(response.status);
        content = await this.read(response);
      } catch {
        throw new FileError("network", name);
      }
      if (await isRight(content, file)) return content;
    }
    throw new FileError("tampered", name);
  }

  async read(response) {
    const parts = [];
    for (const reader = response.body.getReader(); ; ) {
      const { done, value } = await reader.read();
      if (done) return new Blob(parts).arrayBuffer();
      parts.push(value);
      this.loaded += value.length;
      this.progress(this.loaded, this.total);
    }
  }

  /** Forget files of former versions. */
  async clear() {
    const store = await this.store;
    const known = new Set(Object.values(this.list).map(({ url }) => new URL(url, this.base).href));
    for (const { url } of (await store?.keys()) ?? []) if (!known.has(url)) await store.delete(url);
  }
}

const isRight = async (content, { sha256 }) => {
  if (!crypto.subtle) return true;
  const found = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return [...found].map((byte) => byte.toString(16).padStart(2, "0")).join("") === sha256;
};

const base64 = (hex) => btoa(String.fromCharCode(...hex.match(/../g).map((byte) => parseInt(byte, 16))));

const unpacked = (content, { packed }) =>
  packed ? new Response(new Blob([content]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer() : content;
