"""Why some examples do not run in the reader's browser: `accepted/browser.toml`.

A module that the runtime does not have has one reason for all examples; an example that gives another result
there has one of its own.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field

from execbook.browser.examples import Outcome
from execbook.problems import Problem, ProblemError
from execbook.project import Project

PLACE = "accepted/browser.toml"

Reason = Mapping[str, str]
"""A sentence without its full stop, by language."""


@dataclass(frozen=True)
class Reasons:
    """Reasons by module, and by example."""

    modules: Mapping[str, Reason] = field(default_factory=dict)
    examples: Mapping[str, Reason] = field(default_factory=dict)

    def of(self, example_id: str, outcome: Outcome) -> Reason | None:
        """Why an example does not run there; None if it does, or nobody has said why not."""
        if outcome.runs:
            return None
        of_modules = (self.modules[name] for name in outcome.lacking if name in self.modules)
        return next(of_modules, None) if outcome.lacking else self.examples.get(example_id)


def load(project: Project) -> Reasons:
    """The project's reasons; none without a file. Raises ProblemError."""
    path = project.path(PLACE)
    if not path.is_file():
        return Reasons()
    modules: dict[str, Reason] = {}
    examples: dict[str, Reason] = {}
    try:
        for entry in tomllib.loads(path.read_text("utf-8"))["reason"]:
            reason = {language: str(entry[language]) for language in project.languages}
            modules |= dict.fromkeys(entry.get("modules", ()), reason)
            examples |= dict.fromkeys(entry.get("examples", ()), reason)
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError) as error:
        message = f"cannot be read: {type(error).__name__}: {error}"
        cure = f"give each [[reason]] `modules` or `examples`, and {', '.join(project.languages)}"
        raise ProblemError(Problem(project.named(PLACE), 0, message, cure, "browser-reason")) from None
    return Reasons(modules, examples)
