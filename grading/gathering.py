"""Inside the sandbox: check() as it is while a class is graded. It reports what answers do; the judge is outside."""

import contextlib
import json
import marshal
import pkgutil
import sys

from lib.checks import VISIBLE_SEED, WrongAnswer, aspects_of, exercise_of
from lib.gather import gather


class Reports:
    """The reports of a cell's checks, which travel apart from what the cell shows."""

    def __init__(self):
        self.stand_ins = False  # whether earlier answers of the notebook are replaced by the course's
        self._texts = []

    def check(self, answer, aspect=None, seed=None):
        """Record what an answer does, as data; the arguments are those of `lib.check`.

        Raises
        ------
        WrongAnswer
            If it is no answer to an exercise, or was interrupted.
        """
        namespace = sys._getframe(1).f_globals
        try:
            name = exercise_of(answer, namespace)
            aspects = aspects_of(name, aspect)
        except ValueError as error:
            raise WrongAnswer(str(error)) from None
        record = gather(name, answer, namespace, aspects, VISIBLE_SEED if seed is None else seed, self.stand_ins)
        self._texts.append(json.dumps(record))
        calls = [call for calls in record["aspects"].values() for call in calls]
        if any(call.get("raised", {}).get("type") == "KeyboardInterrupt" for call in calls):
            raise WrongAnswer(f"{name}: interrupted.")

    def take(self):
        """The reports since they were last taken."""
        taken, self._texts = self._texts, []
        return taken


@contextlib.contextmanager
def lent(reports, references):
    """Give functions of the course back what they do, and have checks put them in place of the notebook's answers.

    Parameters
    ----------
    reports : Reports
    references : dict
        See `grading.references.codes_of`.
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
