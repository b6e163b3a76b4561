import os
import signal

import pytest

from execbook.runs.exclusive import clean_up_on_sigterm, exclusive_run


def test_the_second_run_waits_until_the_first_has_ended(mini_project):
    project = mini_project()
    reading, writing = os.pipe()
    with exclusive_run(project, pytest.fail):
        pid = os.fork()
        if not pid:
            with exclusive_run(project, lambda: os.write(writing, b"waiting ")):
                os.write(writing, b"running")
            os._exit(0)
        assert os.read(reading, 100) == b"waiting "
    os.waitpid(pid, 0)
    assert os.read(reading, 100) == b"running"


def test_a_termination_unwinds():
    unwound = []
    with pytest.raises(SystemExit) as caught, clean_up_on_sigterm():
        try:
            signal.raise_signal(signal.SIGTERM)
            pytest.fail("it went on")
        finally:
            unwound.append(True)
    assert unwound
    assert caught.value.code == 128 + signal.SIGTERM
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_a_callers_own_handler_is_left_alone():
    def own(*_):
        pass

    former = signal.signal(signal.SIGTERM, own)
    try:
        with clean_up_on_sigterm():
            assert signal.getsignal(signal.SIGTERM) is own
    finally:
        signal.signal(signal.SIGTERM, former)
