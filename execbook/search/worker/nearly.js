/* The name that a word of the query nearly is: written in Hangul by its sound, or with a typing error.
 *
 * Names are the phrases of titles, tags and synonyms, without spaces, and their single words. Identifiers of code are
 * names too, but must sound nearer.
 */

const FAR = [0, 0, 0.05, 0.12, 0.2, 0.22]; // how different a sound may be, by its consonants
const FAR_IN_CODE = 0.1;
const LEAST_IN_CODE = 4; // consonants of a word that may be meant to be an identifier

const first = (sound) => sound.match(/[A-Z]/)?.[0] ?? "H";

class Names {
  constructor(index, phrases) {
    this.index = index;
    this.korean = new Map(); // letters -> the name that is written so, with or without an ending
    this.latin = new Map(); // name -> {stem, sound, most: how different it may sound}
    this.phrases = new Set(); // names of several words
    for (const phrase of [...index.names, ...phrases]) {
      const words = wordsOf(phrase).map(({ word }) => word);
      for (const word of words) this.add(word, HANGUL.test(word) ? 2 : 3);
      if (words.length < 2 || words.length > 3) continue;
      this.phrases.add(words.join(""));
      this.add(words.join(""), 4);
    }
    for (const [name, parts] of index.identifiers) {
      if (parts > 1) this.phrases.add(name);
      if (!this.latin.has(name)) this.add(name, 4, FAR_IN_CODE);
    }
  }

  add(name, least, most = 1) {
    if (name.length < least) return;
    if (!HANGUL.test(name)) this.latin.set(name, { stem: stemOf(name), sound: soundOfLatin(name), most });
    else if (!/[^가-힣]/.test(name)) for (const form of formsOf(name)) this.korean.set(confusable(form), name);
  }

  /* The name that a word is meant to be, or undefined. isPhrase: it was several words. */
  meant(word, isPhrase = false) {
    const isName = isPhrase ? (name) => this.phrases.has(name) : () => true;
    return this.mistyped(word, isName) ?? this.bySound(word, isName);
  }

  /* The name in Latin letters that a word spells or sounds like. */
  bySound(word, isName) {
    if (!HANGUL.test(word)) {
      const most = Math.floor(0.4 * word.length); // letters
      return this.alike(soundOfLatin(word), (name) => isName(name) && distance(word, name, most) <= most, FAR_IN_CODE);
    }
    const forms = formsOf(word);
    for (const form of forms) {
      const spelled = abbreviations(form).find((name) => this.latin.has(name) && isName(name));
      if (spelled) return spelled;
    }
    for (const form of forms) {
      const name = this.alike(soundOfHangul(form), isName);
      if (name) return name;
    }
    return undefined;
  }

  /* The name whose sound differs least. */
  alike(sound, isName, most = 1) {
    let found;
    const allowed = Math.min(FAR[Math.min(5, consonants(sound))], most);
    for (const [name, other] of allowed ? this.latin : []) {
      if (other.most < 1 && consonants(sound) < LEAST_IN_CODE) continue;
      const nearer = Math.min(allowed, other.most, found?.far ?? 1);
      if (taken(first(sound), first(other.sound)) > 0.3 || !isName(name)) continue;
      const far = unlike(sound, other.sound, nearer);
      if (far < nearer) found = { far, name };
    }
    return found?.name;
  }

  /* The name that was mistyped. A long one may have two letters wrong, a short one none, and none its first. */
  mistyped(word, isName) {
    const korean = HANGUL.test(word);
    const typed = korean ? confusable(word) : stemOf(word);
    const most = typed.length < 6 ? 0 : typed.length < 9 ? 1 : 2;
    let found;
    const compare = (name, spelled) => {
      if (typed[0] !== spelled[0] || !isName(name)) return;
      const away = distance(typed, spelled, Math.min(most, found?.away ?? most));
      if (away <= most && (!found || away < found.away)) found = { away, name };
    };
    if (korean) for (const [spelled, name] of this.korean) compare(name, spelled);
    else for (const [name, { stem }] of this.latin) [name, stem].forEach((spelled) => compare(name, spelled));
    return found?.name;
  }
}
