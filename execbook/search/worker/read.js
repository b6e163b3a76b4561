/* A query as concepts. A concept is one thing asked for, in as many ways as it may be written:
 * {asked, optional, name, ways}, where each way is a list of meanings (see lookup.js) that belong together. No way: the site
 * does not know the word. `name`: a term of the book, a tag or a title.
 */

/* Words that ask rather than name something. They help to order pages but need not be on them. */
const ASKING = new Set(
  (
    "a an the to of in on for with and or is are was be do does did i my me you your we it its this that " +
    "these what which when where why how who should can could would need use used using vs versus between " +
    "difference example examples tutorial meaning get getting work works not no if but from by at as about " +
    "there than then have has into isn aren doesn don pick same different differ result results always part " +
    "help helps please learn read keep save high higher low lower good better best large small many much " +
    "multiple several custom own new instead without like make makes create find start change changes after " +
    "before very really just any some only most more less wrong right 방법 방식 법 왜 어떻게 무엇 뭐 언제 " +
    "어떤 이유 차이 차이점 사용법 예제 예시 설명 뜻 의미 정의 문제 항상 해야 때 것 수 좀 그 이 및 또는 그리고 " +
    "하는 할 위한 대한 기법 종류 처리 값 다를 결과 같은 다른 알고 배우기 때문에 경우 대신 더 안 잘 새 새로운 " +
    "여러 몇 개 좋은 가장 보기 명령 역할 실행"
  ).split(" "),
);
const LONGEST = 4; // words of the longest phrase among the synonyms

class Reader {
  /* synonyms: groups of phrases that mean the same; the site itself uses the first of each. */
  constructor(lookup, synonyms) {
    this.lookup = lookup;
    this.groups = new Map();
    this.words = []; // the synonyms of one word: what a mistyped word may have meant
    for (const group of synonyms) {
      for (const phrase of group) {
        const words = wordsOf(phrase).map(({ word }) => word);
        if (words.length === 1) this.words.push(words[0]);
        const key = this.keyOf(words);
        if (key) this.groups.set(key, [...(this.groups.get(key) ?? []), group]);
      }
    }
    this.names = new Set(
      lookup.index.names.map((name) => this.keyOf(wordsOf(name).map(({ word }) => word))),
    );
  }

  keyOf(words) {
    return words.map((word) => (HANGUL.test(word) ? word : stemOf(word))).join("");
  }

  read(query) {
    const words = wordsOf(query.normalize("NFC").slice(0, 400));
    const concepts = [];
    for (let i = 0; i < words.length; ) {
      const [phrase, joined] = [this.phrase(words, i), this.joined(words, i)];
      const longest = (joined?.length ?? 0) > (phrase?.length ?? 0) ? joined : phrase;
      const { concept, length } = longest ?? this.single(words, i);
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
      if (asked.some(({ word }) => ASKING.has(word) || (HANGUL.test(word) && word.length < 2))) continue;
      const word = asked.map((part) => part.word).join("");
      if (!HANGUL.test(word) && !this.lookup.index.places.has(word)) continue;
      if (HANGUL.test(word) && !this.lookup.isWord(word, true)) continue;
      const apart = asked.map((part) => this.lookup.meaning(part.word));
      const ways = [{ meanings: [this.lookup.meaning(word)], weight: 1 }];
      if (!apart.includes(undefined)) ways.push({ meanings: apart, weight: 1 });
      if (ways[0].meanings[0]) return { concept: { asked, ways }, length };
    }
    return undefined;
  }

  single(words, i) {
    const { word } = words[i];
    const korean = HANGUL.test(word);
    // The particle behind a name: GradientTape로.
    if (korean && words[i - 1]?.end === words[i].at && PARTICLES.includes(word)) return { length: 1 };
    const meanings = this.wordMeaning(word, i === words.length - 1);
    const name = (korean ? formsOf(word) : [word]).some((form) => this.names.has(this.keyOf([form])));
    const optional = this.isOptional(word, meanings, name);
    const concept = { asked: [words[i]], optional, name, ways: meanings ? [{ meanings, weight: 1 }] : [] };
    if (!meanings && !optional && (korean || word.length > 4)) Object.assign(concept, this.corrected(word));
    return { concept, length: 1 };
  }

  isOptional(word, meanings, name) {
    if (ASKING.has(word) || /^\d+$|적(?:으로|인)$/.test(word)) return true;
    if (!HANGUL.test(word)) return word.length < 2;
    if (name) return false;
    const [ending] = word.match(VERBAL) ?? [];
    return meanings ? this.lookup.isVerb(word) || /[요나까]$/.test(ending ?? "") : Boolean(ending);
  }

  /* The ways of a mistyped word, or undefined. */
  corrected(word) {
    const meant = this.lookup.mistyped(word, this.words);
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
