/* Hand a text to the reader as a file. */

import { make } from "./dom.js";

export const save = (name, text) => {
  const link = make("a", { download: name, href: URL.createObjectURL(new Blob([text], { type: "text/x-python" })) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};
