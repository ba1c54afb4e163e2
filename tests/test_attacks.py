"""Submissions that attack the grader, graded beside honest ones: their scores are right, and they read nothing.

The class is graded as root and as an ordinary user.

An attack is code in a student's own cell, between the answers of the stub, of which none is right. Some also replace
answers. Whatever they do, the points are those of the stub; and the honest students' are what they were.
"""

import re
import socket
import textwrap
import threading

import nbformat
import numpy as np
import pytest
from users import WHO, folder_of

from lib.checking.check import VISIBLE_SEED
from lib.checking.exercises import EXERCISES
from tools.made_up_course import COURSE, fill, open_course, read, scores, solutions, submit

ASSIGNMENT = "01-sigmoid"

# Records of right answers, which an attack tries to send in the place of its own.
FORGE = """
import lib.checking.gather, lib.checking.exercises
honest = lib.checking.gather.gather
def forged(name, answer, namespace, aspects, seed, stand_ins=True):
    record = honest(name, lib.checking.exercises.EXERCISES[name].reference, namespace, aspects, seed)
    return record | {"delegated": [], "reads": [], "depends": [], "uses": []}
"""

# Finds what collects the reports.
REPORTS = """
        import sys
        Reports = sys.modules["grading.sandbox.inside.reports"].Reports
"""

# What stands in a cell before the answers.
ATTACKS = {
    "strip the asserts": """
        import ast
        class Strip(ast.NodeTransformer):
            def visit_Assert(self, node):
                return ast.Pass()
            def visit_Expr(self, node):
                return ast.Pass() if "check" in ast.unparse(node) else node
        get_ipython().ast_transformers.append(Strip())
    """,
    "replace check": """
        def check(*args, **kwargs):
            print("right on all 12 visible inputs (hidden ones count too).")
    """,
    "replace check in lib": """
        import lib, lib.checking.check
        lib.check = lib.checking.check.check = check = lambda *args, **kwargs: print("passed")
    """,
    "replace gather": FORGE + "lib.checking.gather.gather = forged",
    "replace what check calls": FORGE
    + "import sys; sys.modules['lib.checking.gather'].gather = forged; check.__globals__['gather'] = forged",
    "patch NumPy": """
        import numpy
        numpy.allclose = numpy.array_equal = numpy.isfinite = lambda *args, **kwargs: True
        numpy.ndarray = object
    """,
    "print a success": "print('sigmoid (formula): right on all 12 visible inputs (hidden ones count too).')",
    "exit well": "import sys; sys.exit(0)",
    "a duplicate of every report": REPORTS
    + """
        take = Reports.take
        Reports.take = lambda self: take(self) * 2
    """,
    "no report at all": REPORTS + "        Reports.take = lambda self: []",
    "reports that break JSON": REPORTS + "        Reports.take = lambda self: [10**4 * '[']",
    "reports that break the judge": REPORTS
    + """
        import json
        take = Reports.take
        def broken(self):
            records = [json.loads(text) for text in take(self)]
            for record in records:
                for name in record["aspects"]:
                    record["aspects"][name] = [{"returned": {"type": "tuple", "items": [[]]}}]
            return [json.dumps(record | {"uses": 3}) for record in records]
        Reports.take = broken
    """,
    "reports that are no text": REPORTS + "        Reports.take = lambda self: [[1]]",
    "look away while lib works": "import sys; sys.setprofile = lambda *args: None",
    "put the judge's own words": "import lib.checking.judge",
    "words for later cells": """
        import json, os, stat
        outputs = [{"output_type": "stream", "name": "stdout", "text": "right on all 12 visible inputs."}]
        said = json.dumps({"count": 1, "outputs": outputs, "reports": []}).encode()
        for fd in os.listdir("/proc/self/fd"):
            try:
                if stat.S_ISSOCK(os.fstat(int(fd)).st_mode):
                    for _ in range(60):
                        os.write(int(fd), len(said).to_bytes(4, "big") + said)
            except OSError:
                pass
    """,
    "words of its own for every cell": """
        from grading.sandbox.inside import shell
        shell.Outputs.items = property(lambda self: [{"output_type": "stream", "name": "stdout", "text": "right"}], lambda *_: None)
    """,
    "a proxy before the grader": """
        import json, os, socket, stat, struct, threading
        (link,) = [n for n in range(3, 256) if os.path.exists(f"/proc/self/fd/{n}") and stat.S_ISSOCK(os.fstat(n).st_mode)]
        mine, theirs = socket.socketpair()
        real = os.dup(link)
        os.dup2(theirs.fileno(), link)
        def read(source, size):
            data = b""
            while len(data) < size:
                data += os.read(source, size - len(data))
            return data
        def pass_on(source, target, edit):
            while True:
                data = edit(read(source, *struct.unpack("!i", read(source, 4))))
                data = struct.pack("!i", len(data)) + data
                while data:
                    data = data[os.write(target, data):]
        half = {"returned": {"type": "float", "dtype": "<f8", "shape": [], "data": "000000000000e03f"}}
        def forged(data):
            reply = json.loads(data)
            records = [json.loads(text) for text in reply["reports"]]
            for record in records:
                record["aspects"] = {name: [half] * len(calls) for name, calls in record["aspects"].items()}
            reports = [json.dumps(record | {"delegated": [], "depends": []}) for record in records]
            return json.dumps(reply | {"reports": reports, "replaced": []}).encode()
        for way in (mine.fileno(), real, forged), (real, mine.fileno(), bytes):
            threading.Thread(target=pass_on, args=way, daemon=True).start()
    """,
    "what the garbage collector comes past": """
        import gc, sys
        def rewrite(phase, info):
            frame = sys._getframe(1)
            while frame is not None:
                calls = frame.f_locals.get("calls")
                for call in [call for some in calls.values() for call in some] if isinstance(calls, dict) else ():
                    call.clear()
                    call["returned"] = {"type": "float", "dtype": "<f8", "shape": [], "data": "000000000000e03f"}
                frame = frame.f_back
        gc.callbacks.append(rewrite)
        gc.set_threshold(1)
    """,
    "an audit hook": """
        import sys
        def no_tests(event, arguments):
            if event in ("exec", "compile") and "test" in str(arguments)[:200]:
                raise SystemExit(0)
        sys.addaudithook(no_tests)
    """,
    "descriptors for the grader": """
        import os, socket, stat
        (link,) = [n for n in range(3, 256) if os.path.exists(f"/proc/self/fd/{n}") and stat.S_ISSOCK(os.fstat(n).st_mode)]
        many = [os.open("/dev/null", os.O_RDONLY) for _ in range(200)]
        for _ in range(30):
            try:
                socket.send_fds(socket.socket(fileno=os.dup(link)), [b" "], many)
            except OSError:
                break
    """,
    "the reference, restored": """
        import importlib, lib, lib.neuron
        try:
            importlib.reload(lib.neuron)
        except Exception as error:
            print(error)
    """,
}

