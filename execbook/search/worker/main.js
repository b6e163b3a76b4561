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
const resultOf = ({ score, isPartial, sections }, concepts, marks) => {
  const [page, ...rest] = sections;
  const best = Math.max(...sections.map((section) => section.score));
  const shown = rest
    .filter((section) => section.score > best / 3)
    .sort((a, b) => b.score - a.score)
    .slice(0, SECTIONS);
  const items = [page, ...shown].sort((a, b) => b.score - a.score);
  const results = items.map((section) => itemOf(section, (score * section.score) / best, concepts, marks));
  if (isPartial) for (const result of results) result.title = `<span class="xb-partial"></span>${result.title}`;
  return results;
};

const itemOf = ({ doc }, score, concepts, marks) => {
  const { location, title, text } = index.docs[doc];
  const [path, hash] = location.split("#");
  const seen = seenIn(`${plain(title)} ${plain(text)}`, marks);
  const item = {
    location: `${path}${seen.length ? `?h=${encodeURIComponent(seen.join(" "))}` : ""}${hash ? `#${hash}` : ""}`,
    title: marked(plain(title), marks),
    text: passageOf(text, marks),
    score,
    terms: {}, // the theme lists those that are false as missing
  };
  if (!hash && index.parts.has(path)) {
    item.title = `<span class="xb-part">${escape(index.parts.get(path))}</span> ${item.title}`;
  }
  for (const { ways, optional, asked } of concepts) {
    if (!ways.length && !optional) item.terms[asked.map(({ word }) => word).join(" ")] = false;
  }
  return item;
};

addEventListener("message", ({ data: { type, data } }) => {
  if (type === 0) {
    setUp(data);
    postMessage({ type: 1 });
  } else if (type === 2) {
    postMessage({ type: 3, data: { items: search(data) } });
  }
});
