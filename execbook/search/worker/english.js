/* English words: what is left without an ending. */

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