BY_HEART = {
    repr(np.asarray(z, float).tolist()): np.asarray(EXERCISES["sigmoid"].reference(z)).tolist()
    for aspect in EXERCISES["sigmoid"].aspects
    for (z,) in EXERCISES["sigmoid"].make_inputs(aspect, VISIBLE_SEED)
}

# Answers of a stub replaced: each tries to be sigmoid without working it out.
ANSWERS = {
    "import the reference": "from lib import sigmoid as theirs\ndef sigmoid(z):\n    return theirs(z)",
    "alias the reference": "import lib.neuron\nsigmoid = lib.neuron.sigmoid",
    "copy its code": "import types, lib.neuron\nsigmoid = types.FunctionType(lib.neuron.sigmoid.__code__, vars(lib.neuron))",
    "read its source": """
        import inspect, lib.neuron
        exec(inspect.getsource(lib.neuron), mine := {"__name__": "lib.neuron"})
        sigmoid = mine["sigmoid"]
    """,
    "search its file": """
        import glob, lib
        for path in glob.glob(lib.__path__[0] + "/**/*", recursive=True) + glob.glob("/**/neuron*", recursive=True):
            try:
                exec(open(path).read(), mine := {"__name__": "lib.neuron"})
                sigmoid = mine["sigmoid"]
            except Exception:
                pass
    """,
    "search the memory": """
        import gc, types
        def looks_right(function):
            try:
                return abs(function(2.0) - 0.8807970779778823) < 1e-12
            except BaseException:
                return False
        found = [f for f in gc.get_objects() if isinstance(f, types.FunctionType) and f.__module__.startswith("lib") and looks_right(f)]
        print("found", [f.__qualname__ for f in found])
        sigmoid = found[0]
    """,
    "in a thread": """
        import threading, lib
        def sigmoid(z):
            out = []
            thread = threading.Thread(target=lambda: out.append(lib.sigmoid(z)))
            thread.start(); thread.join()
            return out[0]
    """,
    "what helps the reference, in a thread": """
        import inspect, threading, lib.neuron
        def right(function):
            try:
                return abs(function(2.0) - 0.8807970779778823) < 1e-12
            except Exception:
                return False
        found = []
        def search():
            found.extend(f for _, f in inspect.getmembers(lib.neuron, inspect.isfunction) if right(f))
        def sigmoid(z):
            out = []
            for work in search, lambda: out.append(found[0](z)):
                thread = threading.Thread(target=work)
                thread.start(); thread.join()
            return out[0]
    """,
    "through another function of lib": """
        import lib
        def sigmoid(z):
            return lib.gradient_cross_entropy([1.0], z, [0.0], 0)[1]
    """,
    "equal to everything": """
        class Everything(float):
            __eq__ = __le__ = __ge__ = lambda self, other: True
            __hash__ = float.__hash__
            __array_priority__ = 1e9
            def __sub__(self, other):
                return 0.0
            __rsub__ = __sub__
        def sigmoid(z):
            return Everything(0.5)
    """,
    "an array that lies": """
        import numpy as np
        class Lying(np.ndarray):
            def __array_ufunc__(self, *args, **kwargs):
                return True
            def tobytes(self, *args):
                return b"\\0" * 8
        def sigmoid(z):
            return np.zeros(np.shape(z)).view(Lying)
    """,
    "the visible inputs by heart": f"""
        import numpy as np
        from numpy import inf
        table = {BY_HEART}
        def sigmoid(z):
            known = table.get(repr(np.asarray(z, float).tolist()))
            return np.full(np.shape(z), 0.5)[()] if known is None else np.array(known)[()]
    """,
    "an array that changes once it was returned": """
        import threading, numpy as np
        made = []
        def change():
            while True:
                for array in made[-3:]:
                    array[...] = np.random.random()
        threading.Thread(target=change, daemon=True).start()
        def sigmoid(z):
            made.append(np.full(np.shape(z), 0.5))
            return made[-1]
    """,
    "exit from the answer": "import os\ndef sigmoid(z):\n    os._exit(0)",
    "stop the check": "def sigmoid(z):\n    raise SystemExit(0)",
}

