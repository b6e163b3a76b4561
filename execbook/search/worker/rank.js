/* Which pages answer the concepts of a query, and which of their sections. */

const WEIGHTS = { page: 5, name: 4, about: 2, tags: 2, heading: 2.5, text: 1, lead: 6 };
const ENOUGH = 0.7; // of what is asked for, if some words are unknown or on no page together
const HALF = 0.4; // is enough if a title or a tag has a telling word of it
const TELLING = 1.5; // the rarity of a word on a fifth of the pages: a title or tag with it is no accident
const KNOWN = 1; // the same for a term, on a third of the pages
const RAREST = 3; // in a phrase that leads to a page no word counts for more
const LAB = 0.8; // a lab repeats its chapter, whose page explains more
const NEAR = 12; // so many of the best pages are read for words that stand side by side
const OPTIONAL = 0.25;
const SURE = 0.45; // a weaker meaning is only a guess
const SOME = 5; // so many pages are shown of those that have only some of the words
const SHARE = 0.15; // of what is asked for, for a page to be shown at all
const FEW = 3; // fewer pages with all words than this leave room for them

class Ranking {
  constructor(index, concepts) {
    this.index = index;
    this.concepts = concepts;
    this.scores = concepts.map((concept) => this.scoresOf(concept));
    this.rare = this.scores.map((scores) => {
      const sure = [...scores].filter(([, { sure }]) => sure > SURE);
      return index.rarity(new Set(sure.map(([doc]) => index.pageOf[doc])).size);
    });
    this.rarity = this.rare.map((rare, i) => rare * (concepts[i].optional ? OPTIONAL : 1));
    this.required = concepts.map((_, i) => i).filter((i) => !concepts[i].optional);
    this.needed = this.required.reduce((sum, i) => sum + this.rarity[i], 0);
    this.asked = concepts.map(
      ({ ways }) => new Set(ways.flatMap(({ meanings }) => meanings.flatMap((meaning) => [...meaning.keys()]))),
    );
  }

  /* doc -> {title, tags, text, sure}: how well the concept matches the fields of a document. */
  scoresOf({ ways }) {
    const best = new Map();
    for (const { meanings, weight } of ways) {
      const [first, ...others] = meanings.map((meaning) => this.placesOf(meaning));
      for (const [doc, score] of first) {
        const all = [score, ...others.map((places) => places.get(doc))];
        if (all.includes(undefined)) continue;
        const found = best.get(doc) ?? { title: 0, name: 0, about: 0, tags: 0, text: 0, sure: 0 };
        for (const field in found) found[field] = Math.max(found[field], weight * Math.min(...all.map((s) => s[field])));
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
        if (field === LEAD) continue;
        let score = docs.get(doc);
        if (!score) docs.set(doc, (score = { title: 0, name: 0, about: 0, tags: 0, text: 0, sure: 0 }));
        if (field === TITLE) score.title = Math.max(score.title, weight);
        else if (field === NAME) score.name = Math.max(score.name, weight);
        else if (field === ABOUT) score.about = Math.max(score.about, weight);
        else if (field === TAGS) score.tags = Math.max(score.tags, weight);
        else score.text += weight * times;
        score.sure = Math.max(score.sure, weight);
      }
    }
    for (const score of docs.values()) score.text = (2 * score.text) / (score.text + 1.5);
    return docs;
  }

  /* The best pages, best first, as {score, isPartial, missing, sections: [{doc, score}]}; where there are few, also those
   * that have only some of the words. missing: the numbers of concepts that a page lacks. */
  pages() {
    const pages = this.index.pages.map((docs, number) => this.page(docs, number));
    const whole = this.ordered(pages.filter((page) => this.answers(page)));
    if (whole.length >= FEW) return whole;
    const some = (page) => !this.answers(page) && (page.known || page.covered > SHARE * this.needed);
    const partial = this.ordered(pages.filter(some)).slice(0, SOME);
    // Enter opens the result with the highest score.
    const most = Math.min(...whole.map(({ score }) => score));
    return [...whole, ...partial.map((page) => ({ ...page, isPartial: true, score: Math.min(page.score, most) }))];
  }

