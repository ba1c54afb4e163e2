"""Has nbgrader's own command and formgrader's button grade as `python -m grading` does. nbgrader_config.py asks for it.

nbgrader offers no place for this: before it asks anything of a configuration, `nbgrader.converters.Autograde` follows
links in a submission and copies what they lead to, and a submission that it cannot read has no outcome. So its `start`
is replaced.
"""

from nbgrader.converters import Autograde


def install() -> None:
    """Replace `Autograde.start` in this process."""
    Autograde.start = _start


def _start(converter):
    from grading.autograde.converter import autograde  # takes a while, and few of nbgrader's commands grade

    autograde(converter)
