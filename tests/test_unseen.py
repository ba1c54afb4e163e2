"""Answers for which no entry was written (`tests/unseen`), and how often answers are named without their own entry."""

import json
import re

import pytest

import lib.checking.judge
from answer_table import answers, run
from lib.checking.check import VISIBLE_SEED
from lib.checking.exercises import EXERCISES
from lib.checking.gather import gather
from lib.checking.judge import judge
from lib.checking.mistakes import SYMPTOMS
from unseen_table import first_fault, hint_of, records_of, unseen

TABLE = unseen()


@pytest.fixture(scope="module")
def judged():
    """Each answer with its records and the verdict of its first cell that fails."""
    found = []
    for answer in TABLE:
        records = list(records_of(answer))
        found.append((answer, records, first_fault(records)))
    return found


def test_scores(judged, record_property):
    """For the line that is printed at the end; false names are judged by reading, see `unseen_table`."""
    wrong = [(answer, verdict) for answer, _, verdict in judged if not answer.right]
    refused = sum(answer.right and not verdict.right for answer, _, verdict in judged)
    caught = sum(not verdict.right for _, verdict in wrong)
    false = sum(answer.true == "no" for answer, _ in wrong)
    named = sum(bool(verdict.named) for _, verdict in wrong) - false
    line = (
        f"unseen answers: {caught} of {len(wrong)} mistakes caught, {named} rightly named ({named / len(wrong):.1%}), "
    )
    line += f"{false} told something false ({false / len(wrong):.1%}), "
    record_property("score", line + f"{refused} of {len(judged) - len(wrong)} right answers refused")
    assert len(wrong) > 250


def test_no_wrong_answer_passes(judged):
    assert [str(answer) for answer, _, verdict in judged if verdict.right and not answer.right] == []


def test_no_right_answer_is_refused(judged):
    assert [(str(a), verdict.message) for a, _, verdict in judged if a.right and not verdict.right] == []


def test_every_hint_has_been_read(judged):
    """A hint that has changed must be read again: run `python tests/unseen_table.py`, then judge what is unread."""
    changed = [str(a) for a, _, verdict in judged if not a.right and hint_of(verdict) not in (a.said, a.also)]
    assert not changed, changed
    assert [str(a) for a in TABLE if not a.right and a.true not in ("yes", "no")] == []


def test_few_hints_are_false():
    wrong = [answer for answer in TABLE if not answer.right]
    false = [str(answer) for answer in wrong if answer.true == "no"]
    assert len(false) <= 0.01 * len(wrong), false


def _without(monkeypatch, exercise, hint):
    """Take out the entries, slips and symptoms that say ``hint``; False if a pattern said it."""
    says = lambda entry: hint.startswith(entry.hint.rstrip("?"))  # noqa: E731
    one, two = lib.checking.judge._mistakes(exercise)
    kept = [m for m in one if not says(m)], [m for m in two if not says(m)]
    symptoms = [symptom for symptom in SYMPTOMS if not says(symptom)]
    if (len(kept[0]), len(kept[1]), len(symptoms)) == (len(one), len(two), len(SYMPTOMS)):
        return False
    monkeypatch.setattr(lib.checking.judge, "_mistakes", lambda name: kept)
    monkeypatch.setattr(lib.checking.judge, "SYMPTOMS", symptoms)
    return True


def test_the_table_reaches_beyond_itself(record_property):
    """With the entry that names it taken out, a wrong answer of `tests/answers` is still rightly named."""
    tried = still = 0
    for answer in answers():
        if answer.right:
            continue
        namespace = run(answer)
        aspects = list(EXERCISES[answer.exercise].aspects)
        record = json.loads(
            json.dumps(gather(answer.exercise, namespace[answer.exercise], namespace, aspects, VISIBLE_SEED))
        )
        hint = hint_of(judge(record))
        with pytest.MonkeyPatch.context() as monkeypatch:
            if not _without(monkeypatch, answer.exercise, hint):
                continue
            tried += 1
            verdict = judge(record)
            still += bool(verdict.named) and bool(re.search(answer.named, verdict.message, re.I | re.S))
    record_property(
        "score", f"without the entry that names it: {still} of {tried} still rightly named ({still / tried:.1%})"
    )
    assert still >= 0.9 * tried
