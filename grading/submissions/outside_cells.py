"""Find what a student wrote outside the cell for it: text and code in other cells of the course or in new ones."""

import ast
import functools
import html
import re
import sys
import textwrap

from nbformat import NotebookNode

LONG = 40  # characters of comments and strings in code, from which on they may be a written answer
MUCH, MANY_WORDS = 80, 8  # characters and words in the comments of an answer that may be another, written answer
MOST_LINES = 1000  # of code in which comments are looked for
MOST_PARSED = 30_000  # characters: fifty times as many as the longest solution of the course has
DOES_NOTHING = re.compile(r"(check\s*\(.*|pass|\.\.\.|assert True.*|#.*|)")
LABEL = re.compile(r"^[^\S\n]*(?:#+\s*(.+)|\*\*(.{1,60}?)\*\*|__(.{1,60}?)__|([^:\n]{1,40}):)", re.M)
NUMBER = re.compile(r"^(?:[^\S\n]|[#*_])*\(?(?:\d{1,2}[.):]|[a-zA-Z]\))", re.M)
# Python since 3.12: an f-string with its own quotes inside of it, ``type X = ...`` and ``def f[T](...)``. Possessive:
# a long line takes no long time.
OF_NEWER_PYTHON = re.compile(
    r"""\bf(["'])(?:[^"'\n{]|\{[^"'\n}]{0,500}+\})*+\{[^}\n"']{0,500}+\1[^}\n]{0,500}+\}"""
    r"""|^[^\S\n]*(?:type[^\S\n]+\w+[^\S\n]*(?:\[[^\]\n]*\][^\S\n]*)?=|(?:async )?(?:def|class) +\w+\[)""",
    re.M,
)
SHOWS = re.compile(r"\b(?:Image|SVG|Markdown|HTML|IFrame|Latex|Math|Video|FileLink)\(")  # what is shown is the answer
LINK = re.compile(r"^ {0,3}\[([^\]\n]{1,80})\]:(.*)$", re.M)  # such as [//]: # (text)
METHOD = re.compile(r"\s*^[^\S\n]+(?:@\w+\s+)?(?:async )?def +\w+\((?:self|cls)\b", re.M)
OF_SHELL = re.compile(r"^([^\S\n]*)[%!].*$", re.M)
# Characters that word processors, chats and telephones put in the place of Python's.
PLAIN = str.maketrans(
    dict.fromkeys("\u00a0\u2007\u202f\u3000", " ")
    | dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff", "")
    | dict.fromkeys("\u201c\u201d\u201e\u201f", '"')
    | dict.fromkeys("\u2018\u2019\u201a\u201b", "'")
    | dict.fromkeys("\u2212\u2013\u2014", "-")
    | dict(zip("\uff08\uff09\uff1a\uff0c\uff1d\uff0b\uff0d\uff0a\uff0f\u00d7", "():,=+-*/*"))
)
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

    A code cell has some if it is only comments, or has LONG characters of comments and strings and defines nothing, or
    has a long text among its code, or shows a picture or a text from elsewhere.
    """
    source = cell.source.strip()
    if cell.cell_type != "code" or not source:
        return source
    lines = [line.strip() for line in source.splitlines() if line.strip()]
    if all(line.startswith("#") for line in lines):
        return "\n\n".join(line.lstrip("# ") for line in lines)
    found = _length_of_words(source, lines) >= LONG or SHOWS.search(source) or prose(source, "")
    return f"```\n{source}\n```" if found else ""


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


def prose(source: str, known: str) -> str:
    """Comments and strings of code that are so long that they may be a written answer, or "".

    Lines of the course's, in ``known``, are left out, and so are comments that are code.
    """
    if len(source) > MOST_PARSED or same_but_spaces(source, known):
        return ""
    known_lines = {line.strip(" \t\"'#") for line in known.splitlines()}
    known_strings = set(_strings(known))
    strings = [string for string in _strings(source) if string not in known_strings]
    found = []
    for text in _comments(source) + [string.splitlines() for string in strings]:
        lines = [line.strip() for line in text if line.strip(" \t\"'#") not in known_lines]
        block = "\n".join(lines).strip()
        if len(block) >= MUCH and len(re.findall(r"[^\W\d_]{2,}", block)) >= MANY_WORDS:
            found.append(block)
    return "\n\n".join(found)


def _strings(source):
    nodes = ast.walk(parsed(OF_SHELL.sub(r"\1pass", source)) or ast.Module([], []))
    return [n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)]


def _comments(source):
    """Lists of lines of comments that follow each other, without code that was made a comment."""
    blocks: list[list[str]] = [[]]
    for line in source.splitlines()[:MOST_LINES]:
        if not line.lstrip().startswith("#"):
            blocks.append([])
        elif not _is_code(comment := line.lstrip().lstrip("#")):
            blocks[-1].append(comment)
    return blocks


def _is_code(comment):
    line = comment.strip()
    return not line or parsed(f"{line} pass" if line.endswith(":") else line) is not None


def hidden_text(text: str) -> str:
    """What Markdown does not show of a text: comments of HTML, and definitions of links, which serve as comments."""
    visible, comments = split_comments(text)
    return "\n".join([*comments, *(label + target for label, target in LINK.findall(visible))]).strip()


def split_comments(text: str) -> tuple[str, list[str]]:
    """(a text without its HTML comments, what they hold), in a time that is linear in its length."""
    kept, comments, end = [], [], 0
    while (start := text.find("<!--", end)) >= 0 and (stop := text.find("-->", start + 4)) >= 0:
        kept.append(text[end:start])
        comments.append(text[start + 4 : stop].strip())
        end = stop + 3
    return "".join([*kept, text[end:]]), comments


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


def mended_code(source: str) -> str:
    """Code that is no Python because of typographic characters, the fences of Markdown or the escapes of HTML, without
    these; any other code as it is.

    Lines of IPython, such as %time, are allowed.
    """
    if _is_python(source):
        return source
    plain = source.translate(PLAIN)
    tries = [plain, without_fences(source), without_fences(plain), unescaped(plain)]
    tries += [plain.expandtabs(4), plain.expandtabs(8)]  # tabs that are mixed with blanks are an error
    return next((mended for mended in tries if mended != source and _is_python(mended)), source)


def unescaped(text: str) -> str:
    """A text with characters in the place of HTML's references, such as ``&lt;``; as it is, if one has no meaning."""
    try:
        return html.unescape(text)
    except ValueError:  # a number of thousands of digits
        return text


