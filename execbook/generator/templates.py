"""What templates need to be the same under MkDocs (Jinja2) and under Zensical (MiniJinja)."""

from typing import Any

from jinja2 import Environment


def on_env(env: Environment, **_: Any) -> Environment:
    """An event of MkDocs: add the filter `split` to Jinja2. MiniJinja has it, and no methods of strings."""
    env.filters["split"] = str.split
    return env
