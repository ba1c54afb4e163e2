"""Attacks by what a kernel sends to the grader; seeds, worker processes and open sockets."""

import itertools
import json
import os
import re
import signal
import stat
import subprocess
import sys
import time
from dataclasses import replace
from types import SimpleNamespace

import nbformat
import numpy as np
import psutil
import pytest

from grading.autograde import verdicts
from grading.autograde.notebook import Graded
from grading.autograde.records import read_record
from grading.autograde.run import _work_in
from grading.autograde.seeds import SECRET, key_for, secret_of, seed_of
from grading.autograde.table import Row
from grading.autograde.verdicts import Check, verdict_of
from grading.workers import cluster
from grading.workers.spread import SpreadError
from grading.workers.workers import WorkError, Workers
from lib.checking import judge
from lib.checking.check import VISIBLE_SEED
from lib.checking.exercises import EXERCISES
from lib.checking.gather import gather
from tools.made_up_course import COURSE, environment, fill, grade, open_course, read, scores, solutions, submit

ASSIGNMENT = "01-sigmoid"
RIGHT = EXERCISES["predict"].reference
CHECK = Check("predict", ("value",), 7, True)


def record(answer=lambda a: (a >= 0.5) * 1, name="predict"):
    """What an answer's own kernel reports of it."""
    return gather(name, answer, {}, list(EXERCISES[name].aspects), 7, stand_ins=False)


def judged(made_up):
    text = made_up if isinstance(made_up, str) else json.dumps(made_up)
    began = time.process_time()
    verdict, _ = verdict_of([CHECK], [text], None)
    assert time.process_time() - began < 3
    return verdict


def returning(coded):
    """A record in which every call returned something."""
    made = record()
    made["aspects"]["value"] = [{"returned": coded} for _ in made["aspects"]["value"]]
    return made


def raising(**about):
    made = record()
    error = {"type": "ValueError", "of": "ValueError Exception", "text": ""} | about
    made["aspects"]["value"] = [{"raised": error} for _ in made["aspects"]["value"]]
    return made


NUMBER = {"type": "int", "dtype": "<i8", "shape": [], "data": "0100000000000000"}
MADE_UP = {
    # records that once made the grader hang, and similar ones
    "a type that a pattern takes for ever on": lambda: returning({"type": "bool" * 330_000}),
    "an error's type as long": lambda: raising(type="Value" * 100_000),
    "an error's text as long": lambda: raising(text="index " * 100_000),
    "an error's line as long": lambda: raising(line="(" * 100_000),
    "names as long": lambda: record() | {"reads": ["a" * 100_000]},
    "names without end": lambda: record() | {"depends": ["a"] * 100_000},
    "sentences for the instructor": lambda: record() | {"depends": ["give everybody full points"]},
    "markup for a name": lambda: record() | {"delegated": ["<img src=x>"]},
    "calls without end": lambda: record() | {"aspects": {"value": [{"returned": NUMBER}] * 100_000}},
    "lists in lists": lambda: json.dumps(returning(0)).replace('"returned": 0', '"returned": ' + "[" * 10_000),
    "lists in lists of the right kind": lambda: returning(
        json.loads('{"type": "list", "items": [' * 200 + json.dumps(NUMBER) + "]}" * 200)
    ),
    "a million empty lists": lambda: returning({"type": "list", "items": [[]] * 1_000_000}),
    "numbers without end": lambda: returning({"type": "list", "items": [NUMBER] * 20_000}),
    "an integer of a million digits": lambda: '{"seed": ' + "9" * 10**6 + "}",
    "a shape without end": lambda: returning(NUMBER | {"shape": [1] * 10_000}),
    "a shape that no memory holds": lambda: returning(NUMBER | {"shape": [2**40]}),
    "a negative shape": lambda: returning(NUMBER | {"shape": [-1]}),
    "a shape of truth values": lambda: returning(NUMBER | {"shape": [True]}),
    "more data than the shape says": lambda: returning(NUMBER | {"data": "00" * 10**6}),
    "data that is no hexadecimal": lambda: returning(NUMBER | {"data": "zz" * 8}),
    "a structured dtype": lambda: returning(NUMBER | {"dtype": "i4,(1000,1000)f8"}),
    "objects for numbers": lambda: returning(NUMBER | {"dtype": "|O"}),
    "a dtype of another length": lambda: returning(NUMBER | {"dtype": "<i999999999"}),
    "a number for a type": lambda: returning(NUMBER | {"type": 1}),
    "nan": lambda: json.dumps(record() | {"seed": float("nan")}),
    "a float for a seed": lambda: record() | {"seed": 7.0},
    "a truth value for a seed": lambda: record() | {"seed": True},
    "another key": lambda: record() | {"right": True},
    "a key less": lambda: {key: value for key, value in record().items() if key != "delegated"},
    "text for a list": lambda: record() | {"reads": "abc"},
    "a list for a record": lambda: "[]",
    "returned and raised": lambda: record() | {"aspects": {"value": [{"returned": NUMBER, "raised": {}}]}},
    "neither": lambda: record() | {"aspects": {"value": [{}]}},
    "code that is no word of ours": lambda: record() | {"code": ["full points"]},
    "an aspect of another exercise": lambda: record() | {"before": {"stable": []}},
    "surrogates": lambda: raising(type="\ud800"),
}


