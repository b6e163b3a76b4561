/* Python itself, in a worker of a browser or in Node: loads the packages that a file imports, and runs it. */

const SITE_PACKAGES = "/lib/python3.12/site-packages";

/**
 * Start an interpreter.
 *
 * loadPyodide: what Pyodide exports. folder: where its files and packages are, with a slash at its end.
 * archive: the engine's own modules as a zip, in a Uint8Array; see execbook/browser/archive.py.
 */
export const start = async ({ loadPyodide, folder, archive }) => {
  const python = await loadPyodide({ indexURL: folder });
  python.unpackArchive(archive, "zip", { extractDir: SITE_PACKAGES });

  /** Load what a text imports and the runtime has. Throws an Error where a file cannot be had. */
  const load = async (source) => {
    const refused = [];
    const settings = { messageCallback: () => {}, errorCallback: (message) => refused.push(message) };
    const before = Object.keys(python.loadedPackages).length;
    await python.loadPackagesFromImports(source, settings);
    if (refused.length) throw new Error(refused.join("\n"));
    return Object.keys(python.loadedPackages).length > before;
  };

  /**
   * Call a function of execbook.browser.inside, `run.run` or `lab.check`, with a task, and return its result.
   *
   * post: called with the kind and the text of what it has to say meanwhile. A module that turns out to be
   * needed only then is loaded, and all begins again, after word of it: `again`. Its name is in the result's `also`.
   */
  const run = async (name, task, post) => {
    await load(task.source);
    const [module, call] = name.split(".");
    const also = [];
    for (;;) {
      const found = python.pyimport(`execbook.browser.inside.${module}`);
      const result = JSON.parse(found[call](JSON.stringify(task), post));
      if (!result.missing || !(await load(`import ${result.missing}`))) return { ...result, also };
      also.push(result.missing);
      post("again", "");
    }
  };
  return { run };
};
