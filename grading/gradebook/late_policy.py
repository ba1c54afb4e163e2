"""The late policy: some hours of grace, then a share of the score for every day begun."""

import math

from nbgrader.api import SubmittedAssignment, SubmittedNotebook
from nbgrader.plugins import LateSubmissionPlugin
from nbgrader.preprocessors import AssignLatePenalties
from traitlets import Float
from traitlets.config import Config


class LatePolicy(LateSubmissionPlugin):
    """Takes ``penalty_a_day`` of the score for each day begun after the due date and ``grace`` hours.

    With 24 hours of grace and a penalty of 0.1, work that is handed in 24 hours late loses nothing, one minute later
    10 % of its score, one minute after 48 hours 20 %, and from the tenth such day on everything. Days are
    counted from the end of the grace. Never more is taken than there is. A student's extension moves their due date.
    """

    grace = Float(24, min=0, help="Hours after the due date that cost nothing.").tag(config=True)
    penalty_a_day = Float(0, min=0, max=1, help="Share of the score that each day begun costs, from 0 to 1.").tag(
        config=True
    )

    def late_submission_penalty(self, student_id: str, score: float, total_seconds_late: float) -> float | None:
        """Points to take off a notebook.

        Parameters
        ----------
        student_id : str
        score : float
            Of the notebook.
        total_seconds_late : float

        Returns
        -------
        float or None
            None for no penalty.
        """
        days = math.ceil((total_seconds_late / 3600 - self.grace) / 24)
        if days <= 0 or not self.penalty_a_day:
            return None
        return score * min(1, days * self.penalty_a_day)


class Penalties:
    """Computes late penalties by the policy that the course is configured with.

    nbgrader computes a penalty only when a submission is graded and when its feedback is made. But the penalty changes
    with every score by hand and every extension, so all code of ours that reads a score computes it again.

    Parameters
    ----------
    config : traitlets.config.Config
    """

    def __init__(self, config: Config):
        self._assign = AssignLatePenalties(config=config)
        self._assign.init_plugin()

    def of(self, entry: SubmittedAssignment, notebook: SubmittedNotebook) -> float | None:
        """Points to take off, or None.

        Parameters
        ----------
        entry : nbgrader.api.SubmittedAssignment
        notebook : nbgrader.api.SubmittedNotebook
            One of its notebooks.
        """
        late = entry.total_seconds_late
        if late <= 0:
            return None
        penalty = self._assign.plugin_inst.late_submission_penalty(entry.student.id, notebook.score, late)
        return None if penalty is None else self._assign._check_late_penalty(notebook, penalty)
