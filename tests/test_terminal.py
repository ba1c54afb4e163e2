"""What commands print fits a line of 80 characters, and broken lines are broken between words."""

import pytest

from grading import terminal

WORDS = "the released notebook has a cell that this one does not have, so it was put in again"


def test_a_table_is_as_wide_as_the_terminal_at_most(monkeypatch):
    rows = [["ada", "sigmoid.ipynb", WORDS], ["x" * 30, "a_file_without_any_space_in_it.ipynb", "short"]]
    for columns in 40, 80, 100:
        monkeypatch.setenv("COLUMNS", str(columns))
        lines = terminal.table(["student", "file", "why"], rows).splitlines()
        assert max(map(len, lines)) <= columns
        third = " ".join(line[lines[0].index("why") :].strip() for line in lines[1:])
        assert " ".join(third.split()) == f"{WORDS} short"


def test_little_is_written_as_it_is(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    assert terminal.table(["student", "points"], [["ada", "3 of 4"]]) == "student  points\nada      3 of 4"


@pytest.mark.parametrize("columns, most", [(None, 80), ("30", 40), ("60", 60), ("300", 100)])
def test_lines_are_broken_between_words(monkeypatch, columns, most):
    monkeypatch.setenv("COLUMNS", columns) if columns else monkeypatch.delenv("COLUMNS", raising=False)
    lines = terminal.wrapped("  01-sigmoid 'ada':", WORDS).splitlines()
    assert max(map(len, lines)) <= most and lines[0].startswith("  01-sigmoid 'ada': ")
    assert " ".join(line.strip() for line in lines) == f"01-sigmoid 'ada': {WORDS}"
    assert all(line.startswith(" " * 6) for line in lines[1:])


def test_a_line_says_how_far_it_is(capsys):
    with terminal.progress("grading", 4, disable=False, file=None) as bar:
        bar.update(3)
    assert "grading: 3 of 4 submissions" in (said := capsys.readouterr().err) and "/ submissions" not in said
