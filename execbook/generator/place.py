"""Where the page that Markdown is converting comes from, as far as the site's generator tells."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from markdown import Markdown


@dataclass(frozen=True)
class Place:
    """A page's file, and the address from its language's root to which links on it must be relative."""

    path: Path
    base: str

    @property
    def to_site_root(self) -> str:
        """The relative address of the folder that holds `ko/` and `en/`."""
        folders = [one for one in self.base.split("/")[:-1] if one not in ("", ".")]
        return "../" * (len(folders) + 1)


def place_of(md: Markdown) -> Place | None:
    """Ask MkDocs or Zensical; None when Markdown is used by itself.

    MkDocs registers a tree processor that knows the page's file, Zensical a preprocessor that knows the page
    and the site's configuration.
    """
    if "relpath" in md.treeprocessors and (file := getattr(md.treeprocessors["relpath"], "file", None)):
        # MkDocs mends only links that Markdown made, so ours must fit the published page: activations/relu/.
        return Place(Path(file.abs_src_path), file.url)
    if "rendering_context" in md.preprocessors:
        # Zensical takes every relative link as seen from the source, activations/relu.md, and mends it.
        context = md.preprocessors["rendering_context"]
        docs = Path(context.config["root_dir"], context.config["docs_dir"])
        return Place(docs / context.page.path, context.page.path)
    return None
