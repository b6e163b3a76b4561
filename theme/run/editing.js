/* The editor, in a shadow root of its own, where its styles need no `<style>`. */

import { make } from "./dom.js";
import { address } from "./runner.js";
import { words } from "./words.js";

const HELP = `
  :host { display: block }
  p { color: var(--xb-soft); font-size: 0.6rem; line-height: 1.5; margin: 0; padding: 0.3rem 0.8rem }
`;

/** Make an editor within an element; settings are those of tools/runtime/editor.js. */
export const makeEditor = async (host, settings) => {
  const { edit } = await import(address("editor.js"));
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(HELP);
  root.adoptedStyleSheets = [sheet];
  const editor = edit(root, { ...settings, described: "help" });
  root.append(make("p", { id: "help", textContent: words.keys }));
  return editor;
};
