"""The control that moves an example through its frames. A script, `knob.js`, gives it its effect."""

from collections.abc import Mapping, Sequence
from html import escape

from execbook.languages.wording import Wording
from execbook.sources.knobs import Value, shown

FEW = 4
"""So many values, or any that are no numbers, are buttons beside each other instead of a slider."""


def control(
    name: str, values: Mapping[str, Sequence[Value]], section_id: str, words: Wording, frames: str
) -> str:
    """The control of each value, a button that plays through them, and the frames.

    name: where the frames are to be put, from the site's root, without an ending (`delivery.frames`).
    values: by name, their first is shown. frames: as `frames.packed` returns them.
    """
    controls = "".join(_one(one, listed, section_id) for one, listed in values.items())
    label = escape(words.knob.format(", ".join(values)))
    return (
        f'<div class="xb-knob" role="group" aria-label="{label}" data-search-exclude>'
        f'{controls}<button type="button">{words.play}</button>'
        f'<template data-frames="{name}">{frames}</template></div>'
    )


def _one(name: str, values: Sequence[Value], section_id: str) -> str:
    """One value's control: its steps are in order, whichever the declaration begins with."""
    numeric = all(isinstance(one, int | float) and not isinstance(one, bool) for one in values)
    listed = sorted(values, key=float) if numeric else list(values)
    at = listed.index(values[0])
    if numeric and len(listed) > FEW:
        texts = " ".join(map(shown, listed))
        input_id = f"{section_id}-{name}"
        return (
            f'<label for="{input_id}"><code>{name}</code></label>'
            f'<input id="{input_id}" type="range" min="0" max="{len(listed) - 1}" value="{at}"'
            f' autocomplete="off" data-values="{texts}" aria-valuetext="{shown(values[0])}">'
            f'<output for="{input_id}">{shown(values[0])}</output>'
        )
    choices = "".join(
        f'<label><input type="radio" name="{section_id}-{name}" value="{escape(shown(one))}"'
        f' autocomplete="off"{" checked" if number == at else ""}>{escape(shown(one), quote=False)}</label>'
        for number, one in enumerate(listed)
    )
    return f"<fieldset><legend><code>{name}</code></legend>{choices}</fieldset>"
