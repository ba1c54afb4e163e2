"""Two verdicts on one answer: with the notebook's own earlier answers, and with the course's in their place.

The course's keep a mistake in an earlier answer from costing points here. But an answer may use more of the earlier
ones than the exercise asks for, such as a keyword of their own, and then the course's do not fit.
"""

import textwrap
from collections.abc import Sequence

from lib.checking.judge import WIDTH, Verdict


def what_counts(own: Verdict, lent: Verdict, uses: Sequence[str]) -> Verdict:
    """The verdict that counts. An answer that is right in either way is right.

    Parameters
    ----------
    own, lent : Verdict
        With the notebook's earlier answers, and with the course's.
    uses : sequence of str
        The earlier exercises whose answers it calls.
    """
    if lent.right or not (own.right or do_not_fit(own, lent)):
        return lent
    if own.right:
        return own
    names = " and ".join(uses) or "earlier answers"
    says = (
        f"With the course's own {names} in the place of yours, it stops with an error instead. If there is a mistake "
        "in yours, mend that first."
    )
    return own._replace(message=f"{own.message}\n{textwrap.fill(says, WIDTH)}")


def do_not_fit(own: Verdict, lent: Verdict) -> bool:
    """Whether an answer stops with an error only where the course's earlier answers are in the place of its own."""
    return lent.kind == "exception" and own.kind not in ("exception", "right")
