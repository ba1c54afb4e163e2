"""The pages that students get back, from the real commands: what stands in them, and what must not."""

import base64
import datetime
import io
import logging
import os
import re
import shutil
import subprocess
import sys
import zipfile
from types import SimpleNamespace

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from nbgrader.api import Gradebook
from PIL import Image

from grading.feedback import page as page_module
from grading.feedback.links import Pictures, at_home, pictures_beside, without_dead_ends
from grading.feedback.page import Page
from grading.feedback.preprocessors import ShowGrades
from grading.feedback.summary import summarized
from grading.feedback.to_lms import accounts_of, beginnings, who_has
from grading.submissions.collect import Roster
from grading.submissions.find import digest_of_file
from grading.submissions.names import in_moodle
from tools.made_up_course import COURSE, environment, fill, grade, open_course, read, solutions, submit

ASSIGNMENT = "02-losses"
SECRET = "submission_secret.txt"
DUE = datetime.datetime(2026, 3, 1, 22)
WRONG = {"squared_error": "def squared_error(a, y):\n    return (a - y) ** 2"}
SEEDS = re.findall(r"seed=(\d+)", "".join(cell.source for cell in read(COURSE / "notebooks", ASSIGNMENT).cells))
CURIOUS = """
from IPython.display import HTML, display
print(In, check.__globals__.get("seed"))
display(HTML("<script>alert(1)</script><img src='https://example.org/spy.png'><link rel=stylesheet href=https://example.org/x.css>"))
"""
PICTURES = """
![beside](my%20plot.png) <img src="my plot.png" alt="in a tag"> ![attached](attachment:curve.png)
<img src="attachment:curve.png" alt="attached, in a tag"> ![that is gone](gone.png)

[the other notebook](../01-sigmoid/sigmoid.ipynb) [nowhere](#nowhere) [here](#A-place) [the web](https://example.org/)

# A place
"""
# Inputs of hidden tests, printed by a cell further down.
HOARD = {
    "squared_error": "seen = []\ndef squared_error(a, y):\n    import sys\n    seen.append(sys._getframe(3).f_locals)\n"
    "    return 0.5 * (a - y) ** 2"
}


def png(colour):
    made = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(made, "PNG")
    return made.getvalue()


BESIDE, ATTACHED = (base64.b64encode(png(colour)).decode() for colour in ("red", "blue"))


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    folder = tmp_path_factory.mktemp("course")
    api = open_course(folder)
    assert api.generate_assignment(ASSIGNMENT)["success"]

    def hand_in(student, answers, *cells):
        notebook = fill(read(folder / "release", ASSIGNMENT), solutions(ASSIGNMENT) | answers)
        notebook.cells += cells
        submit(folder, student, ASSIGNMENT, notebook)

    hand_in("right", {})
    pictured = new_markdown_cell(PICTURES, attachments={"curve.png": {"image/png": ATTACHED}})
    hand_in("wrong", WRONG, pictured)
    (folder / "submitted" / "wrong" / ASSIGNMENT / "my plot.png").write_bytes(png("red"))
    markdown = nbformat.v4.new_markdown_cell(
        "![](https://example.org/spy.png) $\\nonsense{$ <b onclick='x()'>$x^2$</b>"
    )
    hand_in("curious", HOARD, nbformat.v4.new_code_cell(CURIOUS), nbformat.v4.new_code_cell("print(seen)"), markdown)
    assert grade(folder, ASSIGNMENT).returncode == 0
    with Gradebook(f"sqlite:///{folder}/gradebook.db") as gradebook:
        notebook = gradebook.find_submission(ASSIGNMENT, "wrong").notebooks[0]
        (comment,) = [comment for comment in notebook.comments if comment.name == "squared_error"]
        comment.manual_comment = "Look at $a - y$ again."
        gradebook.update_or_create_student("wrong", first_name="Ada", last_name="<Lovelace>")
        gradebook.update_or_create_assignment(ASSIGNMENT, duedate=DUE)
        gradebook.update_or_create_submission(ASSIGNMENT, "wrong", timestamp=DUE + datetime.timedelta(hours=26))
        gradebook.db.commit()
    done = grade(folder, "feedback", ASSIGNMENT)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder, done.stdout


