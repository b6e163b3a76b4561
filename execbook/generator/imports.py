"""Keep slow imports that nothing here needs out of Jupyter's packages."""

import sys
from typing import Any


def without_grammars() -> None:
    """Let `nbformat` do without `rfc3987_syntax`, which compiles its grammars for over a second on import.

    `jsonschema` takes it where it is installed, to check formats such as `iri`; notebooks have none of them.
    """
    modules: dict[str, Any] = sys.modules  # None stands for a module that is not there
    modules.setdefault("rfc3987_syntax", None)