  /* Pages by their scores, to which the best ones add what stands side by side. */
  ordered(pages) {
    const byScore = (a, b) => b.score - a.score;
    pages.sort(byScore);
    for (const page of pages.slice(0, NEAR)) page.score += this.sideBySide(page);
    return pages.sort(byScore);
  }

  /* Whether a page has what is asked for, or nearly. */
  answers({ covered, missing, telling, led }) {
    if (covered >= ENOUGH * this.needed || led) return true;
    if (missing.some((i) => !this.concepts[i].ways.length)) return false;
    return telling && 2 * missing.length <= this.required.length && covered >= HALF * this.needed;
  }

  page(docs, number) {
    const { concepts, rarity, scores } = this;
    const sections = docs.map((doc) => ({ doc, score: 0, covered: 0 }));
    const page = { score: 0, covered: 0, missing: [], isPartial: false, telling: false, known: false, led: false, lead: 0, sections };
    concepts.forEach((concept, i) => {
      let [named, text, sure] = [0, 0, 0];
      docs.forEach((doc, n) => {
        const s = scores[i].get(doc);
        if (!s) return;
        const heading = n ? s.title * WEIGHTS.heading : Math.max(s.title * WEIGHTS.page, s.name * WEIGHTS.name);
        sections[n].score += rarity[i] * (heading + s.text);
        if (!concept.optional) sections[n].covered += rarity[i] * s.sure;
        named = Math.max(named, heading, s.tags * WEIGHTS.tags, s.about * WEIGHTS.about);
        text = Math.max(text, s.text);
        sure = Math.max(sure, s.sure);
      });
      page.score += rarity[i] * (named + text);
      if (concept.optional) return;
      if (sure <= 0.15) {
        page.missing.push(i);
        return;
      }
      page.covered += rarity[i];
      page.telling ||= named > 1 && rarity[i] > (concept.name ? KNOWN : TELLING);
      page.known ||= named > 1 && concept.name;
    });
    page.score += 2 * Math.max(...sections.map((section) => section.covered));
    for (const lead of this.index.leads.get(number) ?? []) this.follow(lead, page);
    page.score += page.lead;
    if (/(^|\/)lab\//.test(this.index.docs[docs[0]].location)) page.score *= LAB;
    return page;
  }

  /* A phrase that leads to a page counts by how much of it is asked for, and by how much of the query it has. */
  follow(lead, page) {
    const { index, asked, rarity } = this;
    let [whole, met] = [0, 0];
    const concepts = new Set();
    for (const word of lead) {
      const rare = index.rarityOf(word);
      const found = asked.flatMap((words, i) => (words.has(word) ? [i] : []));
      whole += Math.min(rare, RAREST);
      if (found.length) met += Math.min(rare, RAREST);
      for (const i of found) concepts.add(i);
    }
    const covered = this.required.reduce((sum, i) => sum + (concepts.has(i) ? rarity[i] : 0), 0);
    const share = met / whole;
    page.covered = Math.max(page.covered, covered * share);
    page.lead = Math.max(page.lead, WEIGHTS.lead * met * share * (covered / Math.max(this.needed, 1e-9)));
    if (share < ENOUGH) return;
    page.led ||= covered > ENOUGH * this.needed;
    page.missing = page.missing.filter((i) => !concepts.has(i));
  }

  /* What it is worth that words stand near each other on a page, as they do in the query. */
  sideBySide({ sections }) {
    if (this.rare.length < 2) return 0;
    let best = 0;
    for (const section of sections) {
      if (!section.score) continue;
      const places = []; // [number of the word, concept]
      this.index.wordsIn(section.doc).forEach((word, at) => {
        this.asked.forEach((asked, i) => asked.has(word) && places.push([at, i]));
      });
      const worth = Math.max(0, ...places.map(([at], n) => this.near(places, n, at + this.rare.length + 2)));
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
