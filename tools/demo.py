"""The demo: release, submit, grade, give feedback and report for a made-up class of six. ``python -m tools.demo``."""

import shutil
import subprocess
import sys
import time

from nbformat import NotebookNode

from grading.terminal import table
from tools.made_up_course import ASSIGNMENTS, COURSE, environment, fill, open_course, read, scores, solutions, submit

FOLDER = COURSE / "demo"

# What each student gets wrong: grade_id -> source. Everything else is right.
NAIVE_SIGMOID = {
    "sigmoid": "def sigmoid(z):\n    return 1 / (1 + np.exp(-z))",
    "predict": "def predict(a):\n    return np.where(a > 0.5, 1, 0)",
}
WRONG_LOGARITHM = {
    "cross_entropy": "def cross_entropy(a, y):\n    return -y * np.log2(a) - (1 - y) * np.log2(1 - a)",
    "squared_error": "def squared_error(a, y):\n    return (a - y) ** 2",
}
MISSING_FACTOR = {
    "gradient_squared_error": (
        "def gradient_squared_error(w, b, x, y):\n"
        "    delta = sigmoid(pre_activation(w, x, b)) - y\n"
        "    return delta * x, delta"
    ),
    "numerical_gradient": (
        "def numerical_gradient(loss, w, b, h=1e-5):\n"
        "    dw = np.array([(loss(w + step, b) - loss(w, b)) / h for step in h * np.eye(len(w))])\n"
        "    return dw, (loss(w, b + h) - loss(w, b)) / h"
    ),
}
NO_SHUFFLE = {
    "sgd": (
        "def sgd(loss, gradient, w, b, X, y, eta, epochs, rng):\n"
        "    losses = []\n"
        "    for _ in range(epochs):\n"
        "        for x_i, y_i in zip(X, y):\n"
        "            w, b = sgd_step(w, b, x_i, y_i, gradient, eta)\n"
        "        losses.append(np.mean([loss(w, b, x_i, y_i) for x_i, y_i in zip(X, y)]))\n"
        "    return w, b, np.array(losses)"
    ),
    "epochs_to_reach": "def epochs_to_reach(losses, target):\n    return int(np.argmax(losses <= target))",
}
# Student -> answers to the ten questions before notebook 1 and after notebook 4; "." is no answer.
ANSWERS = {
    "student-01": ("bdcbdcdcad", "bdcbdcdcad"),
    "student-03": ("deaaacbbbe", "bdcbdcdcad"),
    "student-04": ("aabcccaacb", "bdcbdcacab"),
    "student-05": ("dcdabdbbda", "bdcadddcad"),
    "student-06": ("deeeeeee..", "bdcb.cdbba"),
}
# Topic of a guess -> the guesses of these five.
GUESSES = {
    "race": ('"easy", 50', '"hard", 100', '"hard", 20', '"hard", 100', '"easy", 40'),
    "slope": ("0, 0.25", "0, 1", "0, 1", "0, 1/2", "5, 1"),
    "saturation": ("5", "10", "100", "10", "4"),
    "certain": ("0.5, 7", "1, 1", "0.5, 1", "0.5, 3", "1, 2"),
    "slopes": ("0.99, 100", "1, 2", "1, 100", "0.99, 10", "1, 2"),
    "infinite": ("37", "40", "1000", "38", "100"),
    "gradient": ('"smaller"', '"larger"', '"larger"', '"smaller"', '"larger"'),
    "ratio": ("56.6", "2", "50", "10", "100"),
    "hard-start": ("17", "100", "20", "30", "20"),
    "catch-up": ('"no", 60', '"yes", 17', '"yes", 20', '"no", 100', '"yes", ...'),
    "stuck": ("9.48", "100", "10", "20", "10"),
}
MISTAKES = {
    "student-01": ("everything right", {}),
    "student-02": ("nothing handed in but the release", None),
    "student-03": ("a naive sigmoid, > for >=", {"01-sigmoid": NAIVE_SIGMOID}),
    "student-04": ("log2, the 1/2 forgotten", {"02-losses": WRONG_LOGARITHM}),
    "student-05": ("a' missing, forward differences", {"03-gradients": MISSING_FACTOR}),
    "student-06": ("no shuffle, None forgotten", {"04-sgd": NO_SHUFFLE}),
}


