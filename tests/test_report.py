"""The page about a class: what it says, held against the gradebook, for large, small and strange classes."""

import base64
import contextlib
import datetime
import json
import re
import statistics

import pytest
from bs4 import BeautifulSoup
from nbgrader.api import Gradebook

from grading.report.app import ReportApp, chance, codes
from lib.checking.judge import Verdict
from made_class import COPY, OWN, Class
from tools.made_up_course import grade, open_course, solutions

FIRST, SECOND = "01-sigmoid", "02-losses"
DUE = datetime.datetime(2025, 11, 14, 22)
OVERFLOW = "exp overflows: see <b>eq. 5</b> & think"
HOSTILE = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    folder = tmp_path_factory.mktemp("course")
    api = open_course(folder)
    for assignment in FIRST, SECOND:
        assert api.generate_assignment(assignment)["success"]
    return folder


@pytest.fixture
def made(course):
    """A class without students."""
    with empty_class(course) as made:
        yield made


@contextlib.contextmanager
def empty_class(course):
    with Gradebook(f"sqlite:///{course}/gradebook.db") as gradebook:
        made = Class(course, gradebook)
        made.clear()
        for assignment in FIRST, SECOND:
            gradebook.update_or_create_assignment(assignment, duedate=DUE)
        yield made


@pytest.fixture(scope="module")
def week(course):
    """(the page about the students of `a_week`, their grades: a list of (name, score or None, maximum) for each)."""
    with empty_class(course) as made:
        a_week(made)
        graded = made.gradebook.assignment_submissions(FIRST)
        grades = [
            [(g.name, None if g.needs_manual_grade else g.score, g.max_score) for g in submission.notebooks[0].grades]
            for submission in graded
        ]
        return page(made), grades


@pytest.fixture(scope="module")
def two_assignments(course):
    """(the page about two assignments, the contents of its PNG files)."""
    with empty_class(course) as made:
        a_week(made)
        made.add("ada", SECOND, written=1, timestamp=DUE)
        made.write("ada", SECOND)
        return page(made, FIRST, SECOND), {path.read_bytes() for path in (made.folder / "report").glob("*.png")}


def page(made, *arguments):
    """Make the report and parse it."""
    ReportApp.clear_instance()
    app = ReportApp.instance()
    app.initialize([f"--course-dir={made.folder}", *(arguments or [FIRST])])
    app.start()
    return BeautifulSoup((made.folder / "report" / "index.html").read_text(encoding="utf-8"), "html.parser")


def text_of(soup):
    return " ".join(soup.main.get_text(" ").split())


def table(soup, caption):
    """The rows of the one table whose caption has these words, as lists of text."""
    (found,) = [t for t in soup.find_all("table") if caption in t.caption.get_text()]
    return [
        [cell.get_text(" ", strip=True) for cell in row.find_all(["th", "td"])] for row in found.tbody.find_all("tr")
    ]


def wrong(hint, hidden=False, kind="value"):
    return Verdict(False, kind, hint, "wrong"), hidden


def a_week(made):
    """Six students: three fully graded, one who waits, one who is not graded, one who handed in nothing."""
    early, behind = DUE - datetime.timedelta(days=2), DUE + datetime.timedelta(days=1)
    made.add("ada", FIRST, written=2, timestamp=early)
    made.write("ada", FIRST)
    made.add("bob", FIRST, written=1, timestamp=early, scores={"test-sigmoid-stable": 0, "test-predict": 0})
    made.write("bob", FIRST, verdicts={"test-sigmoid-stable": wrong(OVERFLOW), "test-predict": wrong("", True, "type")})
    made.add("cy", FIRST, written=0, penalty=3, timestamp=behind, scores={"test-sigmoid-stable": 0, "test-sigmoid": 0})
    both = {
        "test-sigmoid": wrong(OVERFLOW),
        "test-sigmoid-stable": wrong(OVERFLOW, True),
        "test-predict": wrong("", kind="type"),
    }
    made.write("cy", FIRST, verdicts=both)
    made.add(HOSTILE, FIRST, timestamp=behind, scores={"test-sigmoid": 0, "test-saturation_point": 0})
    sneaky = {"test-sigmoid": wrong("", kind="not attempted"), "test-saturation_point": wrong("a sneaky case", True)}
    made.write(HOSTILE, FIRST, verdicts=sneaky)
    made.hand_in("eve", FIRST)
    made.gradebook.update_or_create_student("fay")


