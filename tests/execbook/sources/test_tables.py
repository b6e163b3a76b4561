"""Tables of words: every row with the number of its line, whatever cells it lacks."""

from execbook.sources.tables import read_table


def test_cells_are_named_by_the_first_line_and_what_is_missing_is_empty(tmp_path):
    path = tmp_path / "words.tsv"
    path.write_text('ko\ten\tavoid\n배치\tbatch\n\n층\t"layer"\tstratum\tmore\n', "utf-8")
    columns, rows = read_table(path)
    assert columns == ["ko", "en", "avoid"]
    assert rows == [
        (2, {"ko": "배치", "en": "batch", "avoid": ""}),
        (4, {"ko": "층", "en": '"layer"', "avoid": "stratum"}),
    ]


def test_a_file_that_does_not_exist_is_an_empty_table(tmp_path):
    assert read_table(tmp_path / "words.tsv") == ([], [])
