/* What the list of results shows of a section: a passage of its text, with the words that were found marked. */

const PASSAGE = 220; // characters of a passage, about three lines on a phone
const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/* word of the index -> how many of its letters to mark */
const marksOf = (concepts) => {
  const marks = new Map();
  for (const { ways, optional } of concepts) {
    if (optional) continue;
    // The words as asked and as the site says them; a looser synonym only if there is nothing else.
    const sure = ways.filter(({ weight }) => weight === 1);
    for (const { meanings } of sure.length ? sure : ways) {
      for (const meaning of meanings) {
        for (const [word, { weight, length }] of meaning) if (weight > 0.15) marks.set(word, length);
      }
    }
  }
  return marks;
};

/* Where the marks of a text are: pairs of a beginning and an end. */
const placesIn = (text, marks) => {
  const places = [];
  for (const { at, end, word, raw, joined, from } of wordsOf(text)) {
    if (joined && marks.has(joined)) {
      if (places.at(-1)?.[0] >= from) places.pop();
      const length = marks.get(joined) + (at - from) - (joined.length - word.length); // with the hyphen
      places.push([from, HANGUL.test(word) ? Math.min(end, from + length) : end]);
    } else if (marks.has(word)) places.push([at, HANGUL.test(word) ? Math.min(end, at + marks.get(word)) : end]);
    else if (partsOf(raw).some((part) => marks.has(part))) places.push([at, end]);
  }
  return places;
};

const marked = (text, marks) => {
  let html = "";
  let done = 0;
  for (const [start, end] of placesIn(text, marks)) {
    html += `${escape(text.slice(done, start))}<mark>${escape(text.slice(start, end))}</mark>`;
    done = end;
  }
  return html + escape(text.slice(done));
};

/* The pieces of a text that are marked, for the page that the reader opens: it marks them as well (search.js). */
const seenIn = (text, marks) => {
  const seen = new Set(placesIn(text, marks).map(([start, end]) => text.slice(start, end).toLowerCase()));
  return [...seen].filter((piece) => piece.length > 1).sort((a, b) => a.length - b.length).slice(0, 6);
};

/* The passage with the most different words found. Code keeps its lines. */
const passageOf = (html, marks) => {
  const blocks = html.split(/<(?=p>|li>|pre>)|(?:<\/(?:p|li|pre)>)/).filter((block) => block.trim());
  let best;
  for (const block of blocks) {
    const code = block.startsWith("pre>");
    const text = plain(block.replace(/^(?:p|li|pre)>/, "")).replace(code ? /[ \t]+/g : /\s+/g, code ? "$&" : " ").trim();
    const hits = wordsOf(text).filter(({ word, joined }) => marks.has(word) || marks.has(joined));
    for (const from of hits) {
      const near = hits.filter(({ at }) => at >= from.at && at < from.at + PASSAGE);
      const score = new Set(near.map(({ word }) => word)).size - (code ? 1.5 : 0);
      if (!best || score > best.score) best = { score, text, from: from.at, code };
    }
  }
  if (!best) {
    const text = plain(blocks.find((block) => !block.startsWith("pre>")) ?? "").replace(/^(?:p|li)>/, "").trim();
    best = { text, from: 0 };
  }
  const { text, code } = best;
  const edge = code ? "\n" : /[.?!] /.test(text) ? ". " : " ";
  let start = best.from < 60 && !code ? 0 : text.lastIndexOf(edge, Math.max(0, best.from - 1)) + 1;
  if (best.from - start > 80 && !code) start = text.lastIndexOf(" ", best.from - 60) + 1;
  const passage = text.slice(start, start + PASSAGE);
  const whole = start + PASSAGE >= text.length;
  const end = whole ? passage : passage.slice(0, Math.max(120, passage.lastIndexOf(code ? "\n" : " ")));
  const shown = `${start > 0 ? "… " : ""}${marked(end.trim(), marks)}${end.length < text.length - start ? " …" : ""}`;
  return code ? `<pre><code>${shown}</code></pre>` : `<p>${shown}</p>`;
};
