"""What examples print exists in the encoding of a Korean Windows shell too, cp949."""

import pytest

from execbook.book import Book
from execbook.project import Project
from tests import ROOT

PROJECT = Project(ROOT)
SNIPPETS = sorted(Book(PROJECT).snippets)


@pytest.fixture(scope="module")
def outputs(records):
    """What each example printed when it was run."""
    return {example_id: record.output for example_id, record in Book(PROJECT).records.items()}


@pytest.mark.parametrize("example_id", SNIPPETS)
def test_each_character_of_an_output_exists_in_cp949(example_id, outputs):
    output = outputs[example_id]
    assert output.encode("cp949", "replace").decode("cp949") == output