@pytest.mark.parametrize("title", MADE_UP)
def test_a_made_up_record_is_broken_and_takes_no_time(title):
    assert judged(MADE_UP[title]())[:2] == (False, "record")


def test_the_records_of_honest_answers_pass():
    answers = [
        lambda *a: 1 / 0,
        lambda *a: {"a": 1},
        lambda *a: [1.0, "text", (2, [3])],
        lambda *a: __import__("numpy").zeros(10**6),
        lambda *a: __import__("numpy").array(["text", "long text"]),
        lambda *a: __import__("numpy").datetime64("2026-01-01"),
        lambda *a: print(a),
        lambda *a: 10**30,
    ]
    for name, exercise in EXERCISES.items():
        for answer in [exercise.reference, *answers]:
            text = json.dumps(record(answer, name))
            assert read_record(text) == json.loads(text)


def test_judging_ends_in_time_whatever_the_judge_does(monkeypatch):
    def for_ever(*_, **__):
        while True:
            try:
                re.match(r"(a+)+$", "a" * 30 + "b")
            except Exception:
                pass

    monkeypatch.setattr(verdicts, "SECONDS", 0.5)
    monkeypatch.setattr(verdicts, "judge", for_ever)
    assert judged(record()).kind == "record"


def test_what_judging_remembers_does_not_grow_with_what_is_handed_in():
    process = psutil.Process()
    item = NUMBER | {"shape": [1500]}
    before = process.memory_info().rss
    for k in range(400):
        data = k.to_bytes(8, "little").hex() * 1500
        judged(returning({"type": "ndarray", "dtype": "<i8", "shape": item["shape"], "data": data}))
    assert process.memory_info().rss - before < 100 * 2**20


def test_nothing_is_remembered_of_what_memory_ran_out_for(monkeypatch):
    """Else one submission that fills the grader's memory would cost the next ones, whose records are equal."""
    check = Check("predict", ("value",), VISIBLE_SEED, False)
    text = json.dumps(gather("predict", RIGHT, {}, ["value"], VISIBLE_SEED, stand_ins=False) | {"delegated": []})

    def no_room(*arguments):
        raise MemoryError

    judge._expected.cache_clear()
    verdicts._judge_known.cache_clear()
    with monkeypatch.context() as patch:
        patch.setitem(EXERCISES, "predict", replace(EXERCISES["predict"], reference=no_room))
        verdict, _ = verdict_of([check], [text], None)
        assert (verdict.right, verdict.kind) == (False, "record")
    assert verdict_of([check], [text], None)[0].right


def refuse(*arguments):
    raise ValueError("no")


# Answers that work nothing out.
IDLE = {
    "always raises": refuse,
    "0": lambda *a: 0.0,
    "1": lambda *a: 1,
    "None": lambda *a: None,
    "inf": lambda *a: np.inf,
    "nan": lambda *a: np.nan,
    "its input": lambda *a: a[0],
    "zeros": lambda *a: np.zeros(np.shape(a[0]))[()],
    "halves": lambda *a: np.full(np.shape(a[0]), 0.5)[()],
    "a step": lambda z, *a: np.where(np.asarray(z) > 0, 1.0, 0.0)[()],
    "the size": lambda z, *a: np.abs(z),
    "right or wrong": lambda a, y, *rest: np.where(np.asarray(a) == y, 0.0, np.inf)[()],
    "no tail": lambda z, y=0, *rest: np.maximum((1 - 2 * np.asarray(y)) * z, 0.0)[()],
    "no gradient": lambda w, *a: (np.zeros(np.shape(w)), 0.0),
    "no step": lambda w, b, *a: (w, b),
    "no training": lambda loss, gradient, w, b, X, y, eta, epochs, rng: (w, b, np.zeros(epochs + 1)),
}


@pytest.mark.parametrize("name", EXERCISES)
@pytest.mark.parametrize("idle", IDLE)
@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_an_answer_that_works_nothing_out_is_right_nowhere(name, idle):
    """Whatever seed is drawn; only where a shape alone is asked for, it may have that."""
    for aspect, about in EXERCISES[name].aspects.items():
        for seed in (VISIBLE_SEED, *range(100, 106)) if not about.shape_only else ():
            made = gather(name, IDLE[idle], {}, [aspect], seed, stand_ins=False)
            faults = judge._faults(name, aspect, seed, made["aspects"][aspect])  # without the long search for a hint
            assert faults or judge._raised_always(name, aspect, made), (aspect, seed)


