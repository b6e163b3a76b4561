/* Text as words: how it is cut, and how many letters two words differ by. */

const HANGUL = /[가-힣]/;
const DIGITS = { "²": "2", "³": "3", "₁": "1", "₂": "2" };

/* Greek letters are words by their English names, which code uses: λ is lambda. */
const GREEK = new Map(
  (
    "α alpha β beta γ gamma δ delta ε epsilon ϵ epsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu µ mu ν nu ξ xi " +
    "ο omicron π pi ρ rho σ sigma ς sigma τ tau υ upsilon φ phi ϕ phi χ chi ψ psi ω omega"
  )
    .split(" ")
    .map((letter, i, all) => [letter, all[i + 1]])
    .filter((_, i) => i % 2 === 0),
);

/* The words of a text, each as {at, end, word, raw, joined, from, isDotted}: `word` in small letters; `joined` is the word
 * together with the one before it, which begins at `from`, where there is at most a hyphen or a dot between them: k-평균,
 * tf.data. */
const wordsOf = (text) => {
  const found = [];
  for (const match of text.matchAll(/[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*[²³₁₂]?|\d+|[가-힣]+|[Α-Ωα-ωϕϵµ]/g)) {
    const [raw] = match;
    const [at, end] = [match.index, match.index + raw.length];
    const small = raw.toLowerCase();
    const word = GREEK.get(small) ?? small.replace(/[²³₁₂]/g, (sign) => DIGITS[sign]);
    const before = found.at(-1);
    const between = before && text.slice(before.end, at);
    const isNear = ["", "-", "."].includes(between);
    const [joined, from] = isNear ? [before.word + word, before.at] : ["", at];
    found.push({ at, end, word, raw, joined, from, isDotted: between === "." });
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
