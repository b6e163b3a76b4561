"""Notes for readers at sections in which one language is accepted as behind others."""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from execbook.languages.translations import texts
from execbook.languages.wording import WORDINGS
from execbook.markdown.state import Current
from execbook.project import Project
from execbook.words import name_of

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def notes(project: Project, page: str, language: str, to_site_root: str) -> dict[str, str]:
    """HTML by heading id, and by "" for the page as a whole, such as its description.

    page: its key, such as `training/xor`. to_site_root: relative address of the folder that contains all
    languages.
    """
    wording = WORDINGS[language]
    address = page.removesuffix("index") if f"/{page}".endswith("/index") else f"{page}/"
    found = {}
    for key, entry in texts.read_page(project, page)[0].items():
        if entry.behind:
            heading_id = key.partition("#")[2]
            is_behind = language in entry.behind
            others = (
                entry.behind if not is_behind else [one for one in entry.texts if one not in entry.behind]
            )
            other = next(iter(others), language)
            target = f"{to_site_root}{other}/{address}{f'#{heading_id}' if heading_id else ''}"
            sibling = wording.sibling.format(name_of(other, language))
            link = f'<a href="{target}" hreflang="{other}">{sibling}</a>'
            text = (wording.behind if is_behind else wording.ahead).format(link)
            found[heading_id] = f'<p class="xb-differs">{text}</p>'
    return found


class _Notes(Treeprocessor):
    def __init__(self, md: Markdown, current: Current):
        super().__init__(md)
        self.stash, self.current = md.htmlStash, current

    def run(self, root: Element) -> None:
        state = self.current.state
        found = notes(state.book.project, state.page.key, state.language, state.to_site_root)
        for parent in list(root.iter()) if found else ():
            for child in list(parent):
                if child.tag in HEADINGS:
                    for html in filter(None, (found.pop("", None), found.pop(child.get("id"), None))):
                        note = Element("p")
                        note.text = self.stash.store(html)  # MkDocs would look for the link's target
                        parent.insert(list(parent).index(child) + 1, note)


def register(md: Markdown, current: Current) -> None:
    """Run after attributes (8) and permanent links (5) have been added to the headings."""
    md.treeprocessors.register(_Notes(md, current), "execbook-translation-notes", 4)