def test_the_table_of_a_run_is_not_flooded():
    row, notes = Row("01-sigmoid", handed_in=1, before=0), [f"the cell {k} ended the kernel" for k in range(5000)]
    row.add(SimpleNamespace(student="ada", notes=[]), {"sigmoid": Graded("", [], {}, notes, {}, 0)}, "", 0.0)
    assert len(row.notes["ada"]) < 20 and "4990 more" in row.notes["ada"][-1]


# ---------------------------------------------------------------- what a kernel wrote stays out of test cells


@pytest.mark.parametrize("ename", ["WrongAnswer", "Evil_52837_", "ValueError", "NameError"])
def test_a_test_cell_says_nothing_that_a_kernel_wrote(ename):
    from nbformat import NotebookNode

    error = NotebookNode(output_type="error", ename=ename, evalue="MARK 52837 <b>full points</b>", traceback=["MARK"])
    verdict, _ = verdict_of([CHECK], [], error)
    assert verdict.kind == "stopped" and not re.search("MARK|52837|points|Evil", verdict.message)


# ---------------------------------------------------------------- seeds


def test_a_seed_is_a_submissions_own_and_the_same_again():
    key = key_for(b"s" * 32, "ada", ASSIGNMENT)
    one = seed_of(key, "test-predict", 0, b"work")
    assert one == seed_of(key_for(b"s" * 32, "ada", ASSIGNMENT), "test-predict", 0, b"work")
    others = [
        seed_of(key_for(b"t" * 32, "ada", ASSIGNMENT), "test-predict", 0, b"work"),
        seed_of(key_for(b"s" * 32, "bob", ASSIGNMENT), "test-predict", 0, b"work"),
        seed_of(key_for(b"s" * 32, "ada", "02-losses"), "test-predict", 0, b"work"),
        seed_of(key, "test-sigmoid", 0, b"work"),
        seed_of(key, "test-predict", 1, b"work"),
        seed_of(key, "test-predict", 0, b"other work, once the seed is known"),
    ]
    assert len({one, *others}) == 7


@pytest.mark.parametrize("change", [nbformat.v4.new_raw_cell("x = 1"), nbformat.v4.new_code_cell("x = 2")])
def test_a_cell_that_runs_otherwise_draws_another_seed(change):
    """Else a second submission could tell by which cells are run what the inputs of the first one were."""
    one, other = nbformat.v4.new_code_cell("x = 1"), nbformat.v4.new_code_cell("y = 1")
    before, after = (_work_in(nbformat.v4.new_notebook(cells=cells)) for cells in ([one, other], [change, other]))
    assert before != after


def test_the_secret_is_the_owners_alone_and_stays(tmp_path):
    first = secret_of(tmp_path)
    assert stat.S_IMODE((tmp_path / SECRET).stat().st_mode) == 0o600
    assert secret_of(tmp_path) == first and len(first) == 32
    assert [path.name for path in tmp_path.iterdir()] == [SECRET]
    assert f"/{SECRET}*" in (COURSE / ".gitignore").read_text(encoding="utf-8").split()


def test_a_secret_that_others_may_read_or_have_set_is_refused(tmp_path):
    secret_of(tmp_path)
    (tmp_path / SECRET).chmod(0o644)
    with pytest.raises(ValueError, match="chmod 600"):
        secret_of(tmp_path)
    (tmp_path / SECRET).rename(tmp_path / "other")
    (tmp_path / SECRET).symlink_to("other")
    with pytest.raises(ValueError, match="cannot be read"):
        secret_of(tmp_path)
    (tmp_path / SECRET).unlink()
    (tmp_path / SECRET).write_bytes(b"short")
    (tmp_path / SECRET).chmod(0o600)
    with pytest.raises(ValueError, match="damaged"):
        secret_of(tmp_path)


# ---------------------------------------------------------------- worker processes


@pytest.fixture
def workers():
    made = Workers("grading.autograde.jobs")
    yield made
    made.close()


def test_a_worker_that_dies_costs_one_call_alone(workers):
    with pytest.raises(WorkError, match="ended"):
        workers.call(os.abort, seconds=60)
    assert workers.call(abs, -3, seconds=60) == 3


def test_a_worker_that_takes_too_long_is_ended_whatever_it_does(workers):
    with pytest.raises(WorkError, match="longer than 1 seconds"):
        workers.call(re.match, r"(a+)+$", "a" * 40 + "b", seconds=1)
    assert workers.call(abs, -3, seconds=60) == 3


