// What Hunspell says to words. In: {"ko": {"words": [...], "own": [...]}, "en": {...}} as JSON on standard input,
// where "own" are words that the dictionary lacks; Korean ones take the particles that 책 takes in it.
// Out: {"ko": {"own": [words that need the own ones], "unknown": [...]}, ...}; or, if "suggest" is asked for too,
// {"ko": {"suggestions": {"word": ["like it", ...]}}, ...}.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";
import { loadModule } from "hunspell-asm";

const require = createRequire(import.meta.url);
const DICTIONARIES = { ko: "dictionary-ko", en: "dictionary-en-gb" };
const MODEL = { ko: "책", en: "" };
const factory = await loadModule();

const read = (name, part) => readFileSync(require.resolve(name).replace(/\.js$/, `.${part}`));

const flagsOf = (dictionary, word) => {
  // The Korean dictionary is written in separate letters.
  const line = word && dictionary.split("\n").find((one) => one.startsWith(`${word.normalize("NFD")}/`));
  return line ? line.slice(line.indexOf("/")) : "";
};

const check = (language, { words, own, suggest }) => {
  const name = DICTIONARIES[language];
  const rules = factory.mountBuffer(read(name, "aff"));
  const dictionary = read(name, "dic").toString().trimEnd();
  const flags = flagsOf(dictionary, MODEL[language]);
  const form = language === "ko" ? "NFD" : "NFC";
  const speller = (more) => {
    const lines = more.map((word) => `${word.normalize(form)}${flags}`);
    return factory.create(rules, factory.mountBuffer(Buffer.from([dictionary, ...lines, ""].join("\n"))));
  };
  const complete = speller(own);
  if (suggest) return { suggestions: Object.fromEntries(words.map((word) => [word, complete.suggest(word).slice(0, 3)])) };
  const plain = speller([]);
  const foreign = words.filter((word) => !plain.spell(word));
  const unknown = foreign.filter((word) => !complete.spell(word));
  return { own: foreign.filter((word) => !unknown.includes(word)), unknown };
};

try {
  const asked = Object.entries(JSON.parse(await text(process.stdin)));
  process.stdout.write(JSON.stringify(Object.fromEntries(asked.map(([language, ask]) => [language, check(language, ask)]))));
} catch (error) {
  console.error(String(error)); // uncaught, Node would print the whole compiled module
  process.exitCode = 1;
}
