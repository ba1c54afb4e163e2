"""Guesses: a reader writes one down before a figure moves, and sees it afterwards beside what is true.

A guess is a line in a cell ``guess-TOPIC``: ``guess_topic = ...``. It is never graded. The truths are in this file, so
that the page does not show them before the guess.
"""

TRUTHS: dict[str, object] = {
    # notebook 1
    "race": ("easy", 36),  # squared error, eta = 0.15: the easy start needs 36 updates until a < 1/2, the hard one 232
    "slope": (0, 0.25),  # where the sigmoid is steepest, and how steep
    "saturation": 3.87,  # the slope is below 0.02 for larger z
    # notebook 2
    "certain": (0.499, 6.908),  # both losses at a = 0.999, y = 0
    "slopes": (0.99, 100),  # their derivatives at a = 0.99, y = 0
    "infinite": 36.7,  # beyond this z the float 1 + exp(-z) is 1
    # notebook 3
    "gradient": ("smaller", 0.0173),  # dL/db of the squared error at z = 4, y = 0
    "ratio": 56.6,  # 1 / (a (1 - a)) at z = 4
    # notebook 4
    "hard-start": 17,  # updates of the cross-entropy until a < 1/2
    "catch-up": ("no", 59),  # updates with four times the learning rate; the cross-entropy needs 17
    "stuck": 9.48,  # stuck_bias(0.2, 30 * 219, 0.1)
}
_asked: set[str] = set()  # topics for which this kernel has asked the reader to make a guess


def reveal(topic: str, guess: object) -> None:
    """Print a guess beside the true answer.

    For an empty guess the first run of the cell asks for one; the next run shows the truth alone.

    Parameters
    ----------
    topic : str
        A key of `TRUTHS`; its guess is in the cell ``guess-TOPIC``.
    guess : str, number, or a tuple of these
        ``...`` is an empty guess, and so is a tuple of ``...`` alone.

    Raises
    ------
    KeyError
        If there is no such topic.
    """
    truth = _words(TRUTHS[topic])
    parts = guess if isinstance(guess, tuple) else (guess,)
    if any(part is not ... for part in parts):
        print(f"You guessed:  {_words(guess)}\nIt was:       {truth}")
    elif topic in _asked:
        print(f"It was:       {truth}")
    else:
        _asked.add(topic)
        name = f"guess_{topic.replace('-', '_')}"
        print(f"No guess yet. Fill in {name} = ... above and run both cells: a guess costs nothing.")


def _words(value: object) -> str:
    parts = value if isinstance(value, tuple) else (value,)
    return ", ".join("(empty)" if part is ... else str(part) for part in parts)
