/* The name that a word of the query nearly is: written in Hangul by its sound, or with a typing error.
 *
 * Names are the phrases of titles, tags and synonyms, without spaces, their single words, and the identifiers of code.
 */

const FAR = [0, 0, 0.1, 0.18, 0.22, 0.25]; // how different a sound may be, by its consonants

class Names {
  constructor(index, phrases) {
    this.korean = new Map(); // name -> its letters
    this.latin = new Map(); // name -> its sound
    const add = (name, least) => {
      if (name.length < least) return;
      if (!HANGUL.test(name)) this.latin.set(name, soundOfLatin(name));
      else if (!/[^가-힣]/.test(name)) this.korean.set(name, confusable(name));
    };
    for (const phrase of [...index.names, ...phrases]) {
      const words = wordsOf(phrase).map(({ word }) => word);
      for (const word of words) add(word, HANGUL.test(word) ? 2 : 3);
      if (words.length < 4) add(words.join(""), 3);
    }
    for (const name of index.identifiers) add(name, 5);
  }

  /* The name in Latin letters that a Hangul word spells or sounds like; undefined if none is near. */
  bySound(word) {
    for (const form of formsOf(word)) {
      const spelled = abbreviations(form).find((name) => this.latin.has(name));
      if (spelled) return spelled;
    }
    let nearest;
    for (const form of formsOf(word)) {
      const sound = soundOfHangul(form);
      if (consonants(sound) < 2) continue;
      for (const [name, other] of this.latin) {
        const allowed = Math.min(FAR[Math.min(5, consonants(sound))], nearest?.far ?? 1);
        const far = unlike(sound, other, allowed);
        if (far < allowed) nearest = { far, name };
      }
      if (nearest) break;
    }
    return nearest?.name;
  }

  /* The name that was mistyped as `word`, or undefined. A long one may have two letters wrong, a short one none. */
  mistyped(word) {
    const korean = HANGUL.test(word);
    const typed = korean ? confusable(word) : word;
    const most = typed.length < 6 ? 0 : typed.length < 9 ? 1 : 2;
    let nearest;
    const compare = (name, spelled) => {
      const away = distance(typed, spelled, Math.min(most, nearest?.away ?? most));
      if (away <= most && (!nearest || away < nearest.away)) nearest = { away, name };
    };
    if (korean) {
      for (const [name, spelled] of this.korean) {
        compare(name, spelled);
        for (const form of formsOf(name).slice(1)) compare(form, confusable(form));
      }
    } else {
      for (const name of this.latin.keys()) if (name[0] === word[0]) compare(name, name);
    }
    return nearest?.name;
  }
}
