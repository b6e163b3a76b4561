"""The colours of figures on light and dark pages: visible and distinguishable."""

import re
from itertools import combinations

import numpy as np
import pytest

from tests import ROOT

CSS = ROOT / "theme/overrides/assets/stylesheets/figures.css"
PAGES = {"default": "#ffffff", "slate": "#1e2129"}
"""Material's backgrounds."""

# How a colour in linear RGB looks to people who lack one kind of cones (Machado and others, 2009).
SIGHTS = {
    "full": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}


# Björn Ottosson's Oklab, in which equal distances look about equal.
TO_CONES = np.array(
    [[0.412221, 0.536333, 0.051446], [0.211903, 0.680700, 0.107397], [0.088302, 0.281719, 0.629979]]
)
TO_LAB = np.array(
    [[0.210454, 0.793618, -0.004072], [1.977998, -2.428592, 0.450594], [0.025904, 0.782772, -0.808676]]
)


def palette(scheme: str) -> dict[str, str]:
    block = re.search(rf'\[data-md-color-scheme="{scheme}"\]\s*{{(.*?)}}', CSS.read_text("utf-8"), re.DOTALL)
    return dict(re.findall(r"--fig-(\w+):\s*(#\w{6})", block[1]))


def linear(colour: str) -> np.ndarray:
    channels = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """As WCAG defines it."""
    light, dark = sorted((linear(c) @ [0.2126, 0.7152, 0.0722] for c in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def oklab(rgb: np.ndarray) -> np.ndarray:
    cones = [
        [0.41222147, 0.53633254, 0.05144599],
        [0.2119035, 0.68069955, 0.10739696],
        [0.08830246, 0.28171884, 0.6299787],
    ]
    axes = [
        [0.21045426, 0.79361779, -0.00407205],
        [1.9779985, -2.4285922, 0.45059371],
        [0.02590404, 0.78277177, -0.80867577],
    ]
    return np.array(axes) @ np.cbrt(np.array(cones) @ rgb)


def distance(one: str, other: str, sight: str) -> float:
    seen = [oklab(np.clip(SIGHTS[sight] @ linear(colour), 0, 1)) for colour in (one, other)]
    return float(np.linalg.norm(seen[0] - seen[1]))


@pytest.mark.parametrize("scheme", PAGES)
@pytest.mark.parametrize("name", [*(f"c{n}" for n in range(10)), "grey"])
def test_colours_contrast_with_the_page(scheme, name):
    assert contrast(palette(scheme)[name], PAGES[scheme]) >= 3


@pytest.mark.parametrize("scheme", PAGES)
@pytest.mark.parametrize("sight", SIGHTS)
def test_the_first_six_colours_are_distinguishable(scheme, sight):
    colours = palette(scheme)
    for one, other in combinations([f"c{n}" for n in range(6)], 2):
        # Matplotlib's own green and red come to 0.04 for deuteranopia, its orange and green to 0.007.
        assert distance(colours[one], colours[other], sight) > 0.08, (one, other)
