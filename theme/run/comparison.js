/* The comparison behind the page's button "Compare with mine", which has a file of its own. */

const address = document.getElementById("xb-pointers")?.dataset.compare;

/** Load it. A page without recorded output has none, and needs none. */
export const loadComparison = async () => {
  if (address && !globalThis.execbook?.isSame) await import(new URL(address, document.baseURI).href);
};

/** Whether a text is the output in a box, as that box has it to be compared. */
export const isSame = (text, box) => globalThis.execbook.isSame(text, box);
