/* A query as concepts. A concept is one thing asked for, in as many ways as it may be written:
 * {asked, optional, name, ways}, where each way is a list of meanings (see lookup.js) that belong together. No way: the site
 * does not know the word. `name`: a term of the book, a tag or a title.
 */

const LONGEST = 5; // words of the longest phrase among the synonyms

class Reader {
  /* synonyms: groups of phrases that mean the same; the site itself uses the first of each. */
  constructor(lookup, synonyms) {
    this.lookup = lookup;
    this.groups = new Map();
    for (const group of synonyms) {
      for (const phrase of group) {
        const key = this.keyOf(wordsOf(phrase).map(({ word }) => word));
        if (key) this.groups.set(key, [...(this.groups.get(key) ?? []), group]);
      }
    }
    this.titles = new Set(lookup.index.names.map((name) => this.keyOf(wordsOf(name).map(({ word }) => word))));
    this.names = new Names(lookup.index, synonyms.flat());
  }

  keyOf(words) {
    return words.map((word) => (HANGUL.test(word) ? word : stemOf(word))).join("");
  }

  read(query) {
    const text = messageOf(query.normalize("NFC")).slice(0, 400);
    const words = wordsOf(text).map((word) => ({ ...word, isQuoted: isQuoted(text, word.at) }));
    const concepts = [];
    for (let i = 0; i < words.length; ) {
      const [phrase, joined] = [this.phrase(words, i), this.joined(words, i)];
      const longest = (joined?.length ?? 0) > (phrase?.length ?? 0) ? joined : phrase;
      const { concept, length } = longest ?? this.nearly(words, i) ?? this.single(words, i);
      if (concept) concepts.push(concept);
      i += length;
    }
    if (concepts.every(({ optional }) => optional)) for (const concept of concepts) concept.optional = false;
    return concepts;
  }

  /* Words that a group of synonyms has, together or apart, the last with or without its ending. */
  phrase(words, i) {
    for (let length = Math.min(LONGEST, words.length - i); length > 0; length--) {
      const typed = words.slice(i, i + length).map(({ word }) => word);
      const last = typed.pop();
      for (const form of HANGUL.test(last) ? formsOf(last) : [last]) {
        const groups = this.groups.get(this.keyOf([...typed, form]));
        if (!groups) continue;
        const phrases = new Set([[...typed, form].join(" "), ...groups.map(([ours]) => ours), ...groups.flat()]);
        const ways = [...phrases].flatMap((phrase, order) => {
          const meanings = this.phraseMeaning(wordsOf(phrase));
          return meanings.includes(undefined) ? [] : [{ meanings: meanings.flat(), weight: order < 2 ? 1 : 0.85 }];
        });
        if (ways.length) return { concept: { asked: words.slice(i, i + length), ways, name: true }, length };
      }
    }
    return undefined;
  }

  /* A meaning for each word; one for those that a hyphen joins (k-평균), if the index has them as one. */
  phraseMeaning(words) {
    const meanings = [];
    for (const { word, joined } of words) {
      const together = joined && this.lookup.meaning(joined);
      if (together) meanings.splice(-1, 1, [together]);
      else meanings.push(this.wordMeaning(word));
    }
    return meanings;
  }

  /* Two or three words that the index writes as one: 과대 적합, over fitting, gradient tape. */
  joined(words, i) {
    for (let length = Math.min(3, words.length - i); length > 1; length--) {
      const asked = words.slice(i, i + length);
      if (asked.some(({ word }) => asks(word) || (HANGUL.test(word) && word.length < 2))) continue;
      const word = asked.map((part) => part.word).join("");
      if (!HANGUL.test(word) && !this.lookup.index.places.has(word)) continue;
      if (HANGUL.test(word) && !this.lookup.isWord(word, true)) continue;
      const apart = asked.map((part) => this.lookup.meaning(part.word));
      const ways = [{ meanings: [this.lookup.meaning(word)], weight: 1 }];
      if (asked.slice(1).some(({ isDotted }) => isDotted)) {
        // A name with its module, tf.GradientTape: also without it, unless that is a plain word, as in tf.function.
        if (this.lookup.index.identifiers.get(asked.at(-1).word) > 1) ways.push({ meanings: apart.slice(-1), weight: 1 });
      } else if (!apart.includes(undefined)) ways.push({ meanings: apart, weight: 1 });
      if (ways[0].meanings[0]) return { concept: { asked, ways }, length };
    }
    return undefined;
  }

  /* Two or three words, one of them unknown, that together are nearly a name: 경사 하강볍, 배치 사이즈. */
  nearly(words, i) {
    for (let length = Math.min(3, words.length - i); length > 1; length--) {
      const asked = words.slice(i, i + length);
      const known = asked.filter(({ word }) => this.wordMeaning(word)).length;
      if (known === length || asked.some(({ word, isQuoted }) => isQuoted || asks(word))) continue;
      const corrected = this.corrected(asked.map(({ word }) => word).join(""), known > 0);
      if (corrected) return { concept: { asked, ...corrected }, length };
    }
    return undefined;
  }

  single(words, i) {
    const { word, isQuoted } = words[i];
    const korean = HANGUL.test(word);
    // The particle behind a name: GradientTape로.
    if (korean && words[i - 1]?.end === words[i].at && PARTICLES.includes(word)) return { length: 1 };
    const meanings = this.wordMeaning(word, i === words.length - 1);
    const name = (korean ? formsOf(word) : [word]).some((form) => this.titles.has(this.keyOf([form])));
    const optional = this.isOptional(word, meanings, name) || (isQuoted && !meanings);
    const concept = { asked: [words[i]], optional, name, ways: meanings ? [{ meanings, weight: 1 }] : [] };
    if (!meanings && !optional && (korean || word.length > 4)) Object.assign(concept, this.corrected(word));
    return { concept, length: 1 };
  }

  isOptional(word, meanings, name) {
    if (asks(word) || ERROR_NAME.test(word) || /^\d+$|적(?:으로|인)$/.test(word)) return true;
    if (!HANGUL.test(word)) return word.length < 2;
    if (name) return false;
    const [ending] = word.match(VERBAL) ?? [];
    return meanings ? this.lookup.isVerb(word) || /[요나까]$/.test(ending ?? "") : Boolean(ending);
  }

  /* The ways of a word that is nearly a name, or undefined. */
  corrected(word, isPhrase) {
    const meant = this.names.meant(word, isPhrase);
    const phrase = meant && this.phrase([{ word: meant }], 0);
    if (phrase) return { ways: phrase.concept.ways, name: true };
    const meanings = meant && this.wordMeaning(meant);
    return meanings && { ways: [{ meanings, weight: 0.9 }] };
  }

  /* The meanings that together are one word: one, or several of a compound. Undefined if the index knows none. */
  wordMeaning(word, typing) {
    const meaning = this.lookup.meaning(word, typing);
    if (meaning) return [meaning];
    const parts = this.lookup.compound(word);
    return parts?.map((part) => this.lookup.meaning(part)).filter(Boolean);
  }
}
