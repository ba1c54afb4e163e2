"""Which variables of the notebook an answer reads besides its arguments, and which cell sets them."""

import ast
import contextlib
import dis
import functools
import inspect
import sys
import types
import warnings
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from lib.checking.exercises import EXERCISES, earlier_in_notebook
from lib.checking.source import cell_sources, source_lines

if TYPE_CHECKING:  # gather imports this module
    from lib.checking.gather import Guard


def function_behind(answer: Any) -> types.FunctionType | None:
    """The Python function that an answer is or wraps, or None."""
    function = inspect.unwrap(getattr(answer, "pyfunc", answer))  # the attribute of numpy.vectorize
    return function if inspect.isfunction(function) else None


def namespace_of(answer: Any, namespace: dict) -> dict:
    """The global variables of an answer; ``namespace`` if it is not a Python function."""
    function = function_behind(answer)
    return function.__globals__ if function else namespace


@contextlib.contextmanager
def earlier_answers(name: str, answer: Callable, namespace: dict, guard: "Guard") -> Iterator[None]:
    """In the block, references replace the notebook's earlier answers.

    The stand-ins are copies of references with a code object of their own, so that `Guard` can allow them and still
    notice calls of `lib`. If an earlier answer is a function of the notebook, its code is replaced by a call of the
    stand-in, because other objects may refer to the function (an alias, a partial, a default argument). Otherwise all
    names of the answer are bound to the stand-in.
    """
    if str(namespace.get("__name__", "")).startswith("lib."):
        yield  # the answer is a function of lib itself, which the guard will notice
        return
    names, functions = _stand_ins(name, answer, namespace, guard)
    missing = object()
    bound = {other: namespace.get(other, missing) for other in names}
    kept = {function: (function.__code__, function.__defaults__, function.__kwdefaults__) for function in functions}
    namespace.update(names)
    for function, call in functions.items():
        function.__code__ = _call_stand_in.__code__.replace(co_freevars=function.__code__.co_freevars)
        function.__defaults__, function.__kwdefaults__ = None, {"_stand_in": call}
        guard.allow(function)
    try:
        yield
    finally:
        for function, (code, defaults, keywords) in kept.items():
            function.__code__, function.__defaults__, function.__kwdefaults__ = code, defaults, keywords
        for other, value in bound.items():
            if value is missing:
                namespace.pop(other, None)
            else:
                namespace[other] = value


def _stand_ins(name, answer, namespace, guard):
    """(variable of the notebook -> stand-in to bind, function of the notebook -> what it is to call)."""
    names: dict[str, Any] = {}
    functions: dict[types.FunctionType, Callable] = {}
    for earlier in earlier_in_notebook(name):
        reference = EXERCISES[earlier].reference
        code = reference.__code__.replace(co_name=f"{earlier} of the course")
        stand_in = types.FunctionType(code, reference.__globals__, earlier, reference.__defaults__)
        guard.allow(stand_in)
        mine = namespace.get(earlier)
        if inspect.isfunction(mine) and mine.__globals__ is namespace and mine is not function_behind(answer):
            functions[mine] = _with_its_arguments(mine, stand_in)
        else:
            names |= {other: stand_in for other, value in namespace.items() if value is mine and callable(mine)}
            names[earlier] = stand_in
    names.pop(name, None)
    return names, functions


def _call_stand_in(*args, _stand_in, **kwargs):
    # This becomes the code of a student's function, whose globals are the notebook's, so it must not read any.
    return _stand_in(*args, **kwargs)


def _with_its_arguments(function, stand_in):
    """``stand_in`` with the argument names of the student's function, for calls with keywords."""
    signature = inspect.signature(function, follow_wrapped=False)

    def call(*args, **kwargs):
        return stand_in(*signature.bind(*args, **kwargs).args) if kwargs else stand_in(*args)

    return call


def globals_read(answer: Callable, namespace: dict) -> tuple[list[str], list[str], set[str]]:
    """The global variables that an answer, or a function of the notebook that it uses, reads.

    Returns
    -------
    read : list of str
        Variables that are not callable, a module or imported.
    of_other_cells : list of str
        Those of them that another cell sets. Names in capitals are taken for constants, and left out.
    called : set of str
        Names of functions and other callables.
    """
    read: set[str] = set()
    of_other_cells: set[str] = set()
    called: set[str] = set()
    todo, seen = [function_behind(answer)], set()
    while todo:
        function = todo.pop()
        if function is None or function in seen or function.__globals__ is not namespace:
            continue
        seen.add(function)
        for name in _names_read(function.__code__):
            value = namespace.get(name)
            if callable(value):
                called.add(name)
                todo.append(function_behind(value))
            elif name in namespace and not inspect.ismodule(value) and not _is_imported(name, value, namespace):
                read.add(name)
                if not name.isupper() and not _is_set_in_cell(name, function.__code__.co_filename):
                    of_other_cells.add(name)
    return sorted(read), sorted(of_other_cells), called


