"""The accepted results of examples, so that every change of a result is noticed.

`accepted/results/` contains the numbers of all records (`lines`, `files`). A run may differ from them within
the tolerances (`tolerances`, `compare`); for trainings the range under other seeds is known (`bands`).
`drift` finds and accepts changed results, `report` shows them.
"""
