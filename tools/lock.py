"""Compile requirements.in to requirements.txt: every package of every platform, with hashes (`make lock`).

The lock's first line contains a digest of requirements.in. So the test that the two agree needs no network,
which resolving again would.
"""

import hashlib
import subprocess
import sys
from pathlib import Path

from uv import find_uv_bin

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = "3.11"


def wanted(text: str) -> list[str]:
    """The requirements in a requirements.in, sorted, without comments and extra white space."""
    lines = (" ".join(line.split("#")[0].split()) for line in text.splitlines())
    return sorted(filter(None, lines))


def first_line(text: str, name: str = "requirements.in", command: str = "make lock") -> str:
    """The first line of a lock made from the requirements.in with this text. command: that made it."""
    digest = hashlib.sha256("\n".join(wanted(text)).encode()).hexdigest()
    return f"# Made from {name} by `{command}`; asked for sha256:{digest}\n"


def main(arguments: list[str]) -> int:
    """Write the lock. Versions that still satisfy the requirements are kept, except with `--upgrade`."""
    lock = ROOT / "requirements.txt"
    uv = [find_uv_bin(), "pip", "compile", "--quiet", "--universal", "--python-version", OLDEST_PYTHON]
    files = ["--generate-hashes", "--no-header", "requirements.in", "--output-file", lock.name]
    code = subprocess.run([*uv, *files, *arguments], cwd=ROOT).returncode
    if code == 0:
        head = first_line((ROOT / "requirements.in").read_text("utf-8"))
        lock.write_text(head + lock.read_text("utf-8"), "utf-8")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
