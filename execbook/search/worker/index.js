/* The index: which word stands where, and how much it counts there. Made from the theme's search_index.json. */

const TITLE = 0;
const TAGS = 1;
const TEXT = 2;

const ENTITIES = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&#39;": "'" };
const decode = (html) => html.replace(/&(?:lt|gt|amp|quot|#39);/g, (entity) => ENTITIES[entity]);
const plain = (html) => decode(html.replace(/<[^>]*>/g, " "));

class Index {
  constructor(docs) {
    this.docs = docs;
    this.places = new Map(); // word -> [doc, field, how often, doc, field, how often, ...]
    this.strong = new Set(); // words of titles and tags: what a mistyped word may have meant
    this.names = []; // titles and tags
    this.pageOf = []; // doc -> number of its page
    this.pages = []; // page -> its docs; the page itself comes first
    this.parts = new Map(); // path of a page -> the part of the book that it belongs to
    const numbers = new Map();
    docs.forEach((doc, number) => {
      const path = doc.location.split("#")[0];
      if (!numbers.has(path)) numbers.set(path, this.pages.push([]) - 1);
      this.pageOf[number] = numbers.get(path);
      this.pages[this.pageOf[number]].push(number);
      this.names.push(plain(doc.title), ...(doc.tags ?? []));
      this.add(number, TITLE, plain(doc.title));
      if (doc.part) this.parts.set(path, doc.part);
      if (doc.tags) this.add(number, TAGS, doc.tags.join(" / "));
      this.add(number, TEXT, plain(doc.text));
    });
    this.korean = [...this.places.keys()].filter((word) => HANGUL.test(word)).sort();
    this.latin = [...this.places.keys()].filter((word) => !HANGUL.test(word)).sort();
    this.spelled = this.korean.map((word) => [letters(word), word]).sort(([a], [b]) => (a < b ? -1 : 1));
    this.stems = new Map();
    for (const word of this.latin) {
      const stem = stemOf(word);
      if (!this.stems.has(stem)) this.stems.set(stem, []);
      this.stems.get(stem).push(word);
    }
  }

  add(number, field, text) {
    for (const { word, raw, joined } of wordsOf(text)) {
      this.put(word, number, field);
      if (joined) this.put(joined, number, field);
      if (/[_A-Z0-9]/.test(raw)) for (const part of partsOf(raw)) this.put(part, number, field);
    }
  }

  put(word, number, field) {
    if (field !== TEXT) this.strong.add(word);
    let places = this.places.get(word);
    if (!places) this.places.set(word, (places = []));
    const last = places.length - 3;
    if (places[last] === number && places[last + 1] === field) places[last + 2]++;
    else places.push(number, field, 1);
  }

  /* The words of a sorted list that begin with `start`. */
  static beginning(list, start, key = (entry) => entry) {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (key(list[middle]) < start) low = middle + 1;
      else high = middle;
    }
    const found = [];
    while (low < list.length && key(list[low]).startsWith(start)) found.push(list[low++]);
    return found;
  }
}
