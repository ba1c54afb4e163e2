"""Find what a student wrote outside the cell for it: text and code in other cells of the course or in new ones."""

import ast
import re

from nbformat import NotebookNode

LONG = 40  # characters of comments and strings in code, from which on they may be a written answer
MOST_PARSED = 200_000  # characters
DOES_NOTHING = re.compile(r"(check\s*\(.*|pass|\.\.\.|assert True.*|#.*|)")
DEFINED = re.compile(r"^(?:async )?(?:def|class) +(\w+)", re.M)


def own_lines(source: str, known: str) -> str:
    """The lines that ``source`` has more than ``known``.

    Common lines at the beginning and at the end are cut off; of the rest, lines that ``known`` has anywhere are
    dropped, except lines of less than four characters, such as ``$$``, which may belong to the added text.
    """
    lines, of_course = source.splitlines(), known.splitlines()
    start = _common(lines, of_course)
    lines, of_course = lines[start:], of_course[start:]
    end = len(lines) - _common(lines[::-1], of_course[::-1])
    known_lines = {line.strip() for line in known.splitlines() if len(line.strip()) > 3}
    added = [line for line in lines[:end] if line.strip() not in known_lines]
    return "\n".join(added).strip("\n") if any(len(line.strip()) > 3 for line in added) else ""


def _common(lines, others):
    count = 0
    for line, other in zip(lines, others):
        if line.strip() != other.strip():
            break
        count += 1
    return count


def own_code(source: str, known: str) -> str:
    """The lines of a test cell that are not the course's; "" if they have no effect, such as comments and checks."""
    known_lines = {line.strip() for line in known.splitlines()} - {""}
    lines = [line for line in source.splitlines() if line.strip() not in known_lines]
    lines = [line for line in lines if not re.match(r"check\s*\(", line)]
    return "" if all(DOES_NOTHING.fullmatch(line.strip()) for line in lines) else "\n".join(lines).strip("\n")


def words(cell: NotebookNode) -> str:
    """The prose of a cell as Markdown, or "".

    A code cell has some if it is only comments, or has LONG characters of comments and strings and defines nothing.
    """
    source = cell.source.strip()
    if cell.cell_type != "code" or not source:
        return source
    lines = [line.strip() for line in source.splitlines() if line.strip()]
    if all(line.startswith("#") for line in lines):
        return "\n\n".join(line.lstrip("# ") for line in lines)
    return f"```\n{source}\n```" if _length_of_words(source, lines) >= LONG else ""


def _length_of_words(source, lines):
    """Characters in the comments and strings of code: 0 if it defines functions, all if it is not valid Python."""
    tree = parsed(source)
    if tree is None:
        return len(source)
    nodes = list(ast.walk(tree))
    if any(isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.Lambda)) for node in nodes):
        return 0
    strings = [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return sum(map(len, [*strings, *(line.lstrip("# ") for line in lines if line.startswith("#"))]))


def without_fences(source: str) -> str:
    """Markdown with fenced blocks of code as Python: the blocks, below the other text as comments.

    A text without fenced blocks is returned as it is.
    """
    code, text, inside = [], [], False
    for line in source.splitlines():
        if line.lstrip().startswith("```"):
            inside = not inside
        elif inside:
            code.append(line)
        elif line.strip():
            text.append(f"# {line}")
    return "\n".join([*text, *code]) if code else source


def defines(source: str, name: str) -> bool:
    """Whether code defines or assigns ``name`` at the top level."""
    name = re.escape(name)
    return bool(re.search(rf"^(?:async )?(?:def|class) +{name}\b|^{name} *(?::[^=\n]+)?=(?!=)", source, re.M))


def parsed(source: str) -> ast.Module | None:
    """The syntax tree of code, or None if it is no Python."""
    try:
        return ast.parse(source) if len(source) <= MOST_PARSED else None
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def same_but_spaces(one: str, other: str) -> bool:
    """Whether two texts differ in nothing but white space."""
    return one.split() == other.split()