def test_the_page_counts_who_handed_in(week):
    says = text_of(week[0])
    assert "5 of 6 students handed in, 2 of them late" in says and "1 submission without a time" in says
    for state in "needs manual grading", "handed in but not graded", "not handed in":
        assert f"1 student: {state}" in says


def test_the_table_of_exercises_is_what_the_gradebook_has(week):
    soup, grades = week
    rows = {row[0]: row[1:] for row in table(soup, "Discrimination is")}
    assert len(grades) == 4 and len(rows) > 5
    for name, (points, count, _, mean, solved, *_) in rows.items():
        mine = [[g for g in of_student if name in (g[0], g[0].split("-")[1])] for of_student in grades]
        most = sum(maximum for *_, maximum in mine[0])
        known = [
            sum(score for _, score, _ in cells) for cells in mine if all(score is not None for _, score, _ in cells)
        ]
        assert (points, count) == (f"{most:g}", str(len(known)))
        assert mean == f"{100 * statistics.mean(known) / most:.0f} %"
        assert solved == f"{100 * sum(score == most for score in known) / len(known):.0f} %"
    assert rows["sigmoid"][2] == "1" and rows["predict"][2] == "0"  # not tried
    assert rows["pre_activation"][5] == "–"  # all have it right


def test_points_are_of_tests_alone_while_a_written_answer_waits(week):
    soup, _ = week
    median = statistics.median([10, 8, 8, 8])  # ada has all 10, the others lost some
    assert "Of the tests alone, because 1 submission waits for manual grading." in text_of(soup)
    picture = next(image["alt"] for image in soup.find_all("img") if image["alt"].startswith("Histogram"))
    assert f"of 4 submissions, out of 10. The median is {median:g}" in picture


def test_mistakes_and_weak_checks(week):
    soup, _ = week
    hints = [(row[0], row[2], row[3]) for row in table(soup, "the hint they saw")]
    assert hints == [("2", "sigmoid", OVERFLOW), ("1", "saturation_point", "a sneaky case")]
    nameless = [(row[0], row[2], row[3]) for row in table(soup, "has no name for")]
    assert nameless == [("2", "predict", "what comes back is not of the type that is wanted")]
    weak = table(soup, "failed a hidden test")
    assert weak == [["predict", "1", "bob"], ["saturation_point", "1", HOSTILE]]
    first = soup.find(class_="first").get_text()
    assert f"2 of 4 made the same mistake in sigmoid: “{OVERFLOW}”" in first
    assert "The visible check of predict let 1 pass" in first


def test_an_exercise_of_which_little_is_graded_is_not_called_the_hardest(made):
    for i in range(4):
        made.add(f"s{i}", FIRST, written=None if i else 0, scores={"test-predict": i % 2})
        made.write(f"s{i}", FIRST)
    assert "predict was the hardest: 50% of its points on average." in page(made).find(class_="first").get_text()


def say(made, student, assignment, **values):
    """Write lines ``name = value`` into the cells of a graded notebook that ask for them."""
    (path,) = (made.folder / "autograded" / student / assignment).glob("*.ipynb")
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        if (name := cell["id"].replace("-", "_")) in values:
            cell["source"] = f"{name} = {values[name]}"
    path.write_text(json.dumps(notebook), encoding="utf-8")


