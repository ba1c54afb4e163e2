"""Ten questions on the idea of the homework: the same ones before notebook 1 and after notebook 4.

The right answers are in `grading/report/question_key.py`, which is not in the wheel that students get.
"""

from typing import NamedTuple

SETTING = (
    "A neuron has an input x, a weight w and a bias b. It computes z = wx + b and answers a = σ(z). The curve σ has "
    "the shape of a flat S: from 0 on the far left, through ½ at z = 0, to 1 on the far right. The right answer y is 0 "
    "or 1, and a loss L says how wrong a is. The squared error is ½(a − y)². The cross-entropy is −log a if y = 1, "
    "and −log(1 − a) if y = 0. One step of learning changes b by −η dL/db; the learning rate η is a fixed positive "
    "number."
)
UNSURE = "e"  # stands for "I do not know" in every question


class Question(NamedTuple):
    """A question, and what can be answered, in the order of the letters a to d."""

    text: str
    choices: tuple[str, str, str, str]


QUESTIONS: dict[int, Question] = {
    1: Question(
        "y = 0, and the neuron answers a = 0.999. Under which loss is its next step almost 0?",
        ("under both", "only under the squared error", "only under the cross-entropy", "under neither"),
    ),
    2: Question(
        "Again y = 0 and a = 0.999, under the squared error. Which is almost 0: the slope of L against a, or the slope "
        "of a against z?",
        ("the slope of L against a", "both", "neither", "the slope of a against z"),
    ),
    3: Question(
        "Which can be the slopes of σ at z = −3, −1, 1 and 3?",
        ("0.05, 0.27, 0.73, 0.95", "0.95, 0.73, 0.27, 0.05", "0.05, 0.20, 0.20, 0.05", "0.20, 0.05, 0.05, 0.20"),
    ),
    4: Question(
        "y = 0 and a = 0.9, where the slope of a against z is 0.09. How much does one step under the squared error "
        "take from b, if η = 1?",
        ("0.9", "0.081", "0.405", "0.09"),
    ),
    5: Question(
        "The same neuron, and again η = 1. How much does one step under the cross-entropy take from b?",
        ("10", "0.081", "2.3", "0.9"),
    ),
    6: Question(
        "Let y = 0. Someone writes: (A) the cross-entropy is L = −log(1 − a). (B) So dL/da = 1/(1 − a). (C) So one "
        "step changes b by −η/(1 − a). Which line is the first that is wrong?",
        ("A", "B", "C", "none"),
    ),
    7: Question(
        "For the same answer a of a neuron one loss says 0.5 and another says 6.9. What follows?",
        (
            "the first loss is the better one",
            "under the second one the next step is longer",
            "a neuron trained with the second one answers worse",
            "none of these",
        ),
    ),
    8: Question(
        "Give each loss a learning rate of its own, such that both make equal steps where y = 0 and z = 0. Now "
        "take y = 0 and z = 8. Which loss makes the longer step?",
        ("the squared error", "both steps are equal", "the cross-entropy", "none: both steps are almost 0"),
    ),
    9: Question(
        "y = 1 and a = 0.999. Under both losses the step is almost 0. What do you say?",
        (
            "that is as it should be",
            "a neuron should never stop learning",
            "that is bad under the squared error only",
            "the learning rate is too small",
        ),
    ),
    10: Question(
        "Another neuron answers a = tanh z, and y is −1 or 1. There the slope of a against z is 1 − a². You want a "
        "loss with dL/dz = a − y. Which dL/da must it have?",
        ("a − y", "(a − y)(1 − a²)", "1/(1 − a²)", "(a − y)/(1 − a²)"),
    ),
}


class Sheet:
    """The ten questions, as a notebook shows them."""

    def _repr_markdown_(self) -> str:
        lines = [f"*{SETTING}* In every question **{UNSURE}** means: I do not know."]
        for number, (text, choices) in QUESTIONS.items():
            answers = "; ".join(f"**{letter}** {choice}" for letter, choice in zip("abcd", choices))
            lines.append(f"**{number}.** {text}  \n{answers}")
        return "\n\n".join(lines)

    def __repr__(self) -> str:
        return self._repr_markdown_().replace("**", "").replace("*", "")


def ten_questions() -> Sheet:
    """Show the ten questions. They are answered in the next cell of the notebook, and never graded."""
    return Sheet()
