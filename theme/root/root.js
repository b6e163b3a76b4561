// Lead to the reader's language. Without this script the page shows a link to each.
const languages = navigator.languages.map((name) => name.toLowerCase().split("-")[0]);
const wanted = languages.find((name) => name === "ko" || name === "en") ?? "en";
const page = location.protocol === "file:" ? "index.html" : "";
location.replace(new URL(`${wanted}/${page}`, location.href));
