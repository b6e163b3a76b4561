/* How a word sounds, whether it is written in Hangul or in Latin letters: 드롭아웃 and dropout, 피시에이 and PCA.
 *
 * A sound is a string of consonants (capitals) and vowels (small letters). English is written in Hangul by its sound,
 * with vowels put between consonants (스케일러), so that consonants count for much more than vowels.
 */

/* English spelling as sounds; the first that fits, from left to right. A rule may look at what follows. */
const SPELLINGS = [
  [/^(?:ti|ssi|si)on/, "SeN"],
  [/^ture?/, "CeR"],
  [/^(?:ti|ci)(?=[aoe])/, "S"],
  [/^a(?=[^aeiou]h?e$)/, "ei"],
  [/^i(?=[^aeiou]h?e$)/, "ai"],
  [/^tch|^ch/, "C"],
  [/^sch/, "SK"],
  [/^sh/, "S"],
  [/^sc(?=[eiy])/, "S"],
  [/^ph/, "P"],
  [/^th/, "S"],
  [/^gh(?![aeiou])/, ""],
  [/^dge?/, "D"],
  [/^qu/, "Ku"],
  [/^ck|^[cqk](?![eiy])|^k/, "K"],
  [/^c/, "S"],
  [/^x/, "KS"],
  [/^g(?=[eiy])/, "J"],
  [/^z/, "J"],
  [/^v/, "B"],
  [/^f/, "P"],
  [/^y/, "i"],
  [/^w/, "u"],
  [/^e$/, ""],
  [/^[aeiou]r(?![aeiou])/, (letters) => letters[0]],
  [/^[aeiou]/, (letter) => letter],
  [/^[bdgjlmnprst]/, (letter) => letter.toUpperCase()],
  [/^h/, "H"],
];

const soundOfLatin = (word) => {
  let rest = word
    .replace(/[^a-z]/g, "")
    .replace(/dge/g, "je")
    .replace(/^x/, "z")
    .replace(/^[kp](?=[ns])/, "")
    .replace(/([a-z])\1/g, "$1");
  let sound = "";
  while (rest) {
    const rule = SPELLINGS.find(([spelling]) => spelling.test(rest));
    const [letters] = rule ? rule[0].exec(rest) : [rest[0]];
    if (rule) sound += typeof rule[1] === "string" ? rule[1] : rule[1](letters);
    rest = rest.slice(letters.length);
  }
  return sound;
};

/* Hangul as sounds, in the order of Unicode: first consonants, vowels, last consonants. ㅡ only parts consonants. */
const [FIRSTS, MIDDLES, LASTS] = [
  "G K N D T L M B P S S  J J C K T P H",
  "a e a e e e e e o a e e o u o e i u  i i",
  " G K G N N N D L L L L L L L L M B B T T N T C K T P H",
].map((row) => row.split(" "));

const soundOfHangul = (word) =>
  [...word]
    .map((syllable) => {
      const code = syllable.charCodeAt(0) - 0xac00;
      return FIRSTS[Math.floor(code / 588)] + MIDDLES[Math.floor(code / 28) % 21] + LASTS[code % 28];
    })
    .join("")
    .replace(/LL/g, "L");

/* What it costs to take one sound for another, beyond what is free: neighbours in English or on its way to Hangul. */
const ALIKE = new Map(
  Object.entries({
    ...{ GK: 0.15, DT: 0.15, BP: 0.15, CJ: 0.15, LR: 0, JS: 0.3, CS: 0.4, ST: 0.5, DS: 0.5, CT: 0.5, DJ: 0.5 },
    ...{ GJ: 0.3, CK: 0.8, MN: 0.5 },
  }),
);
const isVowel = (sound) => sound >= "a";
const taken = (one, other) => {
  if (one === other) return 0;
  if (isVowel(one) !== isVowel(other)) return 2;
  return isVowel(one) ? 0.2 : (ALIKE.get(one < other ? one + other : other + one) ?? 1.2);
};
/* What it costs to leave a sound out: r before a consonant is silent, and so is h; ㅅ is put before ㅈ, n is often ng. */
const left = (word, at) => {
  const sound = word[at];
  if (isVowel(sound)) return 0.15;
  const [before, after] = [word[at - 1] ?? "", word[at + 1] ?? ""];
  if (sound === "H" || (sound === "R" && !(after && isVowel(after)))) return 0.15;
  if (sound === "T" && after && "JCST".includes(after)) return 0.2;
  if ((sound === "G" || sound === "K") && before === "N") return after ? 0.3 : 0;
  return 1;
};
const consonants = (sound) => sound.replace(/[a-z]/g, "").length;

/* How different two sounds are, as a share of their consonants; Infinity if it is more than `most`. */
const unlike = (one, other, most = Infinity) => {
  const count = Math.max(1, Math.min(consonants(one), consonants(other)));
  if (Math.abs(consonants(one) - consonants(other)) > 3) return Infinity;
  let row = [0];
  for (let j = 0; j < other.length; j++) row.push(row[j] + left(other, j));
  for (let i = 0; i < one.length; i++) {
    const skip = left(one, i);
    const next = [row[0] + skip];
    let least = next[0];
    for (let j = 0; j < other.length; j++) {
      const cost = Math.min(row[j + 1] + skip, next[j] + left(other, j), row[j] + taken(one[i], other[j]));
      next.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most * count) return Infinity;
    row = next;
  }
  const far = row[other.length] / count;
  return far > most ? Infinity : far;
};

/* Names of the letters, for abbreviations that are read letter by letter: 에스지디. */
const LETTER_NAMES = {
  ...{ 에이: "a", 비: "b", 씨: "c", 시: "c", 디: "d", 이: "e", 에프: "f", 지: "g", 쥐: "g", 에이치: "h", 에이취: "h", 에치: "h" },
  ...{ 아이: "i", 제이: "j", 케이: "k", 엘: "l", 엠: "m", 엔: "n", 오: "o", 피: "p", 큐: "q", 알: "r", 아르: "r" },
  ...{ 에스: "s", 티: "t", 유: "u", 브이: "v", 뷔: "v", 더블유: "w", 엑스: "x", 와이: "y", 제트: "z", 지트: "z" },
};

/* What an abbreviation may be that is read letter by letter: 피씨에이 is pca; 에이 is a, but may be ei too. */
const abbreviations = (word) => {
  if (!word) return [""];
  return Object.entries(LETTER_NAMES)
    .filter(([name]) => word.startsWith(name))
    .flatMap(([name, letter]) => abbreviations(word.slice(name.length)).map((rest) => letter + rest));
};
