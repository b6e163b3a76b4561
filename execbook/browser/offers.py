"""What pages need to know of the examples and labs that run in the reader's browser.

The build writes it before it renders pages, so that rendering need not ask the interpreter. It counts for the
very record for which it was made.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from execbook.book.states import offers_file
from execbook.browser.scripts import FOLDER
from execbook.project import Project


@dataclass(frozen=True)
class Offer:
    """An example, or a lab, that runs in the browser.

    of: the key of the record, or the digest of the lab's source, for which this was found. facts: the file
    with what a run needs to know, by language. packages: of the runtime. bytes: what is loaded for it at
    first.
    """

    of: str
    facts: Mapping[str, str]
    packages: list[str]
    bytes: int


@dataclass(frozen=True)
class Offers:
    """All offers by the example's id or the lab's part; the folder of the scripts; why others are not
    offered.

    All addresses are from the site's root. reasons: by example and language.
    """

    folder: str = ""
    examples: Mapping[str, Offer] = field(default_factory=dict)
    labs: Mapping[str, Offer] = field(default_factory=dict)
    reasons: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def entry(self, example_id: str) -> dict[str, Any] | None:
        """What `examples.json` says of an example: whether it runs in the browser, and if not, why.

        None where nothing is known: there is no runtime, or it has not been run there.
        """
        if example_id in self.examples:
            return {"runs": True, "megabytes": round(self.examples[example_id].bytes / 1e6, 1)}
        return {"runs": False, "why": self.reasons[example_id]} if example_id in self.reasons else None

    def example(self, example_id: str, record: str) -> Offer | None:
        """The offer of an example whose record has this key."""
        offer = self.examples.get(example_id)
        return offer if offer and offer.of == record else None

    def attributes(self, offer: Offer, to_site_root: str, language: str) -> dict[str, str]:
        """By which a script finds what the offer is run with. to_site_root: from the published page."""
        return {
            "data-run": f"{to_site_root}{self.folder}/",
            "data-facts": f"{to_site_root}{FOLDER}/{offer.facts[language]}",
            "data-packages": " ".join(offer.packages),
        }


def load(project: Project) -> Offers:
    """What the latest build found; nothing before the first, or without a runtime."""
    try:
        found = json.loads(offers_file(project).read_text("utf-8"))
    except (OSError, ValueError):
        return Offers()
    for kind in ("examples", "labs"):
        found[kind] = {name: Offer(**offer) for name, offer in found[kind].items()}
    return Offers(**found)


def save(project: Project, offers: Offers) -> None:
    path = offers_file(project)
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    new.write_text(json.dumps(asdict(offers), ensure_ascii=False, sort_keys=True), "utf-8")
    new.replace(path)
