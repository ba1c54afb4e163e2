"""What an instructor runs: it plugs into nbgrader and imports lib, never the reverse."""

import sys
from collections.abc import Sequence
from types import ModuleType

# Modules that the nbgrader_config.py of earlier versions names, which instructors have copied into their courses.
OLD = {
    f"grading.{name}" for name in ("cells", "collect", "execute", "late", "page", "preprocessors", "stock", "unpack")
}


class _OldNames:
    """Asked by Python for a module that was found nowhere."""

    @staticmethod
    def find_spec(name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> None:
        if name in OLD:
            raise ImportError(
                f"{name} has another name now: your nbgrader_config.py is of an earlier version of this course. Take "
                "the one of this version, and carry over what you changed."
            )


sys.meta_path.append(_OldNames)