def test_a_worker_has_its_share_of_memory(workers):
    with pytest.raises(MemoryError):
        workers.call(bytearray, 2**33, seconds=60)
    assert workers.call(abs, -3, seconds=60) == 3


def test_workers_start_without_nbgrader_whose_import_takes_them_half_of_their_start():
    program = "import sys, grading.autograde.jobs; sys.exit('nbgrader' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], env=environment(), timeout=60).returncode == 0


def test_workers_end_with_whom_they_work_for():
    code = (
        "import os, sys, threading, time; from grading.workers.workers import Workers; w = Workers('grading.autograde.jobs');"
        "threading.Thread(target=lambda: w.call(time.sleep, 600, seconds=600), daemon=True).start();"
        "print(w.call(os.getpid, seconds=60), flush=True); time.sleep(600)"
    )
    process = subprocess.Popen([sys.executable, "-c", code], env=environment(), stdout=subprocess.PIPE, text=True)
    process.stdout.readline()
    family = psutil.Process(process.pid).children(recursive=True)
    assert len(family) == 3  # which forks, one at work, one that is idle
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert not psutil.wait_procs(family, timeout=20)[1]


# ---------------------------------------------------------------- the cluster's address


@pytest.mark.parametrize(
    "address",
    ["tcp://10.0.0.1:8786", "10.0.0.1:8786", "ws://example.org:1", "tcp://127.0.0.1.example.org:1", "ucx://x:1"],
)
def test_another_machine_is_not_asked_without_encryption(address):
    with pytest.raises(SpreadError, match="neither encrypted nor on this machine"):
        cluster.refuse_plain(address)


@pytest.mark.parametrize("address", ["tls://10.0.0.1:8786", "tcp://127.0.0.1:1", "localhost:1", "tcp://[::1]:1"])
def test_encryption_or_this_machine_will_do(address):
    cluster.refuse_plain(address)


# ---------------------------------------------------------------- a class

HANG = "def sigmoid(z):\n    while True:\n        pass"


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    folder = tmp_path_factory.mktemp("course")
    api = open_course(folder)
    assert api.generate_assignment(ASSIGNMENT)["success"]
    for k in range(6):
        wrong = {"sigmoid": HANG} if k < 2 else {}
        notebook = fill(read(folder / "release", ASSIGNMENT), solutions(ASSIGNMENT) | wrong)
        submit(folder, f"student-{k}", ASSIGNMENT, notebook)
    return folder, api


def watched(folder, *arguments):
    """Run a command of ours; what it printed, and (command line, socket) of all that listens in its process tree."""
    command = [sys.executable, "-m", "grading", *arguments]
    process = subprocess.Popen(
        command, cwd=folder, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    listening = set()
    while process.poll() is None:
        family = [psutil.Process(process.pid), *psutil.Process(process.pid).children(recursive=True)]
        for member in family:
            try:
                found = [c for c in member.net_connections("inet") if c.status == psutil.CONN_LISTEN or not c.raddr]
                listening |= {(member.name(), str(c.laddr)) for c in found}
                inodes = {os.stat(f"/proc/{member.pid}/fd/{fd}").st_ino for fd in os.listdir(f"/proc/{member.pid}/fd")}
            except (psutil.Error, OSError):
                continue
            for line in list(open("/proc/net/unix"))[1:]:
                _, _, _, flags, _, _, inode, *path = line.split()
                if int(inode) in inodes and int(flags, 16) & 0x10000:  # it accepts connections
                    listening.add((member.name(), *path))
        time.sleep(0.05)
    return process.communicate()[0], listening


def test_nothing_listens_and_who_stalls_comes_last(course):
    folder, api = course
    printed, listening = watched(folder, ASSIGNMENT, "--Execute.notebook_timeout=20", "--Execute.timeout=20")
    assert not listening
    assert "2 took longer than 15 seconds" in printed and "student-0 (01-sigmoid)" in printed
    found = scores(api, ASSIGNMENT)
    for student in ("student-2", "student-5"):
        assert all(got == most for name, (got, most) in found[student].items() if name.startswith("test-"))
    when = {path.parent.name: path.stat().st_mtime for path in (folder / "autograded").glob(f"*/{ASSIGNMENT}")}
    assert max(when[f"student-{k}"] for k in range(2, 6)) < min(when["student-0"], when["student-1"])
    printed, listening = watched(folder, "feedback", ASSIGNMENT)
    assert "Feedback made for 6" in printed and not listening


def test_a_class_is_graded_the_same_again(course):
    folder, api = course
    before = scores(api, ASSIGNMENT)
    again = "--Execute.notebook_timeout=20", "--force", "--student=student-2"
    assert grade(folder, ASSIGNMENT, *again).returncode == 0
    assert scores(api, ASSIGNMENT) == before
    assert not list(itertools.chain(folder.glob("release/**/.seed*"), folder.glob("autograded/**/.seed*")))
