"""Settings of sphinx-gallery for the comparison: all examples, two at a time, and no pages after them."""

import sys

project = "Gallery"
extensions = ["sphinx_gallery.gen_gallery"]
sphinx_gallery_conf = {
    "examples_dirs": "examples",
    "gallery_dirs": "gallery",
    "filename_pattern": "",
    "parallel": 2,
}


def setup(app):
    """End after the examples, which run at the default priority; the exit code is the number that failed."""
    app.connect(
        "builder-inited", lambda _: sys.exit(len(app.config.sphinx_gallery_conf["failing_examples"])), 900
    )
