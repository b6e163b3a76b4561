"""What an exception says to the reader whose file raised it."""

import pytest

from execbook.browser.inside.failure import explain


def failure(tmp_path, source):
    script = tmp_path / "relu.py"
    with pytest.raises(BaseException) as caught:
        exec(compile(source, str(script), "exec"), {})
    return explain(caught.value, script)


def test_it_names_the_line_of_the_file(tmp_path):
    found = failure(tmp_path, "x = 1\n\ndef f():\n    return 1 / 0\n\nf()\n")
    assert (found.error, found.line) == ("ZeroDivisionError: division by zero", 4)
    assert found.traceback.startswith("Traceback") and 'File "relu.py", line 6' in found.traceback
    assert "test_failure" not in found.traceback


def test_an_error_in_a_package_is_at_the_line_that_called_it(tmp_path):
    found = failure(tmp_path, 'import json\njson.loads("{")\n')
    assert found.line == 2 and found.error.startswith("JSONDecodeError")


def test_a_mistake_in_writing_has_its_line(tmp_path):
    found = failure(tmp_path, "x = 1\ny = (\n")
    assert found.line == 2 and found.error.startswith("SyntaxError")


def test_a_module_that_is_not_there_is_named(tmp_path):
    assert failure(tmp_path, "import zebra.crossing\n").missing == "zebra"
    inner = "try:\n    import zebra\nexcept ImportError as e:\n    raise RuntimeError('no') from e\n"
    assert failure(tmp_path, inner).missing == "zebra"
    assert failure(tmp_path, "1 / 0").missing == ""
