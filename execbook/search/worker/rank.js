/* Which pages answer the concepts of a query, and which of their sections. */

const WEIGHTS = { page: 5, tags: 2, heading: 2.5, text: 1 };
const ENOUGH = 0.7; // of what is asked for, if some words are unknown or on no page together
const TELLING = 1.5; // the rarity of a word on a fifth of the pages: a title or tag with it is no accident
const KNOWN = 1; // the same for a term, on a third of the pages
const LAB = 0.8; // a lab repeats its chapter, whose page explains more
const NEAR = 12; // so many of the best pages are read for words that stand side by side
const OPTIONAL = 0.25;

class Ranking {
  constructor(index, concepts) {
    this.index = index;
    this.concepts = concepts;
    this.scores = concepts.map((concept) => this.scoresOf(concept));
    const total = index.pages.length;
    this.rare = concepts.map((_, i) => {
      const pages = new Set([...this.scores[i]].filter(([, s]) => s.sure > 0.45).map(([doc]) => index.pageOf[doc])).size;
      return Math.log(1 + (total - pages + 0.5) / (pages + 0.5));
    });
    this.rarity = this.rare.map((rare, i) => rare * (concepts[i].optional ? OPTIONAL : 1));
  }

  /* doc -> {title, tags, text, sure}: how well the concept stands in the fields of a document. */
  scoresOf({ ways }) {
    const best = new Map();
    for (const { meanings, weight } of ways) {
      const each = meanings.map((meaning) => this.placesOf(meaning));
      const [first, ...others] = each;
      for (const [doc, score] of first) {
        const all = [score, ...others.map((places) => places.get(doc))];
        // Parts of a way may be divided among a page's title and its sections: they count a little.
        const present = all.filter(Boolean);
        const whole = present.length === all.length ? 1 : 0;
        if (!whole) continue;
        const mean = (field) => (weight * Math.min(...all.map((s) => s[field])));
        const found = { title: mean("title"), tags: mean("tags"), text: mean("text"), sure: mean("sure") };
        const former = best.get(doc);
        if (former) for (const field in found) found[field] = Math.max(found[field], former[field]);
        best.set(doc, found);
      }
    }
    return best;
  }

  placesOf(meaning) {
    const docs = new Map();
    for (const [word, { weight }] of meaning) {
      const places = this.index.places.get(word);
      for (let i = 0; i < places.length; i += 3) {
        const [doc, field, times] = [places[i], places[i + 1], places[i + 2]];
        let score = docs.get(doc);
        if (!score) docs.set(doc, (score = { title: 0, tags: 0, text: 0, sure: 0 }));
        if (field === TITLE) score.title = Math.max(score.title, weight);
        else if (field === TAGS) score.tags = Math.max(score.tags, weight);
        else score.text += weight * times;
        score.sure = Math.max(score.sure, weight);
      }
    }
    for (const score of docs.values()) score.text = (2 * score.text) / (score.text + 1.5);
    return docs;
  }

  /* The best pages, each as {score, sections: [{doc, score}]}, best first. */
  pages() {
    const { index, concepts, rarity } = this;
    const required = concepts.map((_, i) => i).filter((i) => !concepts[i].optional);
    const needed = required.reduce((sum, i) => sum + rarity[i], 0);
    const unknown = required.filter((i) => !concepts[i].ways.length).length;
    const answers = ({ covered, count, telling, named }) => {
      if (covered >= ENOUGH * needed) return true;
      if (unknown) return named && count >= unknown && count === required.length - unknown;
      return telling && 2 * count >= required.length;
    };
    const found = index.pages
      .map((docs) => this.page(docs))
      .filter(answers)
      .sort((a, b) => b.score - a.score);
    for (const page of found.slice(0, NEAR)) page.score += this.sideBySide(page);
    return found.sort((a, b) => b.score - a.score);
  }

  page(docs) {
    const { concepts, rarity, scores } = this;
    const sections = docs.map((doc) => ({ doc, score: 0, covered: 0 }));
    const page = { score: 0, covered: 0, count: 0, telling: false, named: false, sections };
    concepts.forEach((concept, i) => {
      let [named, text, sure] = [0, 0, 0];
      docs.forEach((doc, n) => {
        const s = scores[i].get(doc);
        if (!s) return;
        const heading = s.title * (n ? WEIGHTS.heading : WEIGHTS.page);
        sections[n].score += rarity[i] * (heading + s.text);
        if (!concept.optional) sections[n].covered += rarity[i] * s.sure;
        named = Math.max(named, heading, s.tags * WEIGHTS.tags);
        text = Math.max(text, s.text);
        sure = Math.max(sure, s.sure);
      });
      page.score += rarity[i] * (named + text);
      if (concept.optional || sure <= 0.15) return;
      page.covered += rarity[i];
      page.count++;
      page.telling ||= named > 1 && rarity[i] > (concept.name ? KNOWN : TELLING);
      page.named ||= named > 1 && concept.name && rarity[i] > TELLING;
    });
    page.score += 2 * Math.max(...sections.map((section) => section.covered));
    if (/(^|\/)lab\//.test(this.index.docs[docs[0]].location)) page.score *= LAB;
    return page;
  }

  /* What it is worth that words stand near each other on a page, as they do in the query. */
  sideBySide({ sections }) {
    const { rare } = this;
    if (rare.length < 2) return 0;
    this.asked ??= this.concepts.map(
      ({ ways }) => new Set(ways.flatMap(({ meanings }) => meanings.flatMap((meaning) => [...meaning.keys()]))),
    );
    let best = 0;
    for (const section of sections) {
      if (!section.score) continue;
      const { title, text } = this.index.docs[section.doc];
      const places = []; // [number of the word, concept]
      wordsOf(plain(`${title} ${text}`)).forEach(({ word }, at) =>
        this.asked.forEach((asked, i) => asked.has(word) && places.push([at, i])),
      );
      const worth = Math.max(0, ...places.map(([at], n) => this.near(places, n, at + rare.length + 2)));
      section.score += worth;
      best = Math.max(best, worth);
    }
    return best;
  }

  /* How much is asked for between a place and the word number `end`, beyond one concept; more if it is side by side. */
  near(places, n, end) {
    const { rare } = this;
    const seen = new Set();
    let worth = 0;
    for (let m = n; m < places.length && places[m][0] < end; m++) {
      const [at, i] = places[m];
      if (seen.has(i)) continue;
      seen.add(i);
      worth += rare[i];
      for (let before = m - 1; before >= n && places[before][0] >= at - 2; before--) {
        if (places[before][1] === i - 1) worth += Math.min(rare[i], rare[i - 1]);
      }
    }
    return worth - rare[places[n][1]];
  }
}
