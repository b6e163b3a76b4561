"""Ask Hunspell, and remember its answers."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from execbook.problems import Problem, ProblemError
from execbook.project import Project

TOOL = "tools/spelling"
KNOWN, OWN, UNKNOWN = "known", "own", "unknown"
"""A word of the dictionary; one that takes the project's list; one of neither."""

Answers = Mapping[str, Mapping[str, str]]


def ask(project: Project, words: Mapping[str, Iterable[str]], own: Mapping[str, list[str]]) -> Answers:
    """KNOWN, OWN or UNKNOWN for each word, by language. Node is started only for words not asked before.

    own: the project's words by language. Raises ProblemError if Hunspell is not set up.
    """
    cache = project.build / "cache" / "spelling.json"
    state = _state(project, own)
    try:
        kept = json.loads(cache.read_text("utf-8"))
        answers = kept["answers"] if kept["state"] == state else {}
    except (OSError, ValueError, KeyError, TypeError):
        answers = {}
    missing = {
        language: sorted(set(those) - answers.get(language, {}).keys()) for language, those in words.items()
    }
    if not any(missing.values()):
        return answers
    told = _run(
        project, {language: {"words": those, "own": own[language]} for language, those in missing.items()}
    )
    for language, those in missing.items():
        new = answers.setdefault(language, {})
        new |= dict.fromkeys(those, KNOWN)
        new |= dict.fromkeys(told[language]["own"], OWN)
        new |= dict.fromkeys(told[language]["unknown"], UNKNOWN)
    cache.parent.mkdir(parents=True, exist_ok=True)
    cache.write_text(json.dumps({"state": state, "answers": answers}, ensure_ascii=False), "utf-8")
    return answers


def suggest(
    project: Project, words: Mapping[str, list[str]], own: Mapping[str, list[str]]
) -> dict[str, list[str]]:
    """Up to three likely words for each; that takes a third of a second a word."""
    asked = {
        language: {"words": those, "own": own[language], "suggest": True} for language, those in words.items()
    }
    told = _run(project, {language: one for language, one in asked.items() if one["words"]})
    return {word: those for one in told.values() for word, those in one["suggestions"].items()}


def _state(project: Project, own: Mapping[str, list[str]]) -> str:
    """What the answers depend on."""
    digest = hashlib.sha256(json.dumps(own, sort_keys=True).encode())
    for name in ("package-lock.json", "spell.mjs"):
        path = project.root / TOOL / name
        digest.update(path.read_bytes() if path.is_file() else b"")
    return digest.hexdigest()


def _run(project: Project, asked: Mapping[str, object]) -> dict[str, dict]:
    tool = project.root / TOOL
    if not (tool / "node_modules").is_dir():
        message = "Hunspell and its dictionaries are not set up"
        raise ProblemError(Problem(TOOL, 0, message, "run `make check`, which does that", "spelling-setup"))
    node = Path(sys.executable).parent / "node"
    done = subprocess.run(
        [node, tool / "spell.mjs"], input=json.dumps(asked), capture_output=True, text=True, encoding="utf-8"
    )
    if done.returncode:
        raise ProblemError(Problem(TOOL, 0, f"Hunspell failed: {done.stderr[-300:]}", "", "spelling-setup"))
    return json.loads(done.stdout)
