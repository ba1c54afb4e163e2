"""The second table: answers in `tests/unseen` that were written before looking at what the check says of them.

An answer is ``# wrong: SLUG`` or ``# right: SLUG``, a line ``# did:`` with what the student really did, and the source.
Beside a wrong one stand ``# said:``, the hint as it was when a person read it, and ``# true:`` with the judgement of
that reading: yes, no, or unread. ``# also:`` is what it says with another NumPy, where that differs, and was read too.
``python tests/unseen_table.py`` writes down the hints of today; where one has changed
it sets ``unread``: read it, and write yes or no by hand.
"""

import contextlib
import io
import json
import re
from pathlib import Path
from typing import NamedTuple

from answer_table import Answer, run
from lib.checking.check import VISIBLE_SEED
from lib.checking.exercises import EXERCISES
from lib.checking.gather import gather
from lib.checking.judge import judge

FOLDER = Path(__file__).parent / "unseen"
SEPARATOR = "# ----\n"


class Unseen(NamedTuple):
    exercise: str
    right: bool
    slug: str
    did: str
    said: str
    also: str
    true: str
    source: str

    def __str__(self):
        return f"{self.exercise}: {self.slug}"


def read(path):
    """The answers of one file."""
    return [_read_one(path.stem, block) for block in path.read_text(encoding="utf-8").split(SEPARATOR) if block.strip()]


def _read_one(exercise, block):
    lines, about = block.strip().splitlines(), {}
    while lines and (match := re.match(r"# (wrong|right|did|said|also|true): ?(.*)", lines[0])):
        about[match[1]] = match[2]
        lines.pop(0)
    slug = about.get("wrong") or about.get("right")
    source = "\n".join(lines).strip() + "\n"
    read = [about.get(part, "") for part in ("said", "also", "true")]
    return Unseen(exercise, "right" in about, slug, about["did"], *read, source)


def unseen():
    """All answers of the table."""
    return [answer for path in sorted(FOLDER.glob("*.py")) for answer in read(path)]


def records_of(answer):
    """The records of its test cells, one an aspect, through JSON."""
    with contextlib.redirect_stdout(io.StringIO()):
        namespace = run(Answer(answer.exercise, answer.right, answer.slug, "", answer.source))
    function = namespace[answer.exercise]
    for aspect in EXERCISES[answer.exercise].aspects:
        record = gather(answer.exercise, function, namespace, [aspect], VISIBLE_SEED)
        yield json.loads(json.dumps(record))


def first_fault(records):
    """The verdict of the first test cell that fails, or of the last."""
    for record in records:
        verdict = judge(record)
        if not verdict.right:
            break
    return verdict


def hint_of(verdict):
    """As it is written down: on one line."""
    return " ".join(verdict.named.split())


def _written(answer):
    kind = "right" if answer.right else "wrong"
    lines = [f"# {kind}: {answer.slug}", f"# did: {answer.did}"]
    if not answer.right:
        lines += [f"# said: {answer.said}", *[f"# also: {answer.also}"] * bool(answer.also), f"# true: {answer.true}"]
    return "\n".join([*lines, answer.source])


def update():
    """Write down what the check says today."""
    for path in sorted(FOLDER.glob("*.py")):
        answers = []
        for answer in read(path):
            if not answer.right:
                said = hint_of(first_fault(records_of(answer)))
                if said not in (answer.said, answer.also):
                    answer = answer._replace(said=said, true="unread")
            answers.append(answer)
        path.write_text(("\n" + SEPARATOR + "\n").join(map(_written, answers)), encoding="utf-8")


if __name__ == "__main__":
    update()
