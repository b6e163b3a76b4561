"""The record of one run of a snippet, and the store of all records."""

from __future__ import annotations

import contextlib
import hashlib
import json
import math
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from execbook.project import Project
from execbook.records.numbers import Scalar

FORMAT = 3
SEAL = "seal"
"""The file with the hash of the others in a record's folder, written when it was saved."""

UNREAD_DAYS = 30
"""A record that nothing has read for longer is forgotten, unless it is current."""
DAY = 24 * 60 * 60.0


@dataclass(frozen=True)
class Figure:
    """One figure of a run.

    files: SVG file name in the record's folder, by language.
    title: the figure's own title in each language; may be empty.
    description: what the figure shows, for readers who cannot see it, by language.
    structure: axes, series and labels with rounded data, for comparing runs without comparing pixels.
    data: name of the JSON file with the same and every point, for the figure's table.
    """

    files: Mapping[str, str]
    title: Mapping[str, str]
    description: Mapping[str, str]
    structure: list
    data: str


@dataclass(frozen=True)
class Record:
    """A complete, successful run. Only such runs are stored; a failed one keeps the last good record.

    output: standard output as captured. values: scalars in top-level names, containers flattened (`share[2]`,
    `result[relu]`). seconds: wall time of the snippet alone. peak_megabytes: maximum of private memory.
    ran_at: UTC, ISO 8601. confinement: what the platform could enforce.
    """

    id: str
    source: str
    source_sha256: str
    key: str
    key_parts: Mapping[str, str]
    output: str
    values: Mapping[str, Scalar]
    figures: list[Figure]
    seconds: float
    peak_megabytes: float
    ran_at: str
    versions: Mapping[str, str]
    platform: str
    confinement: Mapping[str, str]
    warnings: list[str] = field(default_factory=list)
    format: int = FORMAT


def for_browsers(values: Mapping[str, Scalar]) -> dict[str, Scalar]:
    """Recorded values as any JSON parser accepts them: `nan` and infinities become text."""
    return {
        name: str(value) if isinstance(value, float) and not math.isfinite(value) else value
        for name, value in values.items()
    }


def to_json(value: object) -> str:
    """Stable, readable JSON: sorted keys, real characters, a line feed at the end."""
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


class Store:
    """Records by content key in `build/store/<key>/`, and `current.json` with the current key of each id.

    Writing is atomic: a folder appears complete or not at all, and so does `current.json`. The time of a
    record's seal is that of its last reading, to within a day.
    """

    def __init__(self, project: Project, clock: Callable[[], float] = time.time):
        """clock: the present time, in seconds since the epoch."""
        self.folder = project.store
        self.clock = clock

    def folder_of(self, key: str) -> Path:
        return self.folder / key

    def load(self, key: str) -> Record | None:
        """The record with this key; None if it is missing, damaged or of another format."""
        try:
            folder = self.folder_of(key)
            if (folder / SEAL).read_text("utf-8") != _digest(folder):
                return None
            data = json.loads((folder / "record.json").read_text("utf-8"))
            if data["format"] != FORMAT or data["key"] != key:
                return None
            data["figures"] = [Figure(**figure) for figure in data["figures"]]
            record = Record(**data)
        except (OSError, ValueError, KeyError, TypeError):
            return None
        with contextlib.suppress(OSError):  # the store may be read-only
            self._mark_as_read(folder)
        return record

    def forget(self) -> list[str]:
        """Delete what nothing has read for UNREAD_DAYS, except current records. Returns their folders."""
        kept = {*self.current().values()}
        deleted = []
        for folder in sorted(self.folder.glob("*/")) if self.folder.is_dir() else ():
            try:
                seal = folder / SEAL
                last_read = (seal if seal.exists() else folder).stat().st_mtime
            except OSError:  # another process has replaced it
                continue
            if folder.name not in kept and self.clock() - last_read > UNREAD_DAYS * DAY:
                shutil.rmtree(folder, ignore_errors=True)
                deleted.append(folder.name)
        return deleted

    def save(self, record: Record, texts: Mapping[str, str]) -> None:
        """Store a record and its figures' files (text by name). `set_current` makes it the current one."""
        self.folder.mkdir(parents=True, exist_ok=True)
        new = Path(tempfile.mkdtemp(prefix=".new-", dir=self.folder))
        try:
            for name, text in texts.items():
                (new / name).write_text(text, "utf-8")
            (new / "record.json").write_text(to_json(asdict(record)), "utf-8")
            (new / SEAL).write_text(_digest(new), "utf-8")
            target = self.folder_of(record.key)
            if target.exists():
                shutil.rmtree(target)
            new.rename(target)
            self._mark_as_read(target)
        finally:
            shutil.rmtree(new, ignore_errors=True)

    def _mark_as_read(self, folder: Path) -> None:
        now, seal = self.clock(), folder / SEAL
        if abs(now - seal.stat().st_mtime) > DAY:
            os.utime(seal, (now, now))

    def current(self) -> dict[str, str]:
        """Key by id, as of the last complete `run`. Empty before the first."""
        try:
            return json.loads((self.folder / "current.json").read_text("utf-8"))
        except (OSError, ValueError):
            return {}

    def set_current(self, keys: Mapping[str, str]) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".current-", dir=self.folder)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(to_json(dict(keys)))
        Path(name).replace(self.folder / "current.json")

    def current_record(self, snippet_id: str) -> Record | None:
        key = self.current().get(snippet_id)
        return self.load(key) if key else None


def _digest(folder: Path) -> str:
    """SHA-256 of the names and bytes of all files of a record except its seal."""
    digest = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        if path.name != SEAL:
            digest.update(f"{path.name}\0{path.stat().st_size}\0".encode() + path.read_bytes())
    return digest.hexdigest()
