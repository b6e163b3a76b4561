/* The editor of an example's code: CodeMirror with what a file of fifty lines needs. `make runtime` bundles it.

   It is made within a shadow root, where its styles are adopted and no `<style>` is needed: the pages' policy allows
   none. Its colours are those of the page. */

import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const colour = (name) => ({ color: `var(--md-code-hl-${name}-color)` });
const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword], ...colour("keyword") },
  { tag: tags.string, ...colour("string") },
  { tag: [tags.number, tags.bool, tags.null], ...colour("number") },
  { tag: tags.comment, ...colour("comment") },
  { tag: [tags.function(tags.definition(tags.variableName)), tags.definition(tags.className)], ...colour("function") },
  { tag: [tags.operator, tags.punctuation], ...colour("operator") },
]);

const look = EditorView.theme({
  "&": { backgroundColor: "var(--md-code-bg-color)", color: "var(--md-code-fg-color)", fontSize: "0.68rem" },
  "&.cm-focused": { outline: "3px solid var(--md-accent-fg-color)", outlineOffset: "-3px" },
  ".cm-scroller": { fontFamily: "var(--md-code-font-family)", lineHeight: "1.55", overflowX: "auto" },
  ".cm-content": { caretColor: "var(--md-code-fg-color)", padding: "0.6rem 0" },
  ".cm-gutters": {
    backgroundColor: "var(--md-code-bg-color)",
    border: "0",
    color: "var(--md-default-fg-color--light)",
  },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--md-code-hl-color--light)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--md-code-hl-color--light)", outline: "1px solid" },
  ".cm-fault": { backgroundColor: "var(--xb-fault)", boxShadow: "inset 0.2rem 0 var(--fig-c3)" },
});

const setFault = StateEffect.define();
const fault = StateField.define({
  create: () => Decoration.none,
  update(marks, { changes, effects, newDoc }) {
    marks = marks.map(changes);
    for (const effect of effects) {
      if (!effect.is(setFault)) continue;
      const line = effect.value;
      const isThere = line > 0 && line <= newDoc.lines;
      marks = isThere ? Decoration.set(Decoration.line({ class: "cm-fault" }).range(newDoc.line(line).from)) : Decoration.none;
    }
    return marks;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/**
 * An editor at the end of a shadow root.
 *
 * code: the text to begin with. name: what it is called, for screen readers. described: the id of its help, within
 * the root. run: called by Ctrl+Enter. stop: called by Escape; returns whether there was something to be stopped.
 * changed: called with each new text.
 */
export const edit = (root, { code, name, described, run, stop, changed }) => {
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      doc: code,
      extensions: [
        keymap.of([
          { key: "Mod-Enter", run: () => (run(), true) },
          { key: "Shift-Enter", run: () => (run(), true) },
          { key: "Escape", run: stop },
        ]),
        lineNumbers(),
        history(),
        indentOnInput(),
        bracketMatching(),
        highlightActiveLine(),
        indentUnit.of("    "),
        EditorState.tabSize.of(4),
        python(),
        syntaxHighlighting(colours),
        keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
        EditorView.contentAttributes.of({ "aria-label": name, "aria-describedby": described }),
        EditorView.updateListener.of((update) => update.docChanged && changed(view.state.doc.toString())),
        fault,
        look,
      ],
    }),
  });
  return {
    get code() {
      return view.state.doc.toString();
    },
    set code(text) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    /** Mark the line at fault, counted from 1; 0 marks none. */
    mark(line) {
      view.dispatch({ effects: setFault.of(line) });
      if (line > 0 && line <= view.state.doc.lines) {
        view.dispatch({ effects: EditorView.scrollIntoView(view.state.doc.line(line).from, { y: "nearest" }) });
      }
    },
    /** Show a line, counted from 1, at the top. */
    show(line) {
      view.dispatch({ effects: EditorView.scrollIntoView(view.state.doc.line(line).from, { y: "start" }) });
    },
    focus: () => view.focus(),
  };
};