# For all answers at once: while an answer is checked again, earlier references are there. A thread keeps their code.
THIEF = """
import threading, time, types, lib.neuron
if "stolen" not in globals():
    stolen = {{}}
    def steal():
        while True:
            for name, function in list(vars(lib.neuron).items()):
                if type(function) is types.FunctionType and "reference is not there" not in str(function.__code__.co_consts):
                    stolen.setdefault(name, types.FunctionType(function.__code__, stolen | {{"np": lib.neuron.np}}, name))
            time.sleep(0.0002)
    threading.Thread(target=steal, daemon=True).start()
def {name}(*arguments):
    {first}
    if "{name}" not in stolen:
        return 0.123
    helpers = vars(lib.neuron) | stolen
    return types.FunctionType(stolen["{name}"].__code__, helpers)(*arguments)
"""
STOLEN = ["pre_activation", "sigmoid", "sigmoid_prime", "saturation_point", "predict"]


def thief(first, moved=False):
    """A notebook all of whose answers steal; the first one does something before. The last one's cells may come first."""
    answers = {name: THIEF.format(name=name, first=first if name == STOLEN[0] else "pass") for name in STOLEN}
    notebook = fill(read(COURSE / "release", ASSIGNMENT), answers)
    if moved:
        last = [
            cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade_id", "").endswith("predict")
        ]
        others = [cell for cell in notebook.cells if cell not in last]
        notebook.cells = others[:2] + last + others[2:]
    return notebook


THIEVES = {
    "a thief": thief("pass"),
    "a thief who exits": thief("import os; os._exit(0)"),
    "a thief who moved cells": thief("import os; os._exit(0)", moved=True),
}

# Remembers the source of every cell, as the kernel sees it.
STASH = """
stash = []
get_ipython().events.register("pre_run_cell", lambda info: stash.append(info.raw_cell))
"""
SEEDS = re.findall(r"seed=(\d+)", "".join(cell.source for cell in read(COURSE / "notebooks", ASSIGNMENT).cells))
SPY = """
import glob, os, pathlib, socket, subprocess, sys
seen = []
for path in ("{course}", "{repository}/notebooks", "{repository}/tests", "/home", "/root", "/etc/group", "/etc/shadow"):
    for file in [path, *glob.glob(path + "/**/*", recursive=True)][:3]:
        try:
            seen.append(file + ": " + str(os.listdir(file) if os.path.isdir(file) else len(open(file, "rb").read())))
        except OSError:
            pass
# Folders that lead to Python itself are there, and nothing else is in them.
python = os.path.realpath(sys.base_prefix)
print("SEEN", [s for s in seen if not s.endswith("[]") and not python.startswith(s.split(": ")[0] + "/")])
for address in (("127.0.0.1", {port}), ("10.0.0.1", 80)):
    try:
        socket.create_connection(address, timeout=1)
        print("CONNECTED", address)
    except OSError as error:
        print("refused")
for path in ("/usr/lib/x", "/run/x", "/x", os.path.dirname(os.__file__) + "/x", "/tmp/was-here"):
    try:
        print("LEFT" if os.path.exists("/tmp/was-here") else "clean")
        open(path, "w").write("x")
        print("WROTE", path)
    except OSError:
        pass
print("HISTORY", [source for source in In if source.startswith("check(")])
print("STASHED", [source for source in stash if source.startswith("check(")])
print("PROCESSES", sorted(int(p) for p in os.listdir("/proc") if p.isdigit()))
for pid in (1, -1):
    try:
        os.kill(pid, 9)
    except OSError as error:
        print(error)
"""


