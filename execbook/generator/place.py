"""The source file of the page that Markdown is converting, as the site's generator provides it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markdown import Markdown


@dataclass(frozen=True)
class Place:
    """A page's file, the address, from its language's root, that links on it are relative to, and its own."""

    path: Path
    base: str
    url: str

    @property
    def to_site_root(self) -> str:
        """The relative address of the folder that contains `ko/` and `en/`, for links."""
        return _up(self.base)

    @property
    def published_to_site_root(self) -> str:
        """The same from the published page, for attributes that only scripts read: nothing rewrites them."""
        return _up(self.url)


def _up(address: str) -> str:
    folders = [one for one in address.split("/")[:-1] if one not in ("", ".")]
    return "../" * (len(folders) + 1)


def place_of(md: Markdown) -> Place | None:
    """The page's place, from MkDocs or Zensical; None when Markdown is used without either.

    MkDocs registers a tree processor with the page's file, Zensical a preprocessor with the page and the
    site's configuration.
    """
    if "relpath" in md.treeprocessors and (file := getattr(md.treeprocessors["relpath"], "file", None)):
        # MkDocs rewrites only links that Markdown made, so ours are relative to the page: activations/relu/.
        return Place(Path(file.abs_src_path), file.url, file.url)
    if "rendering_context" in md.preprocessors:
        # Zensical rewrites every link, so ours are relative to the source: activations/relu.md.
        context: Any = md.preprocessors["rendering_context"]
        docs = Path(context.config["root_dir"], context.config["docs_dir"])
        context.page.meta.setdefault("source", context.page.path)  # templates know the page's address alone
        return Place(docs / context.page.path, context.page.path, context.page.url)
    return None
