/* A figure that was drawn here, in the page's own form. */

import { make } from "./dom.js";

const READABLE = 9;
const EXPONENT = 0.7;
const STEP = 40;
/* As in execbook/markdown/figure_html.py: what a figure's smallest text has at least, in CSS pixels. */

/** The figure as an element. caption: empty for none. */
export const draw = ({ svg }, caption = "") => {
  const parsed = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  const drawing = document.importNode(parsed, true);
  const figure = make("figure", { className: "xb-figure xb-mine" }, make("div", { className: `xb-svg${width(drawing)}` }, drawing));
  if (caption) figure.append(make("figcaption", { textContent: caption }));
  return figure;
};

/** The class for the width below which the smallest text would be too small to read. */
const width = (drawing) => {
  const sizes = [drawing, ...drawing.querySelectorAll("[font-size]")].map((one) => Number(one.getAttribute("font-size"))).filter(Boolean);
  const own = sizes.filter((size) => !sizes.some((other) => Math.abs(size - EXPONENT * other) < 0.05));
  if (!own.length) return "";
  const least = Number(drawing.getAttribute("width")) * Math.min(READABLE / ((Math.min(...own) * 4) / 3), 1);
  return ` xb-w${Math.ceil(least / STEP) * STEP}`;
};