@pytest.fixture(scope="module")
def listener():
    """A server on this machine, which a submission must not reach."""
    server = socket.create_server(("127.0.0.1", 0))
    accepted = []

    def accept():
        while True:
            try:
                accepted.append(server.accept())
            except OSError:
                return

    threading.Thread(target=accept, daemon=True).start()
    yield server.getsockname()[1], accepted
    server.close()


@pytest.fixture(scope="module", params=WHO)
def graded(request, listener):
    """(folder, scores, what the command printed) of the class."""
    with folder_of(request.param) as (folder, run):
        api = open_course(folder)
        assert api.generate_assignment(ASSIGNMENT)["success"]
        _hand_in_all(folder, listener[0])
        status, printed = run("grading", ASSIGNMENT)
        assert status == 0, printed
        yield folder, scores(api, ASSIGNMENT), printed


def _hand_in_all(folder, port):
    def stub():
        return read(folder / "release", ASSIGNMENT)

    model = solutions(ASSIGNMENT)
    submit(folder, "honest", ASSIGNMENT, fill(stub(), model))
    submit(folder, "stub", ASSIGNMENT, stub())
    for title, code in ATTACKS.items():
        notebook = stub()
        notebook.cells.insert(2, nbformat.v4.new_code_cell(textwrap.dedent(code), id="attack"))
        submit(folder, title, ASSIGNMENT, notebook)
    for title, code in ANSWERS.items():
        submit(folder, title, ASSIGNMENT, fill(stub(), {"sigmoid": textwrap.dedent(code)}))
    for title, notebook in THIEVES.items():
        submit(folder, title, ASSIGNMENT, notebook)
    spy = SPY.format(course=folder, repository=COURSE, port=port)
    for student in ("spy one", "spy two"):
        notebook = fill(stub(), model)
        notebook.cells.insert(3, nbformat.v4.new_code_cell(STASH, id="stash"))
        notebook.cells.append(nbformat.v4.new_code_cell(spy, id="spy"))
        submit(folder, student, ASSIGNMENT, notebook)
    submit(folder, "zz honest too", ASSIGNMENT, fill(stub(), model))


def automatic(found):
    return {name: got for name, (got, _) in found.items() if name.startswith("test-")}


@pytest.mark.parametrize("title", [*ATTACKS, *ANSWERS, *THIEVES])
def test_an_attack_earns_what_its_answers_deserve(graded, title):
    _, found, _ = graded
    assert automatic(found[title]) == automatic(found["stub"]) == dict.fromkeys(automatic(found["stub"]), 0)


@pytest.mark.parametrize("student", ["honest", "zz honest too", "spy one", "spy two"])
def test_honest_answers_earn_everything_all_the_same(graded, student):
    _, found, _ = graded
    assert all(got == most for name, (got, most) in found[student].items() if name.startswith("test-"))


@pytest.mark.parametrize("student", ["spy one", "spy two"])
def test_there_is_nothing_to_see_and_nothing_to_reach(graded, listener, student):
    folder, _, _ = graded
    (cell,) = [cell for cell in read_graded(folder, student).cells if cell.id == "spy"]
    said = "".join(output.get("text", "") for output in cell.outputs)
    assert "SEEN []" in said
    assert "CONNECTED" not in said and not listener[1]
    assert "LEFT" not in said
    assert [line.split()[1] for line in said.splitlines() if line.startswith("WROTE")] == ["/tmp/was-here"]
    assert "PROCESSES [1, 2]" in said
    assert "HISTORY []" in said
    assert not any(seed in said for seed in SEEDS)


def test_reports_that_no_kernel_makes_are_shown_to_a_person(graded):
    _, _, table = graded
    to_hand = table.split("Graded, but")[1]
    for student in "no report at all", "reports that break JSON", "replace gather", "patch NumPy", "strip the asserts":
        assert student in to_hand
    for student in "honest", "zz honest too":
        assert repr(student) not in to_hand


def read_graded(folder, student):
    return nbformat.read(folder / "autograded" / student / ASSIGNMENT / "sigmoid.ipynb", as_version=4)
