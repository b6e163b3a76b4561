/* The theme's page and its worker exchange four messages: 0 set up, 1 ready, 2 query, 3 result. */

const PAGES = 20;
const SECTIONS = 4; // of a page, beside the page itself

let index;
let reader;

const setUp = ({ docs }) => {
  index = new Index(docs);
  reader = new Reader(new Lookup(index), SYNONYMS);
};

const search = (query) => {
  const concepts = reader.read(query);
  if (!concepts.length) return [];
  const marks = marksOf(concepts);
  return new Ranking(index, concepts)
    .pages()
    .slice(0, PAGES)
    .map((page) => resultOf(page, concepts, marks));
};

/* One page as the theme lists it: sections with their scores, the best first, and always the page itself. */
const resultOf = (page, concepts, marks) => {
  const [itself, ...rest] = page.sections;
  const best = Math.max(...page.sections.map((section) => section.score));
  const shown = rest
    .filter((section) => section.score > best / 3)
    .sort((a, b) => b.score - a.score)
    .slice(0, SECTIONS);
  const items = [itself, ...shown].sort((a, b) => b.score - a.score);
  const missing = page.isPartial ? page.missing.map((i) => concepts[i].asked.map(({ raw }) => raw).join(" ")) : [];
  const terms = Object.fromEntries(missing.map((term) => [term, false])); // the theme lists those that are false
  return items.map(({ doc, score }) => ({ ...itemOf(doc, page.isPartial, marks), score: best && (page.score * score) / best, terms }));
};

const itemOf = (doc, isPartial, marks) => {
  const { location, title, text } = index.docs[doc];
  const [path, hash] = location.split("#");
  const seen = seenIn(`${plain(title)} ${plain(text)}`, marks);
  const part = hash ? "" : (index.parts.get(path) ?? "");
  const above = [isPartial && '<span class="xb-partial"></span>', part && `<span class="xb-part">${escape(part)}</span> `];
  return {
    location: `${path}${seen.length ? `?h=${encodeURIComponent(seen.join(" "))}` : ""}${hash ? `#${hash}` : ""}`,
    title: above.filter(Boolean).join("") + marked(plain(title), marks),
    text: passageOf(text, marks),
  };
};

addEventListener("message", ({ data: { type, data } }) => {
  if (type === 0) {
    setUp(data);
    postMessage({ type: 1 });
  } else if (type === 2) {
    postMessage({ type: 3, data: { items: search(data) } });
  }
});
