"""Find results that are no longer what was accepted, tell where readers would see it, and accept them."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from execbook.baseline import bands, files, tolerances
from execbook.baseline.compare import Deviation, deviations
from execbook.baseline.lines import Lines, lines_of
from execbook.baseline.report import Places, table
from execbook.book.bindings import Fault, Library
from execbook.problems import COMMAND, Problem
from execbook.project import Project
from execbook.records.store import Record
from execbook.sources import snippets

MOST_ROWS = 12
"""How many differences of one example a problem lists."""


def check(project: Project) -> list[Problem]:
    """What no site may be published with: results that have drifted, that are new or unusual; dead entries.

    A project without `accepted/results/` has accepted nothing and checks nothing. Examples without a fresh
    record are left to other rules. Raises ProblemError when the baseline cannot be read.
    """
    folder = files.folder_of(project)
    if not folder.is_dir():
        return []
    baseline, declared = files.read(project), tolerances.load(project)
    sources = {one.id: one for one in snippets.find(project)}
    records = current(project, sources)
    problems = _dead(project, baseline, declared, sources.keys())
    problems += _drifted(project, baseline, declared, records)
    problems += bands.check(project, sources.values(), records)
    return problems


def _dead(
    project: Project,
    baseline: files.Baseline,
    declared: tolerances.Tolerances,
    examples: Collection[str],
) -> list[Problem]:
    """Entries for what is no longer there."""
    problems = [
        Problem(
            files.path_of(project, id),
            0,
            f"has results of {id}, which is no example any more",
            f"run `{COMMAND} baseline accept`",
            "dead-baseline",
        )
        for id in baseline.keys() - examples
    ]
    problems += [
        Problem(
            tolerances.place(project),
            0,
            f"has an override for {', '.join(one.lines)} of {one.example}, which fits nothing",
            "delete it, or mend its name",
            "dead-tolerance",
        )
        for one in declared.dead(baseline)
    ]
    return problems


def _drifted(
    project: Project,
    baseline: files.Baseline,
    declared: tolerances.Tolerances,
    records: Mapping[str, Record],
) -> list[Problem]:
    problems: list[Problem] = []
    places: Places | None = None
    for id, record in records.items():
        accept = f"{COMMAND} baseline accept {id}"
        if id not in baseline:
            message = "is new: nobody has accepted its results yet"
            problems.append(Problem(record.source, 0, message, accept, "new-example"))
        elif drifted := drifts(id, baseline[id], record, declared):
            places = places or Places(project)
            rows = table(drifted[:MOST_ROWS], places)
            if len(drifted) > MOST_ROWS:
                rows.append(f"and {len(drifted) - MOST_ROWS} more")
            message = "its results have drifted:" + "".join(f"\n    {row}" for row in rows)
            problems.append(Problem(record.source, 0, message, f"mend it, or accept it: {accept}", "drift"))
    return problems


def current(project: Project, sources: Mapping[str, snippets.Snippet]) -> dict[str, Record]:
    """The records of the snippets' present texts, by id."""
    library = Library(project)
    found: dict[str, Record] = {}
    for id in sources:
        try:
            found[id] = library.run(id).record
        except Fault:
            continue
    return found


def drifts(id: str, baseline: Lines, record: Record, declared: tolerances.Tolerances) -> list[Deviation]:
    """What is further from the baseline than its tolerance: what is printed, then the furthest first."""
    found = deviations(id, baseline, lines_of_record(record), declared, record.platform)
    drifted = [one for one in found if one.drifted]
    return sorted(drifted, key=lambda one: (not one.line.startswith("output"), -one.ratio))


def between(one: Record, other: Record, declared: tolerances.Tolerances) -> list[Deviation]:
    """The same for two runs of an example, such as with other packages."""
    return drifts(one.id, lines_of_record(one), other, declared)


def lines_of_record(record: Record) -> Lines:
    return lines_of(record.output, record.values, [figure.structure for figure in record.figures])


def accept(project: Project, ids: Collection[str] = ()) -> list[str]:
    """Take the present results as right. Returns the ids whose baseline has changed.

    ids: only these; none means all, and drops the entries of examples that are gone. Numbers that are within
    their tolerance stay as they were, so that small steps cannot add up unseen.
    """
    baseline = files.read(project)
    declared = tolerances.load(project)
    sources = {one.id: one for one in snippets.find(project)}
    wanted = dict(baseline) if ids else {id: lines for id, lines in baseline.items() if id in sources}
    for id, record in current(project, sources).items():
        if ids and id not in ids:
            continue
        run = lines_of_record(record)
        known = wanted.get(id, {})
        moved = {one.line for one in drifts(id, known, record, declared)}
        wanted[id] = {
            name: line if name in moved or name not in known else known[name] for name, line in run.items()
        }
    files.write(project, wanted)
    return sorted(id for id in {*baseline, *wanted} if baseline.get(id) != wanted.get(id))
