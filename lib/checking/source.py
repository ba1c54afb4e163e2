"""The source text of code, as `linecache` keeps it for tracebacks."""

import linecache

# What exec() calls code that came as text. From Python 3.13 on, `linecache` has under this name the program of
# ``python -c``, which started the kernel and is no source of anybody's answer.
NO_FILE = "<string>"


def source_lines(filename: str) -> list[str]:
    """The lines of the cell or file of that name; [] where its source is not known."""
    return [] if filename == NO_FILE else linecache.getlines(filename)


def cell_sources() -> list[str]:
    """The source of each cell that was run in this session.

    IPython keeps them in `linecache`, where they have no time of change as files have.
    """
    entries = [entry for name, entry in list(linecache.cache.items()) if name != NO_FILE]
    return ["".join(entry[2]) for entry in entries if len(entry) == 4 and entry[1] is None]
