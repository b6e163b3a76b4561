"""Files with what one example or lab needs in the browser, named for their content."""

import json
from collections.abc import Mapping
from typing import Any

from execbook.book import Book
from execbook.browser import examples
from execbook.takeaway.archives import sha256


def of_example(book: Book, example_id: str, language: str) -> tuple[str, bytes]:
    """Name and content of the file for an example, below `scripts.FOLDER`: its task, but for the source.

    The source is on the page.
    """
    task = {
        **examples.task_of(book, example_id, language),
        "expected": examples.expected_of(book, example_id),
    }
    del task["source"]
    return named(f"examples/{language}/{example_id}", task)


def named(name: str, content: Mapping[str, Any]) -> tuple[str, bytes]:
    """A name that says its content, and the content as JSON."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True).encode()
    return f"{name}.{sha256(text)[:8]}.json", text
