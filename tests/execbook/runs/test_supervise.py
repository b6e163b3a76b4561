"""Supervision of a run. Failing runs are in test_hard_cases.py."""

import subprocess
import sys
from pathlib import Path

import pytest


def test_output_and_time_and_memory_are_measured(run_task):
    source = "import time\nx = b'x' * 60_000_000\ntime.sleep(0.3)\nprint('done')\n"
    outcome = run_task(source)
    assert outcome.output == "done\n"
    assert outcome.seconds >= 0.3
    assert outcome.peak_megabytes > 57


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere shared memory counts too")
def test_the_peak_is_kept_after_memory_is_given_back(run_task):
    # Many short sleeps: a machine that pauses for a while shortens only one of them.
    source = "import time\nx = b'x' * 80_000_000\nfor _ in range(20):\n    time.sleep(0.05)\ndel x\n"
    assert run_task(source).peak_megabytes > 76


def test_output_up_to_the_limit_is_kept_whole(run_task):
    outcome = run_task("print('x' * 16383)\n", output_kilobytes=16)
    assert outcome.problems == []
    assert len(outcome.output) == 16384


def test_too_much_output_right_before_the_end_is_too_much(run_task):
    (failure,) = run_task("print('x' * 20_000)\n", output_kilobytes=16).problems
    assert failure.rule == "output-limit"


def test_much_output_at_once_gets_through_the_pipe(run_task):
    outcome = run_task("print('x' * 10_000_000)\n", output_kilobytes=20_000)
    assert len(outcome.output) == 10_000_001


def test_the_limits_are_the_tasks_own(run_task):
    assert run_task("import time; time.sleep(0.5)\n", seconds=10).problems == []
    (failure,) = run_task("import time; time.sleep(60)\n", seconds=0.2).problems
    assert failure.message == "still running after 0.2 seconds"


@pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux reports how long a process waits for a processor"
)
@pytest.mark.parametrize("started", [False, True], ids=["itself", "a process that it starts"])
def test_time_in_which_others_have_the_processor_does_not_count(run_task, started):
    """Half a second of work that takes four seconds with seven others on one processor does not time out."""
    pin = "import os, time; os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})\n"
    busy = [sys.executable, "-c", pin + "print('on', flush=True)\nwhile True: pass"]
    # In sessions of their own, as Linux shares a processor among sessions first.
    others = [subprocess.Popen(busy, stdout=subprocess.PIPE, start_new_session=True) for _ in range(7)]
    try:
        for other in others:
            other.stdout.readline()
        work = pin + "while time.process_time() < 0.5: pass\n"
        if started:
            work = f"import subprocess, sys\nsubprocess.run([sys.executable, '-c', {work!r}])\n"
        assert run_task(work, seconds=3).problems == []
    finally:
        for other in others:
            other.kill()
            other.communicate()


def test_a_snippet_that_shuts_out_signals_is_ended_too(run_task):
    source = """\
import signal, time
for number in (signal.SIGTERM, signal.SIGINT, signal.SIGUSR1):
    signal.signal(number, signal.SIG_IGN)
signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
time.sleep(60)
"""
    (failure,) = run_task(source, seconds=0.2).problems
    assert failure.rule == "time-limit"


def test_a_snippet_that_kills_its_own_group_only_kills_itself(run_task):
    (failure,) = run_task("import os\nos.killpg(0, 9)\n").problems
    assert failure.rule == "no-end"
    assert "ended by signal 9" in failure.message


def test_a_snippet_that_closes_its_descriptors_has_no_end(run_task):
    (failure,) = run_task("import os\nos.closerange(0, 100)\n").problems
    assert failure.rule == "no-end"


def test_output_that_is_no_utf_8_does_not_break_the_run(run_task):
    assert run_task("import os\nos.write(1, b'\\xff\\n')\n").output == "\N{REPLACEMENT CHARACTER}\n"


def test_nothing_is_left_of_the_folder(run_task):
    source = """\
import os
from pathlib import Path
folder = Path("deep/er")
folder.mkdir(parents=True)
(folder / "file").write_text("x")
print(os.getcwd())
"""
    work = Path(run_task(source).output.strip())
    assert work.name == "work"
    assert not work.parent.exists()
