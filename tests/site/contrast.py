"""Measure the contrast of all text with its ground, also where axe-core cannot decide."""

from playwright.sync_api import Page

COLOURS = """
  const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const over = ([r, g, b, alpha = 1], below) => [r, g, b].map((c, i) => c * alpha + below[i] * (1 - alpha));
  const light = (rgb) => rgb.map(c => c / 255).map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [.2126, .7152, .0722][i], 0);
  const contrast = (colour, ground) => {
    const [a, b] = [light(over(channels(colour), ground)), light(ground)].sort((x, y) => y - x);
    return (a + .05) / (b + .05);
  };
  const grounds = new Map();
  const behind = (e) => {
    if (!e) return [255, 255, 255];
    if (!grounds.has(e)) {
      const colour = channels(getComputedStyle(e).backgroundColor);
      grounds.set(e, over(colour, (colour[3] ?? 1) === 1 ? colour : behind(e.parentElement)));
    }
    return grounds.get(e);
  };
"""
"""JavaScript: `contrast` of a colour with a ground (WCAG 2.2), and the ground `behind` an element."""

FAINT = """
  const problems = new Set();
  const seen = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const e = walker.currentNode.parentElement;
    if (seen.has(e) || !walker.currentNode.data.trim()) continue;
    seen.add(e);
    if (e.closest("script, noscript, svg, .headerlink") || !e.checkVisibility(
      { opacityProperty: true, visibilityProperty: true }) || !e.getClientRects().length) continue;
    const style = getComputedStyle(e);
    const ratio = contrast(style.color, behind(e));
    const large = parseFloat(style.fontSize) >= 24;
    const words = walker.currentNode.data.trim().slice(0, 30);
    if (ratio < (large ? 3 : 4.5)) problems.add(`${ratio.toFixed(2)} ${e.tagName}.${e.className}: ${words}`);
  }
  return [...problems];
"""


def faint(page: Page) -> list[str]:
    """Text whose contrast is below 4.5, or below 3 if it is large (WCAG 2.2, 1.4.3)."""
    return [f"text has too little contrast: {text}" for text in page.evaluate(f"() => {{{COLOURS}{FAINT}}}")]
