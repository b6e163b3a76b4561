"""Standard output and error while a file runs in the browser."""

from __future__ import annotations

import contextlib
import io
import sys
import time
from collections.abc import Callable, Generator

Post = Callable[[str, str], object]
"""Says what a text is, `output` or `errors`, and the text."""

MOST = 256_000
"""Characters after which a run is ended: a page cannot show more, and an endless loop never stops."""
PAUSE = 0.1
"""Seconds between two posts."""


class Stream(io.TextIOBase):
    """Keeps what is written, and posts it a few times a second. Writing too much raises RuntimeError."""

    def __init__(self, post: Post, kind: str):
        self._post, self._kind = post, kind
        self._written: list[str] = []
        self._waiting: list[str] = []
        self._size = 0
        self._posted = time.perf_counter()

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self._size += len(text)
        if self._size > MOST:
            raise RuntimeError(f"more than {MOST} characters were printed")
        self._waiting.append(text)
        if time.perf_counter() - self._posted > PAUSE:
            self.flush()
        return len(text)

    def flush(self) -> None:
        if self._waiting:
            text = "".join(self._waiting)
            self._written.append(text)
            self._waiting.clear()
            self._post(self._kind, text)
        self._posted = time.perf_counter()

    def text(self) -> str:
        """All that was written."""
        return "".join((*self._written, *self._waiting))


@contextlib.contextmanager
def captured(post: Post) -> Generator[tuple[Stream, Stream]]:
    """While it lasts, what is printed goes into two streams, output and errors; nothing can be read."""
    output, errors = Stream(post, "output"), Stream(post, "errors")
    keyboard = sys.stdin
    sys.stdin = io.StringIO()
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(errors):
        try:
            yield output, errors
        finally:
            sys.stdin = keyboard
            output.flush()
            errors.flush()
