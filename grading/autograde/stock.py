"""Make `nbgrader autograde` and formgrader grade as `python -m grading` does; nbgrader_config.py calls `install`.

A preprocessor would come too late: before any runs, `nbgrader.converters.Autograde` has followed the symbolic links in
a submission and copied their targets, and it gives no result for a submission that it cannot read. So `Autograde.start`
is replaced.
"""

from nbgrader.converters import Autograde


def install() -> None:
    """Replace `Autograde.start` in this process."""
    Autograde.start = _start


def _start(converter):
    from grading.autograde.converter import autograde  # imported late: most of nbgrader's commands do not need it

    autograde(converter)
