"""What goes wrong in a class: each submission is graded as far as it can be, says why, and touches no other's grade.

All of them are handed in together and graded in one run of `python -m grading`, with real processes.
"""

import copy
import json
import os
import textwrap

import nbformat
import psutil
import pytest
from nbformat import v3
from nbgrader.api import Gradebook

from tools.made_up_course import fill, grade, notebook_of, open_course, read, solutions, submit

ASSIGNMENT = "01-sigmoid"
FILE = f"{notebook_of(ASSIGNMENT)}.ipynb"
LIMITS = """
c.Execute.timeout = 4
c.Execute.notebook_timeout = 60
"""

# ---------------------------------------------------------------- code, as the answer to `predict`, the last exercise

RIGHT = "return np.where(np.asarray(a) >= 0.5, 1, 0)[()]"
BAD_CODE = {
    "endless loop": "while True: pass",
    "deaf endless loop": """
        while True:
            try:
                while True: sum(range(1000))
            except BaseException:
                pass
    """,
    "waits without end": "import time; time.sleep(1e6)",
    "fork bomb": """
        import os
        while True:
            try:
                os.fork()
            except OSError:
                pass
    """,
    "thread bomb": """
        import threading, time
        while True:
            threading.Thread(target=time.sleep, args=(1e6,)).start()
    """,
    "memory bomb": """
        hoard = []
        while True:
            hoard.append(np.ones(10**6))
    """,
    "memory bomb in children": """
        import os
        for child in range(8):
            if os.fork() == 0:
                hoard = np.ones(4 * 10**7)
                while True: pass
        while True: pass
    """,
    "exits": "import os; os._exit(0)",
    "kills its kernel": "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
    "segmentation fault": "import ctypes; ctypes.string_at(0)",
    "asks for input": "return int(input('1 or 0?'))",
    "breaks the recursion": "import sys; sys.setrecursionlimit(10**9); f = lambda: f(); f()",
    "endless output": "while True: print('x' * 10**5)",
    "floods the disk": """
        with open("/tmp/full", "wb") as file:
            while True: file.write(bytes(10**6))
    """,
}
# ---------------------------------------------------------------- code in a cell of its own: costs nothing by itself

# Finds the kernel's line to the grader.
SOCKET = """
import os, stat
fds = [int(fd) for fd in os.listdir("/proc/self/fd") if os.path.lexists(f"/proc/self/fd/{fd}")]
(wire,) = [fd for fd in fds if stat.S_ISSOCK(os.fstat(fd).st_mode)]
"""

HARMLESS_CODE = {
    "endless loop apart": "while True: pass",
    "endless output apart": "while True: print('x' * 10**4)",
    "endless output from a thread": """
        import threading
        threading.Thread(target=lambda: [print('x' * 10**4) for _ in iter(int, 1)], daemon=True).start()
    """,
    "exits apart": "import os; os._exit(1)",
    "memory bomb apart": "hoard = 'x' * 10**10",
    "asks for input apart": "name = input('your name? ')",
    "fills the disk": """
        for k in range(10**4):
            open(f"/tmp/{k}", "wb").write(bytes(10**6))
    """,
    "huge picture": "from IPython.display import display; display({'image/png': 'A' * 10**8}, raw=True)",
    "one huge line": "print('x' * 10**8)",
    "leaves processes behind": "import subprocess; subprocess.Popen(['/proc/self/exe', '-c', 'while True: pass'])",
    "closes everything": "import os; os.closerange(0, 256)",
    "stops the kernel": "import os, signal; os.kill(os.getpid(), signal.SIGSTOP)",
    "half a message": SOCKET + "os.write(wire, (1000).to_bytes(4, 'big') + b'{')",
    "half a message and no more": SOCKET + "os.write(wire, (1000).to_bytes(4, 'big') + b'{')\nwhile True: pass",
    "a message without end": SOCKET + "os.write(wire, b'\\xff\\xff\\xff\\xff' + b'\\x7f' + bytes(10**4))",
    "a message that is no reply": SOCKET + "os.write(wire, (4).to_bytes(4, 'big') + b'[[1]')",
    "a message with odd outputs": SOCKET
    + """said = b'{"count": [], "outputs": [{"output_type": "stream", "name": 5, "text": {}}], "reports": []}'
os.write(wire, len(said).to_bytes(4, 'big') + said)""",
    "asks to exit": "exit()",
    "a syntax error": "def broken(:",
    "warnings as errors": "import warnings; warnings.simplefilter('error'); import numpy as np; np.seterr(all='raise')",
}


def with_cell(notebook, code):
    notebook.cells.insert(3, nbformat.v4.new_code_cell(textwrap.dedent(code), id="added"))
    return notebook


# ---------------------------------------------------------------- files that hold no notebook