def test_what_the_class_answered_and_guessed(made):
    a_week(made)
    say(made, "ada", FIRST, answers_before="{1: 'b', 2: 'a'}", guess_race='"hard", 100')
    say(made, "bob", FIRST, answers_before="{1: 'a', 2: 'e'}", guess_race='"hard", 100')
    say(made, "cy", FIRST, answers_before="{1: 'a'}", guess_race='"<b>easy</b>", 36')
    say(made, HOSTILE, FIRST, answers_before="...", guess_race="open('/etc/passwd').read()")
    soup = page(made)
    first, second, *others = table(soup, "The ten questions")
    assert first[0].startswith("1. y = 0") and first[0].endswith("b: only under the squared error")
    assert first[1:4] == ["1 of 3", "0 of 0", "–"]
    assert first[4] == "a: under both (2, before) a saturated neuron cannot learn, whatever the loss"
    assert second[1:4] == ["0 of 2", "0 of 0", "–"] and len(others) == 8
    guesses = {row[0].removesuffix(f" {FIRST}"): row[1:] for row in table(soup, "Guesses that were made")}
    race = guesses.pop(
        'whose answer is below one half first, "easy" or "hard" (with the quotes), and after how many updates'
    )
    assert race[:2] == ["easy, 36", "4"] and race[3] == "100"
    assert race[2] == "hard, 100 (2); <b>easy</b>, 36 (1); open('/etc/passwd').read() (1)"
    assert len(guesses) == 2 and {row[1] for row in guesses.values()} == {"0"}
    assert not soup.main.find_all("b")
    assert "Nobody answered the ten questions both times yet." in text_of(soup)


def test_a_class_that_is_all_graded_has_points_of_everything(made):
    for i, written in enumerate([2, 1, 0]):
        made.add(f"s{i}", FIRST, written=written, penalty=1)
        made.write(f"s{i}", FIRST)
    soup = page(made)
    assert "Of all that is graded, by tests and by hand" in text_of(soup)
    assert any("out of 12. The median is 11;" in image["alt"] for image in soup.find_all("img"))
    assert "No submission says when." in text_of(soup)


def test_the_page_needs_nothing_else(two_assignments):
    soup, files = two_assignments
    assert not soup.find_all(["script", "link", "iframe", "object", "base"])
    html = str(soup)
    assert not re.search(
        r"""(?:src|href|srcset|action|data)\s*=\s*["']?\s*(?:https?:|//)|url\(|@import|https?://""", html
    )
    ids = {tag["id"] for tag in soup.find_all(id=True)}
    assert {link["href"].removeprefix("#") for link in soup.find_all("a")} <= ids
    pictures = [image["src"].removeprefix("data:image/png;base64,") for image in soup.find_all("img")]
    assert len(pictures) == 6 and set(map(base64.b64decode, pictures)) <= files


def test_the_page_is_accessible(two_assignments):
    soup, _ = two_assignments
    assert soup.html["lang"] == "en" and soup.title.get_text()
    assert all(image["alt"] and image["width"] and image["height"] for image in soup.find_all("img"))
    assert all(found.caption.get_text(strip=True) and found.thead for found in soup.find_all("table"))
    assert all(cell.get("scope") for cell in soup.find_all("th"))
    levels = [int(tag.name[1]) for tag in soup.find_all(re.compile("^h[1-6]$"))]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(below <= above + 1 for above, below in zip(levels, levels[1:]))


def test_what_students_write_is_text(week):
    soup, _ = week
    assert not soup.find_all("script") and not soup.main.find_all("b")
    assert HOSTILE in text_of(soup) and OVERFLOW in text_of(soup)


def test_anonymous(made):
    a_week(made)
    made.add("zed", FIRST, written=1)
    made.write("zed", FIRST, verdicts={"test-predict": wrong("", True)})
    soup = page(made, FIRST, "--anonymous")
    students = [student.id for student in made.gradebook.students]
    students.append("eve")  # whom the gradebook does not know yet
    assert len(students) == 7
    html = (made.folder / "report" / "index.html").read_text(encoding="utf-8")
    words = re.sub(r"base64,[^\"]*", "", html)
    assert not [name for name in (*students, "alert(1)") if re.search(rf"\b{re.escape(name)}\b", words)]
    code = codes(made.folder / ".report-key")
    (row,) = [row for row in table(soup, "failed a hidden test") if row[0] == "predict"]
    assert row[2].replace(" ,", ",") == ", ".join(sorted([code("bob"), code("zed")]))
    assert str(page(made, FIRST, "--anonymous").main) == str(soup.main)


def test_codes_hide_ids_and_their_order(tmp_path):
    students = [f"s{i:02}" for i in range(40)]
    one, again, other = codes(tmp_path / "one"), codes(tmp_path / "one"), codes(tmp_path / "other")
    assert [one(s) for s in students] == [again(s) for s in students]
    assert not {one(s) for s in students} & {other(s) for s in students}
    assert len({one(s) for s in students}) == 40 and sorted(map(one, students)) != list(map(one, students))
    assert (tmp_path / "one").stat().st_mode & 0o077 == 0


