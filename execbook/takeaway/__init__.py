"""Downloads for readers: notebooks, labs, bundles of a part, facts about the build."""

from execbook.generator.imports import without_grammars

without_grammars()