def main() -> None:
    start = time.monotonic()

    def progress(text):
        print(f"[{time.monotonic() - start:4.0f} s] {text}", flush=True)

    shutil.rmtree(FOLDER, ignore_errors=True)
    progress(f"a new course in {FOLDER.name}/")
    api = open_course(FOLDER)
    for assignment in ASSIGNMENTS:
        progress(f"release   {assignment}")
        _must(api.generate_assignment(assignment), f"releasing {assignment}")
    for student, (_, mistakes) in MISTAKES.items():
        for assignment in ASSIGNMENTS:
            answers = {} if mistakes is None else solutions(assignment) | mistakes.get(assignment, {})
            notebook = fill(read(FOLDER / "release", assignment), answers)
            submit(FOLDER, student, assignment, notebook if mistakes is None else with_opinions(notebook, student))
    progress(f"submitted {len(MISTAKES) * len(ASSIGNMENTS)} notebooks of {len(MISTAKES)} students")
    sandbox: tuple[str, ...] = ()
    if shutil.which("bwrap") is None:
        progress("bubblewrap is missing: without a sandbox, because all of this class is our own code")
        sandbox = ("--no-sandbox",)
    for doing, arguments in (
        ("grade", (*ASSIGNMENTS, *sandbox)),
        ("feedback", ("feedback", *ASSIGNMENTS)),
        ("report", ("report", *ASSIGNMENTS)),
    ):
        progress(f"{doing:9} python -m grading {' '.join(arguments)}")
        command = [sys.executable, "-m", "grading", *arguments]
        if subprocess.run(command, cwd=FOLDER, env=environment(), check=False).returncode:
            sys.exit("Read the last lines above; `make clean` and `make demo` start afresh.")
    _print_table({assignment: scores(api, assignment) for assignment in ASSIGNMENTS})
    print(f"\nFeedback pages: {FOLDER.name}/feedback/STUDENT/ASSIGNMENT/*.html")
    print(f"What the class guessed and learned: at the end of {FOLDER.name}/report/index.html")
    print(f"To grade the written answers by hand: cd {FOLDER.name}, jupyter lab, menu Nbgrader, Formgrader")


def with_opinions(notebook: NotebookNode, student: str) -> NotebookNode:
    """Fill in a student's guesses, and its answers to the ten questions."""
    place = list(ANSWERS).index(student)
    for cell in notebook.cells:
        if cell.id.startswith("guess-"):
            name = cell.source.partition(" = ")[0]
            cell.source = f"{name} = {GUESSES[cell.id.removeprefix('guess-')][place]}"
        elif cell.id in ("answers-before", "answers-after"):
            letters = ANSWERS[student][cell.id == "answers-after"]
            chosen = {number: letter for number, letter in enumerate(letters, 1) if letter != "."}
            cell.source = f"{cell.id.replace('-', '_')} = {chosen}"
    return notebook


def _must(result, doing):
    """Exit with a message if a command of nbgrader failed."""
    if not result["success"]:
        log = "\n".join(result.get("log", "").splitlines()[-15:])
        sys.exit(
            f"{doing} failed.\n{log}\n{result.get('error', '')}\n"
            "Read the last lines above; `make clean` and `make demo` start afresh."
        )


def _print_table(by_assignment):
    print("\nAutomatic points (written answers are still to be graded by hand)\n")
    rows = []
    for student, (says, _) in MISTAKES.items():
        cells = []
        for assignment in ASSIGNMENTS:
            automatic = {k: v for k, v in by_assignment[assignment][student].items() if k.startswith("test-")}
            got, most = (sum(column) for column in zip(*automatic.values()))
            cells.append(f"{got:g} of {most:g}")
        rows.append([student, *cells, says])
    print(table(["student", *ASSIGNMENTS, "what is wrong"], rows))


if __name__ == "__main__":
    main()
