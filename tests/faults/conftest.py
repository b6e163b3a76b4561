"""The table of all cases: `make faults` prints it after the tests."""

from collections.abc import Callable

import pytest

ROWS = pytest.StashKey[list[tuple[str, ...]]]()
HEAD = ("case", "injected", "message", "exit", "site")
WIDTH = 70

AddRow = Callable[..., None]


@pytest.fixture
def add_row(request: pytest.FixtureRequest) -> AddRow:
    """Add a row to the table."""

    def add(case: str, how: str, message: str, exit_code: int, site: str) -> None:
        row = (
            case,
            how,
            message if len(message) <= WIDTH else f"{message[: WIDTH - 1]}…",
            str(exit_code),
            site,
        )
        request.config.stash.setdefault(ROWS, []).append(row)

    return add


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if not (rows := config.stash.get(ROWS, [])) or config.getoption("verbose") < 1:
        return
    widths = [max(map(len, column)) for column in zip(HEAD, *rows, strict=True)]
    terminalreporter.section("what was injected, and how it ended")
    for row in (HEAD, *rows):
        terminalreporter.write_line("  ".join(map(str.ljust, row, widths)).rstrip())
