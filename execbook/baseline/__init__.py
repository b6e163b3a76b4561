"""What the examples' runs are known to give, so that no result changes unseen.

`accepted/results/` holds the numbers of all records (`lines`, `files`), how far a run may be from them
(`tolerances`, `compare`) and, for trainings, how far other seeds take them (`bands`). `drift` finds and
accepts what has changed, `report` shows it, and `prove` shows that the tolerances hold on other processors.
"""
