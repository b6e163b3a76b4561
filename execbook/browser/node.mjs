/* Run tasks in Node: `node node.mjs FOLDER ARCHIVE` reads one a line as JSON and writes its result the same way.

   The build asks here whether an example gives what was recorded. It is the very code that readers' browsers run,
   on the same engine for JavaScript and WebAssembly as Chromium; a browser is not needed to build the site. */

import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [folder, archive, python] = process.argv.slice(2);
globalThis.require = createRequire(import.meta.url);
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`));
const { start } = await import(pathToFileURL(python));
const { run } = await start({ loadPyodide, folder: `${folder}/`, archive: new Uint8Array(await readFile(archive)) });
for await (const line of createInterface({ input: process.stdin })) {
  const { name, task } = JSON.parse(line);
  let result;
  try {
    result = await run(name, task, () => {});
  } catch (error) {
    result = { fatal: String(error.message ?? error) };
  }
  process.stdout.write(`${JSON.stringify(result)}\n`);
  if (result.fatal) process.exit(1); // an interpreter that has failed as such is not to be trusted
}
