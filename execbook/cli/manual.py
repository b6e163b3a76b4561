"""The engine's manual: made from its docstrings, the help of its commands and the sentences of its rules."""

import argparse
import inspect
from collections.abc import Iterator

import execbook
from execbook import markdown, settings, words
from execbook.check.rules import Stage, all_rules

BEGIN = "<!-- Made by `execbook manual`. -->"


def text(parser: argparse.ArgumentParser) -> str:
    """The manual as Markdown. parser: of the command line."""
    sections = {
        "The manual of execbook": execbook,
        "Settings": settings,
        "The Markdown extension": markdown,
        "What readers see": words,
    }
    parts = [BEGIN]
    for title, module in sections.items():
        level = "##" if len(parts) > 1 else "#"
        parts.append(f"{level} {title}\n\n{inspect.cleandoc(module.__doc__ or '')}")
        if module is settings:
            parts.append("\n".join(_settings()))
    parts.append("## Commands\n\n" + "\n".join(_commands(parser)))
    parts.append(
        "## Rules\n\nA book may switch off those with a star, with `switched-off` in its settings.\n\n"
        + "\n\n".join("\n".join(_rules(stage)) for stage in Stage)
    )
    return "\n\n".join(parts) + "\n"


def _settings() -> Iterator[str]:
    """The paragraphs of the settings' own description, as a list."""
    _, *paragraphs = inspect.cleandoc(settings.Settings.__doc__ or "").split("\n\n")
    for paragraph in paragraphs:
        name, _, about = " ".join(paragraph.split()).partition(": ")
        yield f"- `{name}`: {about}"


def _commands(parser: argparse.ArgumentParser, before: str = "execbook") -> Iterator[str]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            helps = {choice.dest: choice.help for choice in action._choices_actions}
            for name, command in action.choices.items():
                yield f"- `{before} {name}`: {helps.get(name) or command.description}"
                for option in command._actions:
                    if option.option_strings and option.dest != "help":
                        yield f"    - `{', '.join(option.option_strings)}`: {option.help}"
                yield from _commands(command, f"{before} {name}")


def _rules(stage: Stage) -> Iterator[str]:
    yield f"Over {stage.value}:\n"
    for one in all_rules():
        if one.stage is stage:
            yield f"- `{one.name}`{'*' if one.house else ''}: {one.sentence}"
