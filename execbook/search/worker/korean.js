/* Korean words: what may stand behind a stem, and the letters of syllables. */

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
const AFTER = new Set(["", ...PARTICLES, ...ENDINGS]);
const isEnding = (rest) => AFTER.has(rest) || SUFFIXES.includes(rest);

/* The word and what is left of it without an ending, the longest first. */
const formsOf = (word) => {
  const forms = [word];
  for (const ending of [...PARTICLES, ...ENDINGS, ...SUFFIXES]) {
    if (word.length > ending.length && word.endsWith(ending)) forms.push(word.slice(0, -ending.length));
  }
  return [...new Set(forms)].filter((form, i) => i === 0 || form.length > 1).sort((a, b) => b.length - a.length);
};

/* A word that ends like this says what is done, not to what: it is no reason to find nothing. */
const VERBAL = new RegExp(
  "(?:(?<![필중개주수])요|[되하쓰있없는]나|을까|될까|하는|되는|하면|으면|다면|려면|하기|해야|어야|아야|니다|" +
    "는지|을지|한지|는데|도록|져서|해서)$",
);

/* Each syllable as letters, so that a stem begins all its forms: 나눌 and 나눠 begin with 나누, 채워 with 채우. */
const INITIALS = [..."ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"];
const VOWELS = "ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅣㅓ ㅖ ㅗ ㅗㅏ ㅙ ㅚ ㅛ ㅜ ㅜㅓ ㅞ ㅟ ㅠ ㅡ ㅢ ㅣ".split(" ");
const TAILS = ["", ..."ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"];
const letters = (word) =>
  word.replace(/[가-힣]/g, (syllable) => {
    const code = syllable.charCodeAt(0) - 0xac00;
    return INITIALS[Math.floor(code / 588)] + VOWELS[Math.floor(code / 28) % 21] + TAILS[code % 28];
  });

/* Syllables that are easily taken for each other are the same here: ㅐ and ㅔ, ㅈ and ㅊ, 져 and 저. */
const [CONFUSED, SOUNDS] = ["ㄲㅋㄸㅌㅃㅍㅆㅉㅊㅔㅖㅒ", "ㄱㄱㄷㄷㅂㅂㅅㅈㅈㅐㅐㅐ"];
const confusable = (word) =>
  letters(word)
    .replace(new RegExp(`[${CONFUSED}]`, "g"), (letter) => SOUNDS[CONFUSED.indexOf(letter)])
    .replace(/([ㅈㅅ])ㅣㅓ/g, "$1ㅓ");