def with_another_value(namespace: dict, variable: str, call: Callable[[], Any]) -> Any:
    """Return ``call()`` while 1 is added to a number or array of the notebook."""
    value = namespace[variable]
    if isinstance(value, (int, float, np.number)) or isinstance(value, np.ndarray) and value.dtype.kind in "iuf":
        namespace[variable] = value + 1
    try:
        return call()
    finally:
        namespace[variable] = value


# ---------------------------------------------------------------- which cell sets a variable


class Cell(NamedTuple):
    """The variables that a cell, or the body of a cell magic such as %%time, sets."""

    sets: frozenset[str]  # all names that it binds: by assignment, loop, import ...
    imports: frozenset[str]  # those of them that are bound by an import from a module
    bodies: tuple  # a `Cell` for the body of each cell magic; None if it is not Python


def _is_set_in_cell(name, filename):
    """Whether the cell whose code has this file name sets a variable; True if its source is not known."""
    source = "".join(source_lines(filename))
    if source:
        cell = _read(source)
        return cell is None or name in cell.sets
    # No source is stored for the body of a cell magic, whose file name is such as "<timed exec>".
    bodies = [body for cell in _cells() for body in cell.bodies]
    return not bodies or any(body is None or name in body.sets for body in bodies)


def _is_imported(name, value, namespace):
    """Whether any cell imports a variable from a module, as in ``from math import e``."""
    cells = _cells()
    if any(name in cell.imports for cell in (*cells, *(body for cell in cells for body in cell.bodies if body))):
        return True
    # The code of ``from numpy import *`` has no names. So a float that is the same object as the module's variable of
    # that name counts as imported: Python does not share equal floats, as it does small integers.
    return isinstance(value, (float, complex, np.ndarray)) and any(
        vars(module).get(name) is value
        for module in list(sys.modules.values())
        if inspect.ismodule(module) and vars(module) is not namespace
    )


def _cells():
    """A `Cell` for each cell that was run in this session and is Python."""
    return [cell for cell in map(_read, cell_sources()) if cell is not None]


@functools.lru_cache(maxsize=2**10)
def _read(source):
    """The `Cell` of a source that IPython has transformed to Python; None if it is not valid."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # they were shown when the cell was run
        try:
            flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
            tree = compile(source, "<cell>", "exec", flags | ast.PyCF_ONLY_AST, dont_inherit=True)
            code = compile(tree, "<cell>", "exec", flags, dont_inherit=True)
        except (SyntaxError, ValueError, RecursionError):
            return None
    # A function sets a variable of the notebook after ``global``; so does := in a comprehension.
    sets = _operands(code, "STORE_NAME").union(*(_operands(inner, "STORE_GLOBAL") for inner in _codes(code)))
    return Cell(frozenset(sets), frozenset(_imports(code)), tuple(map(_read, _bodies(tree))))


def _imports(code):
    """Names that ``from module import name`` binds."""
    instructions = list(dis.get_instructions(code))
    return {
        after.argval
        for before, after in zip(instructions, instructions[1:])
        if before.opname == "IMPORT_FROM" and after.opname in ("STORE_NAME", "STORE_GLOBAL")
    }


def _bodies(tree):
    """The bodies of cell magics, which IPython makes a string: get_ipython().run_cell_magic(name, line, body)."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(ast.Attribute(_, "run_cell_magic"), [_, _, ast.Constant(str(body))]):
                yield body


@functools.lru_cache(maxsize=2**8)  # an answer is checked many times
def _names_read(code):
    """Global names that a function reads, functions and classes inside it included."""
    names: set[str] = set()
    for inner in _codes(code):
        # In the body of a class, LOAD_NAME also reads what the class itself sets, and __name__.
        names |= _operands(inner, "LOAD_GLOBAL") | _operands(inner, "LOAD_NAME") - _operands(inner, "STORE_NAME")
    return {name for name in names if not name.startswith("__")}


def _codes(code):
    """A code object and all code objects inside it."""
    yield code
    for constant in code.co_consts:
        if inspect.iscode(constant):
            yield from _codes(constant)


def _operands(code, operation):
    """The arguments of all instructions of one kind in a code object."""
    return {instruction.argval for instruction in dis.get_instructions(code) if instruction.opname == operation}
