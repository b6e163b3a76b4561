/* Text as words: how it is cut, what a Korean or English word is without its ending, how alike two words are. */

const HANGUL = /[가-힣]/;
const DIGITS = { "²": "2", "³": "3", "₁": "1", "₂": "2" };

/* Behind a noun. A noun may itself end like that (정확도), so each is only tried. */
const PARTICLES = (
  "에서는 으로는 에서의 이라는 입니다 입니까 이란 라는 에는 에서 에게 으로 부터 까지 보다 처럼 마다 이나 " +
  "이고 인가 이면 이라 들은 들을 들이 들의 들과 이랑 인지 하고 은 는 이 가 을 를 의 에 도 로 와 과 만 란 인 " +
  "들 나 랑 요"
).split(" ");
/* What makes a verb of a noun (학습하기), or goes on behind the stem of a verb (나누는). */
const ENDINGS = (
  "하려면 하기 하는 하여 하고 하면 하지 해야 했을 했다 합니다 합니까 할까요 하나요 시키기 시키는 되기 되는 " +
  "된다 됩니다 되나 했더니 하면서 한다 할 한 해 한지 적으로 적인 려면 으려면 는데 나요 을까요 을까 " +
  "습니다 어요 아요 었는데 으면 어야 아야 는지 을지 기 는 은 을 면 고 지 어 아 던 는다"
).split(" ");
/* What makes another noun of a noun: 제곱법, 표준화, 안정성. */
const SUFFIXES = ["법", "화", "적", "성"];
/* A word that ends like this says what is done, not to what: it is no reason to find nothing. */
const VERBAL = new RegExp(
  "(?:(?<![필중개주수])요|[되하쓰있없는]나|을까|될까|하는|되는|하면|으면|다면|려면|하기|해야|어야|아야|니다|" +
    "는지|을지|한지|는데|도록|져서|해서)$",
);

/* Each syllable as letters, so that a stem begins all its forms: 나눌 and 나눠 begin with 나누, 채워 with 채우. */
const LEADS = [..."ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"];
const VOWELS = "ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅣㅓ ㅖ ㅗ ㅗㅏ ㅙ ㅚ ㅛ ㅜ ㅜㅓ ㅞ ㅟ ㅠ ㅡ ㅢ ㅣ".split(" ");
const TAILS = ["", ..."ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"];
const letters = (word) =>
  word.replace(/[가-힣]/g, (syllable) => {
    const code = syllable.charCodeAt(0) - 0xac00;
    return LEADS[Math.floor(code / 588)] + VOWELS[Math.floor(code / 28) % 21] + TAILS[code % 28];
  });

/* Syllables that are easily taken for each other have the same sound: ㅐ and ㅔ, ㅈ and ㅊ, 져 and 저. */
const [CONFUSED, SOUNDS] = ["ㄲㅋㄸㅌㅃㅍㅆㅉㅊㅔㅖㅒ", "ㄱㄱㄷㄷㅂㅂㅅㅈㅈㅐㅐㅐ"];
const soundOf = (word) =>
  letters(word)
    .replace(new RegExp(`[${CONFUSED}]`, "g"), (letter) => SOUNDS[CONFUSED.indexOf(letter)])
    .replace(/([ㅈㅅ])ㅣㅓ/g, "$1ㅓ");

/* An English word without its ending and in one spelling: regularised and regularization are one word. */
const stemOf = (word) => {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  let stem = word
    .replace(/(?<=[a-z]{3})(?:is|iz)(?:ations?|ed|es|e|ing|ers?)$/, "iz")
    .replace(/our(s?)$/, "or$1")
    .replace(/if(?:y|ies|ied|ying|ications?|iers?)$/, "ifi")
    .replace(/ies$/, "y")
    .replace(/([sx]|ch|sh)es$/, "$1")
    .replace(/([^suix])s$/, "$1")
    .replace(/(?:ically|ical)$/, "ic");
  if (stem.length > 5) stem = stem.replace(/([^aeiou])(?:ing|ed|ings)$/, "$1").replace(/([aeiou]e)d$/, "$1");
  if (stem.length > 6) stem = stem.replace(/(?:ations?|ators?|ate|ion|or)$/, "").replace(/ly$/, "");
  return stem.replace(/([^aeiouls])\1$/, "$1").replace(/(.{3})e$/, "$1").replace(/(.{3})y$/, "$1i");
};

/* The words of a text, each as {at, end, word, raw, joined, from}: `word` in small letters; `joined` is the word together
 * with the one before it, which begins at `from`, where only a hyphen or nothing stands between them: one-hot, k-평균. */
const wordsOf = (text) => {
  const found = [];
  for (const match of text.matchAll(/[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*[²³₁₂]?|\d+|[가-힣]+/g)) {
    const [raw] = match;
    const at = match.index;
    const word = raw.toLowerCase().replace(/[²³₁₂]/g, (sign) => DIGITS[sign]);
    const before = found.at(-1);
    const near = before && (before.end === at || (before.end + 1 === at && text[before.end] === "-"));
    found.push({ at, end: at + raw.length, word, raw, joined: near ? before.word + word : "", from: near ? before.at : at });
  }
  return found;
};

/* A name's own words: GradientTape, train_test_split, BinaryCrossentropy. Nothing for a plain word. */
const partsOf = (raw) => {
  const parts = raw.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
  return parts.length > 1 ? parts.map((part) => part.toLowerCase()).filter((part) => part.length > 1) : [];
};

/* How many letters differ, swapped neighbours counted once; more than `most` is only "too many". */
const distance = (one, other, most) => {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let above = [];
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + !same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        next[j] = Math.min(next[j], above[j - 2] + 1);
      }
    }
    if (Math.min(...next) > most) return most + 1;
    [above, row] = [row, next];
  }
  return row[other.length];
};
