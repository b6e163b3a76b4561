/* What a pasted message says, apart from where it happened and from the reader's own names. */

/* The call that led to an error stands in front of it: only what comes last is the message. */
const TRACE = /^.*(?=\b\w+(?:Error|Warning|Exception): )/s;
const messageOf = (query) => query.replace(TRACE, "");

/* The kind of an error stands in front of many messages, and in the code of pages that are about others. */
const ERROR_NAME = /(?:error|warning|exception)$/;

/* Whether what stands at a place of a message is quoted: there the reader's own names and values stand. */
const QUOTED = /(?<![A-Za-z])'[^']*'|"[^"]*"|`[^`]*`|\[[^\]]*\]|\([^)]*\)/g;
const isQuoted = (text, at) =>
  [...text.matchAll(QUOTED)].some(({ index, 0: quote }) => at > index && at < index + quote.length);