def test_copies_are_listed_and_honest_work_is_not(made):
    model = solutions(SECOND)
    for student, answers in {"ada": {}, "bob": OWN, "cy": COPY, "dan": {}, "eve": {}}.items():
        made.add(student, SECOND, written=1)
        made.write(student, SECOND, model | answers)
    soup = page(made, SECOND)
    ((students, by_chance, shared),) = table(soup, "The most unusual first")
    assert (
        students.split() == ["bob", "cy"]
        and by_chance.startswith("1 in ")
        and "cross_entropy (0)" in shared.replace("  ", " ")
    )
    assert "1 pair of submissions is unusually alike." in soup.find(class_="first").get_text()
    for name in "bob", "cy":
        made.write(name, SECOND, model)
    assert "No two submissions are more alike" in text_of(page(made, SECOND))


def test_a_course_without_students(made):
    assert "The course has no students yet." in text_of(page(made))


def test_nobody_handed_in(made):
    made.gradebook.update_or_create_student("ada")
    soup = page(made)
    assert "Nobody has handed anything in yet. The course has 1 student." in text_of(soup)
    assert not soup.find_all("img")


def test_nothing_is_graded(made):
    made.hand_in("ada", FIRST)
    made.hand_in("bob", FIRST)
    says = text_of(page(made))
    assert "2 of 2 students handed in" in says and f"Nothing is graded yet: python -m grading {FIRST}" in says


@pytest.mark.filterwarnings("error", "ignore:Object of type:sqlalchemy.exc.SAWarning")
@pytest.mark.parametrize("scores", [{}, {"test-sigmoid": 0}, {"test-sigmoid": None}])
def test_one_student(made, scores):
    made.add("ada", FIRST, written=None if None in scores.values() else 1, scores=scores, timestamp=DUE)
    made.write("ada", FIRST)
    soup = page(made)
    assert "1 of 1 student handed in, none of them late" in text_of(soup)
    assert {row[6] for row in table(soup, "Discrimination is")} == {"–"}
    assert "With 1 student it is mostly chance" in soup.get_text()


def test_only_one_student_was_asked_for(made):
    a_week(made)
    assert "1 of 1 student handed in" in text_of(page(made, FIRST, "--student=ada"))


def test_notebooks_that_are_gone_or_broken_cost_only_what_they_hold(made):
    a_week(made)
    (path,) = (made.folder / "autograded" / "bob" / FIRST).glob("*.ipynb")
    path.write_text('{"cells": [{"metadata": null}, 3]}', encoding="utf-8")
    (path,) = (made.folder / "autograded" / "cy" / FIRST).glob("*.ipynb")
    path.unlink()
    soup = page(made)
    assert [(row[0], row[2]) for row in table(soup, "the hint they saw")] == [("1", "saturation_point")]
    assert len(table(soup, "Discrimination is")) == 7


@pytest.mark.parametrize("expected, says", [(0.09, "1 in 10"), (2.6e-4, "1 in 4,000"), (1e-9, "< 1 in a million")])
def test_small_chances_in_words(expected, says):
    assert chance(expected) == says


def test_the_real_command(made):
    a_week(made)
    done = grade(made.folder, "report", FIRST, "--to=out")
    assert done.returncode == 0, done.stderr
    assert f"The report is in {made.folder / 'out' / 'index.html'}" in done.stdout
    assert (made.folder / "out" / "index.html").is_file()


@pytest.mark.parametrize(
    "arguments, says",
    [
        (["--log-level=INFO"], "Which assignment? For example: python -m grading report 01-sigmoid"),
        (["07-none"], "has no assignment '07-none'; it has: 01-sigmoid, 02-losses"),
        ([FIRST, "--db=sqlite:////nowhere/gradebook.db"], "There is no gradebook sqlite:////nowhere/gradebook.db"),
        ([FIRST, "--to=gradebook.db"], "file exists"),
    ],
)
def test_what_cannot_be_done_is_said(made, capsys, arguments, says):
    made.gradebook.update_or_create_student("ada")
    with pytest.raises(SystemExit):
        page(made, *arguments)
    assert says in capsys.readouterr().err