def _is_python(source):
    return parsed(OF_SHELL.sub(r"\1pass", source)) is not None


def is_whole(source: str) -> bool:
    """Whether code is Python by itself, as IPython runs it: indentation that all lines have in common does not matter.

    A part of a function, from which its head was cut off, is not, if it returns something; nor is a method.
    """
    if METHOD.match(source):
        return False
    tree = parsed(OF_SHELL.sub(r"\1pass", textwrap.dedent(source)))
    todo: list[ast.AST] = [] if tree is None else [tree]
    while todo:
        node = todo.pop()
        if isinstance(node, ast.Return):
            return False
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.expr)):
            todo += ast.iter_child_nodes(node)
    return tree is not None


def without_stub_below(source: str, name: str) -> str:
    """A cell without the stubs of ``name`` that stand below its definition, and would take its place."""
    if source.count(f"def {name}(") < 2:  # most cells: they need not be parsed
        return source
    found = [node for node in getattr(parsed(source), "body", ()) if isinstance(node, ast.FunctionDef)]
    found = [node for node in found if node.name == name]
    answers = [node.lineno for node in found if not _is_stub(node)]
    lines = source.splitlines()
    for node in reversed(found):
        if answers and _is_stub(node) and node.lineno > answers[0]:
            del lines[node.lineno - 1 : node.end_lineno]
    return "\n".join(lines) if len(lines) < len(source.splitlines()) else source


