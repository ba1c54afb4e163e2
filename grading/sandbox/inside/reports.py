"""Inside the sandbox: check() as it is while a class is graded. It reports what answers do; the judge is outside."""

import contextlib
import json
import marshal
import pkgutil
import sys
import types
from collections.abc import Callable, Iterator

from IPython.core.interactiveshell import InteractiveShell

from lib.checking.check import WrongAnswer, record_of


class Reports:
    """The reports of a cell's checks, which travel apart from what the cell shows."""

    def __init__(self):
        self.stand_ins = False  # whether earlier answers of the notebook are replaced by the course's
        self._texts: list[str] = []

    def check(self, answer: Callable, aspect: str | None = None, seed: int | None = None) -> None:
        """Record what an answer does, as data; the arguments are those of `lib.check`.

        Raises
        ------
        WrongAnswer
            If it is no answer to an exercise, or was interrupted.
        """
        record = record_of(answer, sys._getframe(1).f_globals, aspect, seed, self.stand_ins)
        self._texts.append(json.dumps(record))
        calls = [call for calls in record["aspects"].values() for call in calls]
        if any(call.get("raised", {}).get("type") == "KeyboardInterrupt" for call in calls):
            raise WrongAnswer(f"{record['exercise']}: interrupted.")

    def take(self) -> list[str]:
        """The reports since they were last taken."""
        taken, self._texts = self._texts, []
        return taken


# By these modules a report is made; of the second group also their classes.
FUNCTIONS = {"builtins", "numpy", "json", "contextlib", "functools", "inspect", "linecache", "marshal"}
FUNCTIONS |= {"lib", "lib.neuron", "lib.sgd", "lib.lockstep"}
CLASSES = {f"lib.checking.{name}" for name in ("check", "gather", "exercises", "namespace", "code_facts")}
CLASSES |= {f"grading.sandbox.inside.{name}" for name in ("reports", "shell")}
CLASSES |= {"json.encoder", "warnings", "multiprocessing.connection"}


class Watch:
    """Notices what a submission replaces of that by which reports are made; an honest one has no reason to.

    In its own process a submission can do anything, and so also what is not noticed here.

    Parameters
    ----------
    shell : IPython.core.interactiveshell.InteractiveShell
    """

    def __init__(self, shell: InteractiveShell):
        self._shell = shell
        self._known: list[tuple] = []
        for module in [sys.modules[name] for name in sorted(FUNCTIONS | CLASSES)]:
            self._look_at(module.__name__, vars(module))
            for kind in list(vars(module).values()) if module.__name__ in CLASSES else ():
                if isinstance(kind, type) and kind.__module__ == module.__name__:
                    self._look_at(f"{module.__name__}.{kind.__name__}", vars(kind))

    def _look_at(self, where, names):
        self._known += [(where, names, name, value, _parts(value)) for name, value in names.items() if callable(value)]

    def replaced(self) -> list[str]:
        """Names of what is no longer what it was, sorted."""
        found = set()
        for where, names, name, value, parts in self._known:
            if names.get(name) is not value or parts and any(a is not b for a, b in zip(parts, _parts(value))):
                found.add(f"{where}.{name}")
        if sys.gettrace() is not None:
            found.add("sys.settrace")
        if sys.getprofile() is not None:
            found.add("sys.setprofile")
        if self._shell.ast_transformers:
            found.add("get_ipython.ast_transformers")
        return sorted(found)


def _parts(value):
    """What of a function can be replaced while it stays the same object."""
    return (value.__code__, value.__defaults__, value.__kwdefaults__) if type(value) is types.FunctionType else ()


@contextlib.contextmanager
def with_references(reports: Reports, references: dict[str, str]) -> Iterator[None]:
    """Give functions of the course back what they do, and have checks put them in place of the notebook's answers.

    Parameters
    ----------
    reports : Reports
    references : dict
        See `grading.autograde.references.codes_of`.
    """
    functions = {name: pkgutil.resolve_name(name) for name in references}
    kept = {name: function.__code__ for name, function in functions.items()}
    for name, code in references.items():
        functions[name].__code__ = marshal.loads(bytes.fromhex(code))
    reports.stand_ins = bool(references)
    try:
        yield
    finally:
        reports.stand_ins = False
        for name, code in kept.items():
            functions[name].__code__ = code
