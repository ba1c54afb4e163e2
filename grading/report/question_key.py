"""The key to the ten questions of `lib/questions.py`, and the misconception behind each wrong choice."""

from typing import NamedTuple


class Key(NamedTuple):
    """The letter of the right answer; wrong letter -> the misconception behind it."""

    right: str
    misconceptions: dict[str, str]


KEY: dict[int, Key] = {
    1: Key(
        "b",
        {
            "a": "a saturated neuron cannot learn, whatever the loss",
            "c": "a loss that takes a large value slows the neuron down",
            "d": "a large error always makes a large step",
        },
    ),
    2: Key(
        "d",
        {
            "a": "the loss itself is flat at the wrong end",
            "b": "everything is flat where the neuron is saturated",
            "c": "where the error is large, every factor of the step is large",
        },
    ),
    3: Key(
        "c",
        {
            "a": "the value of the curve is taken for its slope",
            "b": "the slope is 1 − a, without the factor a",
            "d": "the slope is largest where the neuron is surest",
        },
    ),
    4: Key(
        "b",
        {
            "a": "the step is the error; the slope of the sigmoid is left out of the chain",
            "c": "the step is the value of the loss",
            "d": "the step is the slope of the sigmoid; the error is left out of the chain",
        },
    ),
    5: Key(
        "d",
        {
            "a": "the chain ends at a: the slope of the sigmoid is left out",
            "b": "every loss makes the same step",
            "c": "the step is the value of the loss",
        },
    ),
    6: Key(
        "c",
        {
            "a": "the two cases of the cross-entropy are confused",
            "b": "the inner derivative of 1 − a is left out",
            "d": "the derivative in a is taken for the derivative in b",
        },
    ),
    7: Key(
        "d",
        {
            "a": "the loss with the smaller values is the better one",
            "b": "the value of the loss, not its slope, decides the step",
            "c": "values of different losses can be compared",
        },
    ),
    8: Key(
        "c",
        {
            "a": "the larger learning rate makes the longer step everywhere",
            "b": "the cross-entropy is only the squared error with a larger learning rate",
            "d": "a saturated neuron cannot learn, whatever the loss",
        },
    ),
    9: Key(
        "a",
        {
            "b": "a saturated neuron is always bad, even where it is right",
            "c": "the squared error is at fault wherever a step is small",
            "d": "a small step always means a small learning rate",
        },
    ),
    10: Key(
        "d",
        {
            "a": "the derivative in a is taken for the derivative in z",
            "b": "the slope is multiplied in, where it must cancel",
            "c": "only the slope cancels; the error is left out",
        },
    ),
}
