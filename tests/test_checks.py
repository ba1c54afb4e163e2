"""check() alone, on the table of answers: wrong ones are caught and named, right ones pass."""

import json
import re

import pytest

from answer_table import answers, run
from lib.checking.check import VISIBLE_SEED
from lib.checking.exercises import EXERCISES
from lib.checking.gather import gather
from lib.checking.judge import judge

TABLE = answers()


@pytest.fixture(scope="module")
def verdicts():
    """Every answer with its verdict on all aspects, visible inputs; the record has been through JSON."""
    return [(answer, _judge(answer)) for answer in TABLE]


def _judge(answer):
    namespace = run(answer)
    aspects = list(EXERCISES[answer.exercise].aspects)
    record = gather(answer.exercise, namespace[answer.exercise], namespace, aspects, VISIBLE_SEED)
    return judge(json.loads(json.dumps(record)))


def _is_named(answer, verdict):
    return bool(verdict.named) and bool(re.search(answer.named, verdict.message, re.I | re.S))


def test_scores(verdicts, record_property):
    """For the line that is printed at the end."""
    wrong = [(answer, verdict) for answer, verdict in verdicts if not answer.right]
    right = [verdict for answer, verdict in verdicts if answer.right]
    caught = sum(not verdict.right for _, verdict in wrong)
    named = sum(_is_named(answer, verdict) for answer, verdict in wrong)
    refused = sum(not verdict.right for verdict in right)
    line = f"visible check: {caught} of {len(wrong)} mistakes caught, {named} named ({named / len(wrong):.1%}), "
    record_property("score", line + f"{refused} of {len(right)} right answers refused")
    assert len(wrong) > len(right) > 0


def test_no_wrong_answer_passes(verdicts):
    assert [str(answer) for answer, verdict in verdicts if verdict.right and not answer.right] == []


def test_no_right_answer_is_refused(verdicts):
    assert [(str(a), v.message) for a, v in verdicts if a.right and not v.right] == []


def test_mistakes_are_named(verdicts):
    unnamed = [str(a) for a, v in verdicts if not a.right and not _is_named(a, v)]
    wrong = sum(not answer.right for answer in TABLE)
    assert len(unnamed) <= 0.05 * wrong, unnamed


def test_messages_fit_a_screen(verdicts):
    for answer, verdict in verdicts:
        if not verdict.right:
            lines = verdict.message.splitlines()
            assert len(lines) <= 40 and max(map(len, lines)) <= 80, (str(answer), verdict.message)


@pytest.mark.parametrize("name", EXERCISES)
def test_the_table_has_enough_of_each(name):
    ours = [answer for answer in TABLE if answer.exercise == name]
    if name.endswith("_lines"):
        return  # the two derivations are checked in test_exercises
    assert sum(a.right for a in ours) >= 3 and sum(not a.right for a in ours) >= 6