def _is_stub(function):
    """Whether a function raises NotImplementedError before anything is returned, or does nothing."""
    for node in function.body:
        match node:
            case ast.Return():
                return False
            case ast.Raise(exc=ast.Name("NotImplementedError") | ast.Call(func=ast.Name("NotImplementedError"))):
                return True
    return all(isinstance(node, ast.Pass) or _is_constant(node) for node in function.body)


def raises_above_answer(source: str, name: str) -> bool:
    """Whether a function is whole, but ``raise NotImplementedError()`` was left in above its result."""
    found = [node for node in getattr(parsed(source), "body", ()) if isinstance(node, ast.FunctionDef)]
    for function in found:
        if function.name == name and _is_stub(function):
            last = function.body[-1]
            return isinstance(last, ast.Return) and last.value is not None and not _has_gaps(function)
    return False


def _has_gaps(function):
    """Whether a `...` stands in a function for what is to be filled in, and no later line assigns the same name."""
    later: set[str] = set()
    for node in reversed(function.body):
        if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            if not _is_dots(node.value):
                later.add(node.targets[0].id)
            elif node.targets[0].id in later:
                continue
        if any(map(_is_dots, ast.walk(node))):
            return True
    return False


def _is_dots(node):
    return isinstance(node, ast.Constant) and node.value is ...


def works_beside_stub(source: str, name: str) -> bool:
    """Whether a function only raises NotImplementedError, but other code of its cell computes or returns something."""
    body = getattr(parsed(source), "body", ())
    found = [node for node in body if isinstance(node, ast.FunctionDef) and node.name == name]
    does = ast.Assign, ast.AugAssign, ast.AnnAssign, ast.For, ast.While, ast.With, ast.Return
    return bool(found) and all(map(_is_stub, found)) and any(isinstance(node, does) for node in body)


def _is_constant(node):
    """Whether a statement is a docstring, ... or the like."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def labels(text: str) -> set[str]:
    """Words in headings, bold beginnings of lines, and beginnings that end in a colon; small letters."""
    parts = (part for found in LABEL.findall(text) for part in found)
    return {word for part in parts for word in re.findall(r"\w+", part.lower())}


def numbered(text: str) -> int:
    """How many lines begin with a number or a letter, as in "2. ...", "(3) ..." or "b) ..."."""
    return len(NUMBER.findall(text))


@functools.lru_cache(maxsize=2**8)  # most cells are the course's, the same in every submission
def assigned(source: str) -> frozenset[str]:
    """Names that a cell assigns or defines outside of functions and classes; imports do not count."""
    tree = parsed(OF_SHELL.sub(r"\1pass", source))
    found: set[str] = set()
    todo: list[ast.AST] = [tree] if tree else []
    while todo:
        node = todo.pop()
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            found.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, (ast.Store, ast.Del)):
            found.add(node.id)
        elif not isinstance(node, (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)):
            todo += ast.iter_child_nodes(node)
    return frozenset(found)


def starred(source: str) -> frozenset[str]:
    """Names that ``from module import *`` brings, as numpy's max, of modules that are imported here."""
    module = sys.modules.get(imported(source).get("*", ""))
    if module is None:
        return frozenset()
    return frozenset(getattr(module, "__all__", None) or (name for name in vars(module) if name[0] != "_"))


def imported(source: str) -> dict[str, str]:
    """Name that a cell imports -> the module from which it comes."""
    tree = parsed(OF_SHELL.sub(r"\1pass", source))
    found: dict[str, str] = {}
    for statement in ast.walk(tree) if tree else ():
        match statement:
            case ast.Import(names):
                found |= {alias.asname or alias.name.partition(".")[0]: alias.name for alias in names}
            case ast.ImportFrom(module=str(module), names=names):
                found |= {alias.asname or alias.name: module for alias in names}
    return found


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
