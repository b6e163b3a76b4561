"""Look words up with Hunspell, and cache the results."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from execbook.problems import Problem, ProblemError
from execbook.project import Project

TOOL = "tools/spelling"
KNOWN, OWN, UNKNOWN = "known", "own", "unknown"
"""Whether a word is in the dictionary, needs the project's list, or is in neither."""

Results = Mapping[str, Mapping[str, str]]
"""KNOWN, OWN or UNKNOWN by language and word."""


def look_up(project: Project, words: Mapping[str, Iterable[str]], own: Mapping[str, list[str]]) -> Results:
    """The results for these words, by language. Node is started only for words that are not cached.

    own: the project's words by language. Raises ProblemError if Hunspell is not set up.
    """
    cache = project.build / "cache" / "spelling.json"
    state = _state(project, own)
    try:
        cached = json.loads(cache.read_text("utf-8"))
        results = cached["results"] if cached["state"] == state else {}
    except (OSError, ValueError, KeyError, TypeError):
        results = {}
    missing = {language: sorted({*words[language]} - results.get(language, {}).keys()) for language in words}
    missing = {language: asked for language, asked in missing.items() if asked}
    if not missing:
        return results
    response = _run(
        project, {language: {"words": missing[language], "own": own[language]} for language in missing}
    )
    for language in missing:
        found = results.setdefault(language, {})
        found |= dict.fromkeys(missing[language], KNOWN)
        found |= dict.fromkeys(response[language]["own"], OWN)
        found |= dict.fromkeys(response[language]["unknown"], UNKNOWN)
    cache.parent.mkdir(parents=True, exist_ok=True)
    cache.write_text(json.dumps({"state": state, "results": results}, ensure_ascii=False), "utf-8")
    return results


def suggest(
    project: Project, words: Mapping[str, list[str]], own: Mapping[str, list[str]]
) -> dict[str, list[str]]:
    """Up to three suggestions for each word, which take a third of a second a word."""
    request = {
        language: {"words": unknown, "own": own[language], "suggest": True}
        for language, unknown in words.items()
        if unknown
    }
    response = _run(project, request)
    return {word: found for part in response.values() for word, found in part["suggestions"].items()}


def _state(project: Project, own: Mapping[str, list[str]]) -> str:
    """The hash of what the results depend on."""
    digest = hashlib.sha256(json.dumps(own, sort_keys=True).encode())
    for name in ("package-lock.json", "spell.mjs"):
        path = project.root / TOOL / name
        digest.update(path.read_bytes() if path.is_file() else b"")
    return digest.hexdigest()


def _run(project: Project, request: Mapping[str, object]) -> dict[str, dict[str, Any]]:
    """Send a request to `spell.mjs`. Raises ProblemError."""
    tool = project.root / TOOL
    if not (tool / "node_modules").is_dir():
        message = "Hunspell and its dictionaries are not set up"
        fix = (
            f"run `npm ci --prefix {TOOL} --ignore-scripts`"
            if tool.is_dir()
            else "add the folder with their packages and `spell.mjs`, or do without `spell`"
        )
        raise ProblemError(Problem(TOOL, 0, message, fix, "spelling-setup"))
    node = Path(sys.executable).parent / "node"
    done = subprocess.run(
        [node, tool / "spell.mjs"],
        input=json.dumps(request),
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    if done.returncode:
        raise ProblemError(Problem(TOOL, 0, f"Hunspell failed: {done.stderr[-300:]}", "", "spelling-setup"))
    return json.loads(done.stdout)
