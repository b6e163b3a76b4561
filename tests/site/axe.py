"""Ask axe-core, the engine of most accessibility audits, about a page as it is shown."""

from functools import cache

from playwright.sync_api import Page

from tests import ROOT

SOURCE = ROOT / "tools/audit/node_modules/axe-core/axe.min.js"
ABOUT_COLOUR = ("color-contrast", "link-in-text-block")
"""The rules whose answer can change with the palette alone."""

RUN = """async ([only, without]) => {
  const options = { resultTypes: ["violations"], rules: { "target-size": { enabled: !only } } };
  if (only) options.runOnly = { type: "rule", values: only };
  const kept = [];
  const put = (element, ...nodes) => {
    kept.push([element, [...element.childNodes]]);
    element.replaceChildren(...nodes);
  };
  for (const code of document.querySelectorAll("pre > code")) put(code, code.textContent);
  for (const part of without) for (const element of document.querySelectorAll(`${part} > *`)) put(element);
  const { violations } = await axe.run({ exclude: without.map(part => [part]) }, options);
  for (const [element, nodes] of kept) element.replaceChildren(...nodes);
  return violations.map(({ id, help, nodes }) => ({
    id, help, nodes: nodes.map(node => [node.target.join(" "), node.any[0]?.message ?? ""])
  }));
}"""


@cache
def _source() -> str:
    return SOURCE.read_text("utf-8")


def violations(page: Page, rules: tuple[str, ...] = (), without: tuple[str, ...] = ()) -> list[str]:
    """What axe-core finds, a sentence a rule: of `rules` alone if given, and not in what `without` selects.

    Of code it sees the text without its colours, as it would need most of its time for their spans: that each
    can be read is measured by `contrast`.

    The source is evaluated by the debugger, which a Content-Security-Policy does not bind, so that pages
    are judged under the policy that readers get.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(_source())
    return [
        f"axe {found['id']}: {found['help']}: {len(found['nodes'])} places: "
        + "; ".join(f"{target} ({message})" for target, message in found["nodes"][:3])
        for found in page.evaluate(RUN, [list(rules) or None, list(without)])
    ]
