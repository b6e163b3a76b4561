/* The index: which word is where, and how much it counts there. Made from the theme's search_index.json. */

const TITLE = 0;
const NAME = 1; // what else a page is called: in the other language, or formerly
const TAGS = 2;
const ABOUT = 3; // its description
const TEXT = 4;
const LEAD = 5; // in a phrase that leads to a page

const ENTITIES = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&#39;": "'" };
const decode = (html) => html.replace(/&(?:lt|gt|amp|quot|#39);/g, (entity) => ENTITIES[entity]);
const plain = (html) => decode(html.replace(/<[^>]*>/g, " "));

class Index {
  constructor(docs) {
    this.docs = docs;
    this.places = new Map(); // word -> [doc, field, how often, doc, field, how often, ...]
    this.names = []; // titles, other names and tags
    this.identifiers = new Map(); // StandardScaler, standard, reshape(), stratify=, GELU -> of how many words
    this.pageOf = []; // doc -> number of its page
    this.pages = []; // page -> its docs; the page itself comes first
    this.parts = new Map(); // path of a page -> the part of the book that it belongs to
    this.leads = new Map(); // page -> its leads, each a set of words
    this.texts = []; // doc -> its words, once they have been asked for
    const numbers = new Map();
    docs.forEach((doc, number) => {
      const path = doc.location.split("#")[0];
      if (!numbers.has(path)) numbers.set(path, this.pages.push([]) - 1);
      this.pageOf[number] = numbers.get(path);
      this.pages[this.pageOf[number]].push(number);
      if (doc.part) this.parts.set(path, doc.part);
      this.names.push(plain(doc.title), ...(doc.names ?? []), ...(doc.tags ?? []));
      this.add(number, TITLE, plain(doc.title));
      this.add(number, NAME, (doc.names ?? []).join(" / "));
      this.add(number, TAGS, (doc.tags ?? []).join(" / "));
      this.add(number, ABOUT, doc.about ?? "");
      this.add(number, TEXT, plain(doc.text));
      if (doc.leads) this.leads.set(this.pageOf[number], doc.leads.map((lead) => this.add(number, LEAD, lead)));
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

  /* Add a text, and return the set of its words. */
  add(number, field, text) {
    const words = wordsOf(text);
    for (const { word, raw, joined, at, end } of words) {
      this.put(word, number, field);
      if (joined) this.put(joined, number, field);
      const parts = /[_A-Z0-9]/.test(raw) ? partsOf(raw) : [];
      for (const part of parts) this.put(part, number, field);
      const isInCode = (text[at - 1] === "." && text[end] === "(") || /^=[^=\s]/.test(text.slice(end, end + 2));
      if (!isInCode && !/[A-Z].*[A-Z]/.test(raw) && !parts.length) continue;
      for (const part of parts) this.identifiers.set(part, this.identifiers.get(part) ?? 1);
      this.identifiers.set(word, parts.length || 1);
    }
    return new Set(words.map(({ word }) => word));
  }

  put(word, number, field) {
    let places = this.places.get(word);
    if (!places) this.places.set(word, (places = []));
    const last = places.length - 3;
    if (places[last] === number && places[last + 1] === field) places[last + 2]++;
    else places.push(number, field, 1);
  }

  /* The words of a document in their order. */
  wordsIn(number) {
    const { title, text } = this.docs[number];
    return (this.texts[number] ??= wordsOf(plain(`${title} ${text}`)).map(({ word }) => word));
  }

  /* How much it says that a word is on so many pages: 0 for all of them. */
  rarity(pages) {
    return Math.log(1 + (this.pages.length - pages + 0.5) / (pages + 0.5));
  }

  /* The same for a word as it is written. */
  rarityOf(word) {
    this.rarities ??= new Map();
    if (!this.rarities.has(word)) {
      const pages = new Set();
      const places = this.places.get(word) ?? [];
      for (let i = 0; i < places.length; i += 3) if (places[i + 1] !== LEAD) pages.add(this.pageOf[places[i]]);
      this.rarities.set(word, this.rarity(pages.size));
    }
    return this.rarities.get(word);
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