UNREADABLE = {
    "empty": lambda text: b"",
    "not JSON": lambda text: b"%PDF-1.7 my homework",
    "cut off": lambda text: text[: len(text) // 2],
    "JSON, no notebook": lambda text: b'{"cells": 3}',
    "a list": lambda text: b"[]",
    "null cells": lambda text: b'{"cells": [null, 1], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}',
    "deep JSON": lambda text: b"[" * 10**6,
    "EBCDIC": lambda text: text.decode().encode("cp500"),
}

# ---------------------------------------------------------------- notebooks that were damaged, all answers right


def marked(notebook, name):
    return next(c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") == name)


def without_tests(notebook):
    notebook.cells = [
        c for c in notebook.cells if not c.metadata.get("nbgrader", {}).get("grade_id", "").startswith("test-")
    ]


def edited_tests(notebook):
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id", "").startswith("test-"):
            cell.source = "assert True"


def duplicated_cells(notebook):
    twins = copy.deepcopy(notebook.cells)
    for twin in twins:
        twin.id += "-twin"
    notebook.cells = [cell for pair in zip(notebook.cells, twins) for cell in pair]


def reordered(notebook):
    places = [
        i
        for i, c in enumerate(notebook.cells)
        if c.metadata.get("nbgrader", {}).get("grade_id", "").startswith("test-")
    ]
    cells = [notebook.cells[i] for i in places]
    for i, cell in zip(places, reversed(cells)):
        notebook.cells[i] = cell


def other_points(notebook):
    for cell in notebook.cells:
        if "points" in cell.metadata.get("nbgrader", {}):
            cell.metadata.nbgrader.points = 1000


def stripped(notebook):
    for cell in notebook.cells:
        cell.metadata = nbformat.NotebookNode()


def stripped_of_ids(notebook):
    stripped(notebook)
    for cell in notebook.cells:
        del cell["id"]
    notebook.nbformat_minor = 4


def nonsense_marks(notebook):
    for cell in notebook.cells:
        cell.metadata.nbgrader = {"grade_id": "sigmoid", "schema_version": -1, "grade": "yes"}
    stripped_but = [c for c in notebook.cells if c.cell_type == "code"]
    for cell in stripped_but:
        cell.metadata = nbformat.NotebookNode()


def another_kernel(notebook):
    notebook.metadata = nbformat.from_dict(
        {"kernelspec": {"name": "julia-1.9", "display_name": "Julia", "language": "julia"}}
    )


def locked_as_markdown(notebook):
    marked(notebook, "test-predict").cell_type = "markdown"


def tagged(notebook):
    for cell in notebook.cells:
        cell.metadata.tags = ["skip-execution", "raises-exception"]


def old_outputs(notebook):
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = [nbformat.v4.new_output("stream", text="x" * 10**7)]
    assert len(nbformat.writes(notebook)) > 10**8


DAMAGED = {
    f.__name__: f
    for f in (
        without_tests, edited_tests, duplicated_cells, reordered, other_points, stripped, stripped_of_ids,
        nonsense_marks, another_kernel, locked_as_markdown, tagged, old_outputs,
    )
}  # fmt: skip
NAMES = ["a name with spaces", "o'brien", 'the "quoted"', "Zoë-Ω-学生", "-n", "semi;colon & $HOME", "%s{}[x]"]


def as_format_3(notebook):
    cells = [
        v3.new_code_cell(input=c.source) if c.cell_type == "code" else v3.new_text_cell("markdown", source=c.source)
        for c in notebook.cells
    ]
    return v3.writes_json(v3.new_notebook(worksheets=[v3.new_worksheet(cells=cells)])).encode()


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """What everybody handed in, and what became of it: (student -> notebook entry in plain data, printed, folder)."""
    folder = tmp_path_factory.mktemp("course")
    api = open_course(folder)
    with open(folder / "nbgrader_config.py", "a", encoding="utf-8") as config:
        config.write(LIMITS)
    assert api.generate_assignment(ASSIGNMENT)["success"]
    hand_in_code(folder)
    hand_in_damaged(folder)
    hand_in_odd_files(folder)
    done = grade(folder, ASSIGNMENT)
    print(done.stdout, done.stderr)
    assert done.returncode == 1 and "Traceback" not in done.stderr, done.stderr  # some could not be graded
    with Gradebook(f"sqlite:///{folder}/gradebook.db") as gradebook:
        found = {
            submission.student.id: {
                grade.name: (grade.auto_score, grade.max_score, grade.needs_manual_grade)
                for grade in submission.notebooks[0].grades
                if grade.name.startswith("test-")
            }
            for submission in gradebook.assignment_submissions(ASSIGNMENT)
        }
    return found, done.stdout, folder


def solved(folder):
    return fill(read(folder / "release", ASSIGNMENT), solutions(ASSIGNMENT))


def place(folder, student):
    """The folder of a submission, which is made."""
    made = folder / "submitted" / student / ASSIGNMENT
    made.mkdir(parents=True)
    return made


def hand_in_code(folder):
    """Honest submissions, and those whose code does harm."""
    for student in ("aa honest", "zz honest", *NAMES):
        submit(folder, student, ASSIGNMENT, solved(folder))
    for student, code in BAD_CODE.items():
        answer = "def predict(a):\n" + textwrap.indent(textwrap.dedent(code).strip(), "    ")
        submit(folder, student, ASSIGNMENT, fill(solved(folder), {"predict": answer}))
    for student, code in HARMLESS_CODE.items():
        submit(folder, student, ASSIGNMENT, with_cell(solved(folder), code))


def hand_in_damaged(folder):
    """Notebooks that were damaged, and files that are no notebook."""
    for student, damage in DAMAGED.items():
        notebook = solved(folder)
        damage(notebook)
        (place(folder, student) / FILE).write_text(json.dumps(notebook), encoding="utf-8")
    for student, spoil in UNREADABLE.items():
        (place(folder, student) / FILE).write_bytes(spoil(nbformat.writes(solved(folder)).encode()))


def hand_in_odd_files(folder):
    """Files of other formats, names and kinds."""
    whole, course = nbformat.writes(solved(folder)).encode(), folder / "notebooks" / ASSIGNMENT
    (place(folder, "format 3") / FILE).write_bytes(as_format_3(solved(folder)))
    (place(folder, "with a byte order mark") / FILE).write_bytes(b"\xef\xbb\xbf" + whole)
    (place(folder, "renamed") / "My final.ipynb").write_bytes(whole)
    two = place(folder, "one too many")
    for name in FILE, "Untitled.ipynb":
        (two / name).write_bytes(whole)
    place(folder, "nothing")
    (place(folder, "a link") / FILE).symlink_to(course / FILE)
    (place(folder, "a link in circles") / FILE).symlink_to(FILE)
    linked = place(folder, "a linked folder")
    linked.rmdir()
    linked.symlink_to(course)
    os.mkfifo(place(folder, "a pipe") / FILE)
    dated = place(folder, "no date")
    (dated / FILE).write_bytes(whole)
    (dated / "timestamp.txt").write_text("yesterday", encoding="utf-8")


def lost(found):
    return {name for name, (got, most, _) in found.items() if got != most}


def to_hand(found):
    return {name for name, (*_, hand) in found.items() if hand}


def told(course, student):
    """What the graded notebook says to the student."""
    path = course[2] / "autograded" / student / ASSIGNMENT / FILE
    return path.read_text(encoding="utf-8")


def test_everyone_is_in_the_gradebook(course):
    found, _, folder = course
    assert set(found) == {path.name for path in (folder / "submitted").iterdir()}


@pytest.mark.parametrize("student", ["aa honest", "zz honest", *NAMES, *DAMAGED, *HARMLESS_CODE])
def test_right_answers_earn_everything(course, student):
    assert lost(course[0][student]) == set()


@pytest.mark.parametrize("student", ["format 3", "with a byte order mark", "renamed", "one too many", "no date"])
def test_what_can_be_read_is_graded(course, student):
    assert lost(course[0][student]) == set()


@pytest.mark.parametrize("student", BAD_CODE)
def test_a_bad_answer_costs_its_own_points(course, student):
    assert lost(course[0][student]) == {"test-predict"}


@pytest.mark.parametrize(
    "student", [*UNREADABLE, "nothing", "a link", "a link in circles", "a linked folder", "a pipe"]
)
def test_what_cannot_be_graded_is_never_a_silent_0(course, student):
    found, printed, _ = course
    assert {got for got, *_ in found[student].values()} == {None}
    assert to_hand(found[student]) == set(found[student])
    assert repr(student) in printed.split("Not gradable")[1].split("Graded, but")[0]
    assert "could not be graded automatically" in told(course, student)


@pytest.mark.parametrize("student", ["deaf endless loop", "exits", "kills its kernel", "segmentation fault"])
def test_a_lost_kernel_is_for_a_person_to_look_at(course, student):
    found, printed, _ = course
    assert to_hand(found[student]) == {"test-predict"}
    assert repr(student) in printed.split("Graded, but")[1].split("Mended")[0]


def test_a_link_shows_nothing_of_where_it_leads(course):
    for student in "a link", "a linked folder":
        assert "BEGIN SOLUTION" not in told(course, student)
        assert not list((course[2] / "autograded" / student).rglob("*.txt"))


def test_a_flood_of_output_is_cut(course):
    for student in "endless output apart", "one huge line", "huge picture", "old_outputs":
        assert len(told(course, student)) < 2**22


def test_nothing_is_left_running(course):
    """Every process that a submission started is gone: they all live in the sandbox's name spaces.

    Sandboxes of tests or graders that run beside this one have a parent that is one; what is left over has lost its.
    """
    running = [p for p in psutil.process_iter(["name", "status"]) if p.info["name"] == "bwrap"]
    running = [process for process in running if process.info["status"] != psutil.STATUS_ZOMBIE]
    assert [process for process in running if not has_a_master(process)] == []


def has_a_master(process):
    try:
        parent = process.parent()
    except psutil.NoSuchProcess:
        return True  # ended while we looked
    return parent is not None and (parent.name() == "bwrap" or parent.name().startswith("python"))
