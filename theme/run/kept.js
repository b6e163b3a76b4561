/* What a reader has written stays in this browser, as long as the text that it was made from is the same. */

const PREFIX = "xb-run:";

const hash = (text) => {
  let sum = 5381;
  for (const character of text) sum = (sum * 33 + character.codePointAt(0)) >>> 0;
  return sum.toString(36);
};

/** What is kept under a name for a text; undefined if nothing is, or the browser keeps nothing. */
export const recall = (name, source) => {
  try {
    const kept = JSON.parse(localStorage.getItem(PREFIX + name));
    return kept?.of === hash(source) ? kept.text : undefined;
  } catch {
    return undefined;
  }
};

/** Keep a text; the source itself need not be kept. */
export const keep = (name, source, text) => {
  try {
    if (text === source) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, JSON.stringify({ of: hash(source), text }));
  } catch {}
};

/** The lines of what is kept under a name. */
export const list = (name) => recall(name, "")?.split("\n") ?? [];

/** Forget all whose name begins so. */
export const forget = (start) => {
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(PREFIX + start)) localStorage.removeItem(name);
  } catch {}
};

/** Note that a run is under way, and hear whether the last one was when the tab was closed. */
export const began = (name) => mark(name, "1");
export const ended = (name) => mark(name, null);
export const wasCutOff = (name) => {
  try {
    return sessionStorage.getItem(PREFIX + name) !== null;
  } catch {
    return false;
  }
};

const mark = (name, value) => {
  try {
    if (value === null) sessionStorage.removeItem(PREFIX + name);
    else sessionStorage.setItem(PREFIX + name, value);
  } catch {}
};
