/* What a word of the query means among the words of the index. Nothing is guessed that the index does not bear out.
 *
 * A meaning is a Map from a word of the index to {weight, length}: how surely it is meant, and how many of its
 * letters to mark.
 */

class Lookup {
  constructor(index) {
    this.index = index;
  }

  /* The meaning of one word, or undefined. `typing`: the word may not be complete yet. */
  meaning(word, typing = false) {
    return HANGUL.test(word) ? this.korean(word, typing) : this.latin(word, typing);
  }

  /* Whether a Korean word is a verb: its stem is followed by endings but not by a noun's particles. */
  isVerb(word) {
    const { korean, places } = this.index;
    const isNoun = (stem) => ["", ..."가를의에와과로"].some((particle) => places.has(stem + particle));
    return ENDINGS.some((ending) => {
      const stem = word.slice(0, -ending.length);
      if (!stem || !word.endsWith(ending) || isNoun(stem)) return false;
      return stem.length === 1 || Index.beginning(korean, stem).length > 0;
    });
  }

  korean(word, typing) {
    const { korean, places } = this.index;
    const forms = formsOf(word);
    const known = forms.map((form) => {
      const words = Index.beginning(korean, form);
      return { form, words, uses: words.filter((other) => isEnding(other.slice(form.length))).length };
    });
    // A single syllable begins too many words, so that only its own forms count: 층을 for 층, 죽는 for 죽을.
    const rest = word.slice(1);
    if (rest && (places.has(word) ? AFTER.has(rest) : ["을", "를", "은", "는", ...ENDINGS].includes(rest))) {
      const words = Index.beginning(korean, word[0]).filter((other) => AFTER.has(other.slice(1)));
      known.push({ form: word[0], words, uses: words.length });
    }
    let chosen = known[0].uses ? known[0] : undefined;
    for (const shorter of known.slice(1)) {
      // 데이터와 is 데이터 with a particle, as 데이터 is far more common; 정확도 is no 정확.
      const enough = /^[하한할합해했되된적]/.test(word.slice(shorter.form.length)) ? 0 : 1;
      if (shorter.uses > (chosen ? Math.max(1, 3 * chosen.uses) : enough)) chosen = shorter;
    }
    const found = new Map();
    if (chosen) {
      for (const other of chosen.words) {
        const weight = isEnding(other.slice(chosen.form.length)) ? 1 : typing ? 0.5 : 0.2;
        found.set(other, { weight, length: chosen.form.length });
      }
      if (chosen.form !== word || /[기는]$/.test(word)) this.conjugated(word, found);
      return found;
    }
    this.conjugated(word, found);
    if (found.size) return found;
    // The beginning of a longer word: 공선 in 공선성.
    for (const other of word.length > 1 ? known[0].words : []) found.set(other, { weight: 0.6, length: word.length });
    return found.size ? found : undefined;
  }

  /* Other forms of a verb: 나누기 is found in 나눌 and 나눠. One alone is rather another word. */
  conjugated(word, found) {
    const ending = ENDINGS.find((other) => word.endsWith(other) && word.length - other.length > 1);
    if (!ending) return;
    const stem = word.slice(0, -ending.length);
    const others = Index.beginning(this.index.spelled, letters(stem), ([spelled]) => spelled)
      .map(([, other]) => other)
      .filter((other) => other.length < stem.length + 3);
    if (others.length < 2) return;
    for (const other of others) if (!found.has(other)) found.set(other, { weight: 0.7, length: stem.length });
  }

  latin(word, typing) {
    const { places, stems, latin } = this.index;
    const found = new Map();
    for (const other of stems.get(stemOf(word)) ?? []) found.set(other, { weight: 0.95, length: other.length });
    if (places.has(word)) found.set(word, { weight: 1, length: word.length });
    if (word.length > 2 && (typing || word.length > 4)) {
      const weight = found.size ? 0.2 : typing ? 0.7 : 0.5;
      for (const other of Index.beginning(latin, word)) {
        if (!found.has(other)) found.set(other, { weight, length: word.length });
      }
    }
    return found.size ? found : undefined;
  }

  /* The fewest words that `word` is made of (활성화함수, learningrate), of two syllables or four letters at least. */
  compound(word) {
    const shortest = HANGUL.test(word) ? 2 : 4;
    const best = [[]];
    for (let end = shortest; end <= word.length; end++) {
      for (let start = 0; start <= end - shortest; start++) {
        if (!best[start] || best[end]?.length <= best[start].length + 1) continue;
        const part = word.slice(start, end);
        if (this.isWord(part, end === word.length)) best[end] = [...best[start], part];
      }
    }
    return best[word.length]?.length > 1 ? best[word.length] : undefined;
  }

  isWord(part, last) {
    if (!HANGUL.test(part)) return this.index.places.has(part) || this.index.stems.has(stemOf(part));
    return (last ? formsOf(part) : [part]).some((form) =>
      Index.beginning(this.index.korean, form).some((other) => isEnding(other.slice(form.length))),
    );
  }
}
