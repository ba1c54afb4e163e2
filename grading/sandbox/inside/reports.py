"""Inside the sandbox: the check() of grading. It records what an answer does, and does not judge: the grader does."""

import contextlib
import functools
import json
import marshal
import pkgutil
import sys
import types
from collections.abc import Callable, Iterator

import numpy
from IPython.core.interactiveshell import InteractiveShell

from lib.checking.check import WrongAnswer, is_interrupted, record_of


class Reports:
    """Collects the records of a cell's checks. They are sent beside the outputs of the cell, not as a part of them."""

    def __init__(self):
        self.stand_ins = False  # whether earlier answers of the notebook are replaced by the course's
        self._texts: list[str] = []

    def check(self, answer: Callable, aspect: str | None = None, seed: int | None = None) -> None:
        """Record what an answer does; the arguments are those of `lib.check`.

        Raises
        ------
        WrongAnswer
            If ``answer`` is not a function for an exercise, or was interrupted.
        """
        record = record_of(answer, sys._getframe(1).f_globals, aspect, seed, self.stand_ins)
        self._texts.append(json.dumps(record))
        if is_interrupted(record):
            raise WrongAnswer(f"{record['exercise']}: interrupted.")

    def take(self) -> list[str]:
        """Return the reports since the last call."""
        taken, self._texts = self._texts, []
        return taken


# The modules whose functions make a report. Of CLASSES, the methods of their classes are watched as well.
FUNCTIONS = {"builtins", "numpy", "json", "contextlib", "functools", "inspect", "linecache", "marshal"}
FUNCTIONS |= {"lib", "lib.neuron", "lib.sgd", "lib.lockstep"}
CLASSES = {f"lib.checking.{name}" for name in ("check", "gather", "exercises", "namespace", "code_facts")}
CLASSES |= {f"grading.sandbox.inside.{name}" for name in ("reports", "shell")}
CLASSES |= {"json.encoder", "warnings", "multiprocessing.connection"}
CACHED = type(functools.lru_cache(len))  # of what functools.lru_cache returns


class Watch:
    """Notices whether a submission replaced functions that make reports, which an honest one has no reason to do.

    A submission can do anything in its own process, so it can also do this without being noticed.

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
        self._look_at("numpy.errstate", vars(numpy.errstate))

    def _look_at(self, where, names):
        for name, value in names.items():
            if callable(value):
                function = value.__wrapped__ if type(value) is CACHED else value
                parts = _parts(function) if type(function) is types.FunctionType else None
                self._known.append((where, names, name, value, function, parts))

    def replaced(self) -> list[str]:
        """Names of functions that were replaced or changed since the start, and of hooks that are set; sorted."""
        found = set()
        for where, names, name, value, function, parts in self._known:
            if names.get(name) is not value or parts is not None and not _same(parts, _parts(function)):
                found.add(f"{where}.{name}")
        if sys.gettrace() is not None:
            found.add("sys.settrace")
        if sys.getprofile() is not None:
            found.add("sys.setprofile")
        if self._shell.ast_transformers:
            found.add("get_ipython.ast_transformers")
        return sorted(found)


def _parts(function):
    """The attributes of a function that change what it does without making it another object."""
    return function.__code__, function.__defaults__, function.__kwdefaults__


def _same(parts, others):
    """Whether they are the same objects. It is asked for hundreds of functions before each test, so it has no loop."""
    return parts[0] is others[0] and parts[1] is others[1] and parts[2] is others[2]


@contextlib.contextmanager
def with_references(reports: Reports, references: dict[str, str]) -> Iterator[None]:
    """In the block, references have their code back, and checks replace the notebook's earlier answers by them.

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
