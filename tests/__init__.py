"""The tests. ROOT is the folder of the repository, LANGUAGES are those of the book and of test books."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ("ko", "en")
SETTINGS = (ROOT / "pyproject.toml").read_text("utf-8")
"""The `pyproject.toml` of test books: that of the book itself."""
