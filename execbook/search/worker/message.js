/* What a pasted message says, apart from where it happened and from the reader's own names. */

/* The call that led to an error comes first: only what follows is the message. */
const TRACE = /^.*(?=\b\w+(?:Error|Warning|Exception): )/s;
const messageOf = (query) => query.replace(TRACE, "");

/* The kind of an error begins many messages, and is in the code of pages that are about others. */
const ERROR_NAME = /(?:error|warning|exception)$/;

/* Whether a place of a message is quoted: quoted are the names and values of the reader's own code. */
const QUOTED = /(?<![A-Za-z])'[^']*'|"[^"]*"|`[^`]*`|\[[^\]]*\]|\([^)]*\)/g;
const isQuoted = (text, at) =>
  [...text.matchAll(QUOTED)].some(({ index, 0: quote }) => at > index && at < index + quote.length);