def page(course, student):
    return (course[0] / "feedback" / student / ASSIGNMENT / "losses.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("student", ["right", "wrong", "curious"])
def test_nothing_is_fetched_and_nothing_runs(course, student):
    """Whatever a submission holds, the page's own policy lets only its own pictures and style through."""
    text = page(course, student)
    policy = (
        "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:; base-uri 'none';"
        " form-action 'none'"
    )
    assert f'<meta content="{policy}" http-equiv="Content-Security-Policy"/>' in text
    assert text.index("Content-Security-Policy") < text.index("<style")
    assert "<script" not in text and not re.search(r'src="(https?:)?//', text)


@pytest.mark.parametrize("student", ["right", "wrong", "curious"])
def test_no_hidden_test_no_mark_scheme_no_seed(course, student):
    text = page(course, student)
    assert SEEDS
    for secret in *SEEDS, "BEGIN HIDDEN", "Mark scheme", "MARK SCHEME":
        assert secret not in text
    assert len(text.encode()) < 500_000


def test_a_long_output_is_shortened_and_says_so(course):
    assert re.search(r"\(\d+ more characters are not shown on this page", page(course, "curious"))
    assert "more characters are not shown" not in page(course, "right")


def test_mathematics_is_drawn_without_a_script(course):
    text = page(course, "right")
    assert text.count("<math") > 50
    outside = re.sub(r"<style.*?</style>|<code.*?</code>|<pre.*?</pre>", "", text, flags=re.S)
    assert "$" not in outside and "\\frac" not in outside


def test_every_picture_says_what_it_shows(course):
    pictures = re.findall(r"<img[^>]*>", page(course, "right"))
    assert len(pictures) == 4
    assert all(re.search(r'alt="[^"]{40,}"', picture) for picture in pictures)


def test_the_mistake_is_named_and_the_comment_stands_there(course):
    text = page(course, "wrong")
    assert "1/2" in re.search(r"<pre>\s*squared_error: wrong values.*?</pre>", text, re.S)[0]
    assert "Look at" in text and '<a href="#test-squared_error">squared_error</a> (0 of 1)' in text


def test_first_comes_what_was_lost_and_why(course):
    """With the hint, the comment and a link to the cell; then what waits, and what was earned; then the notebook."""
    soup = BeautifulSoup(page(course, "wrong"), "html.parser")
    top = soup.header.get_text(" ")
    assert "Ada <Lovelace>" in top
    assert "Handed in: 02-losses, losses.ipynb, 3 March 2026, 00:00 UTC, 1 day 2 hours after it was due" in top
    assert soup.h1.get_text() == "losses: 6 of 7 points so far"
    headings = [heading.get_text() for heading in soup.header.find_all("h2")]
    assert headings == ["What was lost, and why", "What waits for grading", "What was earned in full"]
    (lost,) = soup.header.find("ul", class_="lost").find_all("li")
    assert "a 1/2 missing" in lost.find(class_="hint").get_text()
    assert "Look at" in lost.get_text() and lost.find("math")
    assert soup.find(id=lost.a["href"].removeprefix("#")).get_text().strip().startswith("Test: test-squared_error")
    waiting = soup.header.find_all("ul")[1].find_all("li")
    assert [li.a.get_text() for li in waiting] == ["written-cases", "written-coin"]
    assert "(waits for grading, of 2)" in waiting[0].get_text()


def test_what_was_lost_stands_open_and_all_else_is_folded(course):
    soup = BeautifulSoup(page(course, "wrong"), "html.parser")
    states = {tag["id"]: tag["class"][-1] for tag in soup.find_all(class_="panel")}
    assert states["test-squared_error"] == states["squared_error"] == "failed"
    assert states["test-cross_entropy"] == states["cross_entropy"] == "passed" and states["written-cases"] == "waits"
    for name, state in states.items():
        folded = soup.find(id=name).find_parent("details", class_="fold")
        together = "test-squared_error_prime", "squared_error_prime"  # in one part with what was lost
        assert bool(folded) == (state == "passed" and name not in together), name
    for cell in soup.find(id="notebook-container").find_all(class_="cell"):
        assert cell.find_parent("details", class_="fold") or not cell.find("h2")
    assert not BeautifulSoup(page(course, "right"), "html.parser").find(class_="failed")


def test_a_mark_below_full_by_hand_is_a_loss_and_a_comment_is_never_folded():
    mark = {"locked": False, "solution": True, "grade": True, "schema_version": 3, "task": False}
    cells = [
        new_markdown_cell("# A", metadata={"nbgrader": mark | {"grade_id": "written-a", "score": 1.5, "points": 2}}),
        new_markdown_cell("# B", metadata={"nbgrader": mark | {"grade_id": "written-b", "score": 2, "points": 2}}),
        new_markdown_cell("# C", metadata={"nbgrader": mark | {"grade_id": "written-c", "score": 2, "points": 2}}),
    ]
    cells[1].metadata.nbgrader["comment"] = "Well done."
    about = {}
    summarized(new_notebook(cells=cells), about)
    assert [(one.name, one.score, one.points) for one in about["lost"]] == [("written-a", 1.5, 2)]
    assert [one.name for one in about["remarks"]] == ["written-b"]
    assert [cell.metadata.page.get("fold") for cell in cells] == [None, None, "C"]


def test_pictures_of_a_student_appear_and_links_lead_somewhere(course):
    soup = BeautifulSoup(page(course, "wrong"), "html.parser")
    pictures = {image["alt"]: image.get("src") for image in soup.find_all("img")}
    assert pictures["beside"] == pictures["in a tag"] == f"data:image/png;base64,{BESIDE}"
    assert pictures["attached"] == pictures["attached, in a tag"] == f"data:image/png;base64,{ATTACHED}"
    assert "a picture that is not there: that is gone" in soup.get_text()
    ids = {tag["id"] for tag in soup.find_all(id=True)}
    links = {link.get_text(): link["href"] for link in soup.find_all("a", href=True)}
    assert links["the web"] == "https://example.org/" and links["here"] == "#A-place"
    assert not {"the other notebook", "nowhere"} & links.keys() and "the other notebook" in soup.get_text()
    assert all(href.startswith("http") or href.removeprefix("#") in ids for href in links.values())


@pytest.mark.parametrize(
    "tag",
    [
        '<b title="<img src=">x</b><i title="onclick=act() ">',
        '<img src="../../secret.png">',
        "<img src='data:x\"onerror=act() y='>",
        "<img src=/etc/passwd.png>",
        '<b title="<a href=">x</b><i title="#x onclick=act() ">',
    ],
)
def test_a_picture_or_link_cannot_break_out(tag):
    """Nothing but a value that was whole before is put in or taken away."""
    made = without_dead_ends(at_home(tag, Pictures({"plot.png": "data:image/png;base64,AA"}), {}))
    before, after = (BeautifulSoup(html, "html.parser").find_all(True) for html in (tag, made))
    assert [element.name for element in before] == [element.name for element in after]
    assert not [name for element in after for name in element.attrs if name.startswith("on")]
    assert not [
        element for element in after if "passwd" in element.get("src", "") or "secret" in element.get("src", "")
    ]


def test_only_pictures_are_taken_from_beside_a_notebook(tmp_path):
    (tmp_path / "plots").mkdir()
    (tmp_path / "plots" / "a.png").write_bytes(png("red"))
    (tmp_path / "b.png").write_text("<script>act()</script>")
    (tmp_path / "c.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg' onload='act()'/>")
    secret = tmp_path.parent / "secret.png"
    secret.write_bytes(png("blue"))
    (tmp_path / "d.png").symlink_to(secret)
    assert pictures_beside(tmp_path) == {"plots/a.png": f"data:image/png;base64,{BESIDE}"}


def test_what_is_the_same_for_everybody_is_laid_out_once(monkeypatch):
    """Formulas and the course's own pictures took most of a page's time."""
    figure = Image.new("P", (900, 900))
    figure.putdata([(x * x) % 251 for x in range(900 * 900)])
    made = io.BytesIO()
    figure.save(made, "PNG")
    html = f'<img alt="a figure" src="data:image/png;base64,{base64.b64encode(made.getvalue()).decode()}">'
    output = new_output("display_data", data={"text/html": html})
    cells = [new_markdown_cell("$$x^2 + 977$$"), new_code_cell("figures.a()", outputs=[output])]
    about = {"known": True, "waits": 0, "score": 1, "max_score": 1, "late_penalty": 0, "notebook": "a"}
    done = {"formulas": 0, "pictures": 0}
    convert, save = page_module.convert, Image.Image.save

    def counted(what, function):
        def call(*arguments, **options):
            done[what] += 1
            return function(*arguments, **options)

        return call

    monkeypatch.setattr(page_module, "convert", counted("formulas", convert))
    monkeypatch.setattr(Image.Image, "save", counted("pictures", save))
    exporter = Page()
    pages = [exporter.from_notebook_node(new_notebook(cells=cells), {"nbgrader": dict(about)})[0] for _ in range(3)]
    assert done == {"formulas": 1, "pictures": 0}
    assert len(set(pages)) == 1 and "<math" in pages[0]


def archive_for(course, lms, files, **people):
    """Make an archive of pages after ``files`` had been downloaded; its names, what was said, and the exit status."""
    folder, _ = course
    shutil.rmtree(folder / "downloaded", ignore_errors=True)
    for name in files:
        path = folder / "downloaded" / ASSIGNMENT / "extracted" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((folder / "submitted" / "right" / ASSIGNMENT / "losses.ipynb").read_bytes())
    with Gradebook(f"sqlite:///{folder}/gradebook.db") as gradebook:
        for student, about in people.items():
            gradebook.update_or_create_student(student, **about)
    done = grade(folder, "feedback", ASSIGNMENT, "--to-lms", lms)
    with zipfile.ZipFile(folder / f"feedback-{lms}-{ASSIGNMENT}.zip") as archive:
        for name in archive.namelist():
            student = "wrong" if "4711" in name or "77" in name else "right"
            assert archive.read(name).decode("utf-8") == page(course, student)
        return archive.namelist(), done.stdout, done.returncode


def test_an_archive_for_canvas_has_the_names_that_canvas_looks_for(course):
    files = ["lovelaceada_LATE_4711_901_losses-1.ipynb", "rightperson_4712_902_mine.ipynb"]
    people = {"wrong": {"lms_user_id": "4711"}, "right": {"lms_user_id": "4712"}}
    names, said, status = archive_for(course, "canvas", files, **people)
    assert sorted(names) == ["lovelaceada_LATE_4711_901_losses.html", "rightperson_4712_902_losses.html"]
    for name in names:  # as in infer_comment_context_from_filename
        user, file = [part for part in name.split("_") if re.fullmatch(r"\d+", part)][:2]
        assert (user, file) in (("4711", "901"), ("4712", "902")) and not name.split("_")[-1].startswith("link")
    assert "has the pages of 2 students" in said and "Not in the download, so not in the archive: curious" in said
    assert status == 1


def test_an_archive_for_moodle_has_the_names_that_moodle_looks_for(course):
    files = ["Ada Lovelace_77_assignsubmission_file/losses.ipynb", "Right O Person_78_assignsubmission_file_x.ipynb"]
    people = {
        "wrong": {"first_name": "Ada", "last_name": "Lovelace"},
        "right": {"first_name": "Right O", "last_name": "Person"},
    }
    names, _, _ = archive_for(course, "moodle", files, **people)
    assert sorted(names) == [
        "Ada Lovelace_77_assignfeedback_file_losses.html",
        "Right O Person_78_assignfeedback_file_losses.html",
    ]
    for name in names:  # as in is_valid_filename_for_import
        _, number, kind, plugin, rest = name.split("_", 4)
        assert number in ("77", "78") and (kind, plugin, rest) == ("assignfeedback", "file", "losses.html")


def test_a_name_of_digits_is_not_taken_for_the_number_of_the_user(tmp_path):
    files = [tmp_path / name for name in ("20240011_123_456_losses.ipynb", "anon_ab1cd_457_losses.ipynb")]
    for path in files:
        path.write_text(path.name)
    names = beginnings(files, {"123": "ada", "20240011": "bob"}, {digest_of_file(files[1]): {"cy"}}, "canvas")
    assert names == {"ada": "123_456_", "cy": "anon_ab1cd_457_"}


def test_what_is_no_file_in_a_submission_stops_no_archive(tmp_path):
    """A pipe would be waited for, a link leads to another's work, and what may not be read is not compared."""
    (tmp_path / "a.ipynb").write_text("a")
    (tmp_path / "b.ipynb").symlink_to(tmp_path / "a.ipynb")
    os.mkfifo(tmp_path / "c.ipynb")
    (tmp_path / "d.ipynb").mkdir()
    jobs = [SimpleNamespace(folder=tmp_path, student="ada"), SimpleNamespace(folder=tmp_path / "gone", student="bob")]
    assert who_has(jobs) == {digest_of_file(tmp_path / "a.ipynb"): {"ada"}}


@pytest.mark.parametrize(
    "moodle, first, last", [("Sinéad OBrien", "Sinéad", "O'Brien"), ("Kovács Béla", "Béla", "Kovács")]
)
def test_a_name_is_found_as_moodle_writes_it(moodle, first, last):
    student = SimpleNamespace(id="x1", first_name=first, last_name=last, lms_user_id=None)
    namesakes = [SimpleNamespace(id=f"n{i}", first_name="Ada", last_name="L", lms_user_id=None) for i in range(2)]
    accounts = accounts_of([student, *namesakes], "moodle")
    assert accounts[in_moodle(moodle)] == "x1" and in_moodle("Ada L") not in accounts


@pytest.mark.parametrize("name", ["Anna-Lena Meyer", "Sinéad OBrien", "Ada Lovelace"])
def test_who_was_collected_under_a_name_gets_the_page_under_it(tmp_path, name):
    """`collect --add` makes an id of a name; feedback has to know it again, with a hyphen in either."""
    path = tmp_path / f"{name}_77_assignsubmission_file" / "losses.ipynb"
    path.parent.mkdir()
    path.touch()
    roster = Roster(SimpleNamespace(students=[]), [], "UTC", logging.getLogger())
    student = SimpleNamespace(id=roster.moodle(name, "77")[0], first_name=None, last_name=None, lms_user_id=None)
    other = SimpleNamespace(id="lena-meyer", first_name="Lena", last_name="Anna Meyer", lms_user_id=None)
    found = beginnings([path], accounts_of([student, other], "moodle"), {}, "moodle")
    assert found == {student.id: f"{name}_77_assignfeedback_file_"}


def test_without_a_download_there_is_no_archive(course):
    folder, _ = course
    shutil.rmtree(folder / "downloaded", ignore_errors=True)
    done = grade(folder, "feedback", ASSIGNMENT, "--to-lms", "moodle", "--student=right")
    assert done.returncode == 1 and "There is no download of 02-losses from Moodle" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_stock_command_makes_the_same_page(course):
    folder, _ = course
    ours = page(course, "wrong")
    says_when_to_make_it_anew = re.search(r'<meta content="\w+" name="made-of"/>\n', ours)[0]
    command = [sys.executable, "-m", "nbgrader", "generate_feedback", ASSIGNMENT, "--student=wrong", "--force"]
    subprocess.run(command, cwd=folder, env=environment(), capture_output=True, check=True)
    assert page(course, "wrong") == ours.replace(says_when_to_make_it_anew, "")


def test_a_scheduler_that_is_named_is_asked_for(course):
    done = grade(course[0], "feedback", ASSIGNMENT, "--scheduler=tcp://192.0.2.1:8786")
    assert done.returncode == 1 and "neither encrypted nor on this machine" in done.stderr, done.stdout + done.stderr


def test_an_unknown_assignment_is_named(course):
    done = grade(course[0], "feedback", "05-unknown")
    assert done.returncode != 0 and "no assignment '05-unknown'" in done.stderr and "Traceback" not in done.stderr


def test_a_page_that_says_the_same_belongs_to_what_was_handed_in_last(course):
    """By the secret beside it: nbgrader releases a page under a name made of that."""
    folder, _ = course
    graded, made = (folder / step / "right" / ASSIGNMENT / SECRET for step in ("autograded", "feedback"))
    for secret in "first", "second", None:
        graded.unlink(missing_ok=True)
        if secret:
            graded.write_text(secret)
        done = grade(folder, "feedback", ASSIGNMENT, "--student=right")
        assert "Feedback made for 1 submission." in done.stdout, done.stdout + done.stderr
        assert (made.read_text() if made.exists() else None) == secret
    done = grade(folder, "feedback", ASSIGNMENT, "--student=right")
    assert "Feedback made for 0 submissions. Up to date already: 1;" in done.stdout


def test_a_page_is_made_again_where_it_would_say_something_else(course):
    """After a score and a comment by hand, not after nothing: whatever the times of the files."""
    folder, _ = course
    grade(folder, "feedback", ASSIGNMENT)  # where nbgrader's own command had made one
    assert grade(folder, ASSIGNMENT, "--student=wrong", "--force").returncode == 0  # with the same result
    done = grade(folder, "feedback", ASSIGNMENT)
    assert "Feedback made for 0 submissions" in done.stdout, done.stdout + done.stderr
    with Gradebook(f"sqlite:///{folder}/gradebook.db") as gradebook:
        notebook = gradebook.find_submission(ASSIGNMENT, "right").notebooks[0]
        written = next(grade for grade in notebook.grades if grade.name.startswith("written-"))
        written.manual_score, written.needs_manual_grade = 0.25, False
        gradebook.db.commit()
        gradebook.update_or_create_student("curious", first_name="Curious")
    others = page(course, "wrong")
    done = grade(folder, "feedback", ASSIGNMENT)
    assert "Feedback made for 2 submissions" in done.stdout, done.stdout + done.stderr
    assert "<strong>Curious</strong> (curious)" in page(course, "curious")
    assert "0.25 of" in page(course, "right") and page(course, "wrong") == others


@pytest.mark.parametrize(
    ("score", "in_the_panel", "in_the_summary"),
    [
        (None, "waits for grading, extra credit", "(waits for grading, extra credit)"),
        (0.0, "extra credit", None),
        (1.0, "1 extra credit", "(1 extra credit)"),
    ],
)
def test_extra_credit_is_not_of_zero_points(score, in_the_panel, in_the_summary):
    """A bonus question has no points of its own: it waits where it was answered, and is nothing that was lost."""
    notebook = read(COURSE / "notebooks", "04-sgd")
    bonus = "written-missing-factor"
    names = [
        cell.metadata.nbgrader.grade_id for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade")
    ]
    grades = {name: {"score": 1.0, "points": 1.0} for name in names} | {bonus: {"score": score, "points": 0.0}}
    about = {"student": "ada", "name": "", "assignment": "04-sgd", "notebook": "sgd", "grades": grades, "comments": {}}
    exporter = Page()
    exporter.register_preprocessor(ShowGrades, enabled=True)
    html = exporter.from_notebook_node(
        notebook, {"nbgrader": about | {"late_penalty": 0, "max_score": len(names) - 1}}
    )[0]
    soup = BeautifulSoup(html, "html.parser")
    panel = soup.find(id=bonus).find(class_="points")
    assert " ".join(panel.get_text().replace("Top", "").strip(" ✓…").split()) == in_the_panel
    link = soup.find(id="toc").find("a", href=f"#{bonus}")
    assert bool(link) == bool(in_the_summary)
    assert not link or in_the_summary in " ".join(link.parent.get_text(" ").split())
    assert not re.search(r"What was lost| of 0\b(?!\.)", soup.header.get_text() + panel.get_text())
    assert bool(soup.find("h2", string="What waits for grading")) == (score is None)
