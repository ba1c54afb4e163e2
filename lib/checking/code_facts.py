"""Which functions, operators and statements an answer's own code uses, as words of a fixed list.

A hint that mentions ``np.where`` or ``//`` may only be given if the code has it. The facts come from the student's
kernel, where they could be forged, so they may decide which hint is given, but never whether an answer is right.
"""

import ast
import dis
import functools
import inspect
from collections.abc import Callable
from types import CodeType

from lib.checking.source import source_lines

# Names and attributes that are recorded if the code has them; no others are.
NAMES = frozenset(
    "RandomState T ValueError abs all allclose any append arcsinh arctanh argmax argmin argsort around array "
    "asarray astype average bool ceil choice clip copy cosh cross_entropy cross_entropy_from_z cross_entropy_prime "
    "cumsum deepcopy default_rng diff dot einsum empty empty_like enumerate errstate exp expit expm1 extend fabs "
    "fix flatnonzero flatten float float16 float32 floor full full_like gradient gradient_cross_entropy "
    "gradient_squared_error heaviside index inner input insert int int32 int64 integers isclose isfinite isinf "
    "isinstance isnan item len list log log10 log1p log2 logaddexp logit longdouble loss loss_prime math matmul max "
    "maximum mean median min minimum nan_to_num ndim next nonzero ones ones_like outer permutation permuted power "
    "pre_activation predict print prod randint random random_sample range ravel reshape reversed rint round "
    "searchsorted seed sgd_step shape shuffle sigmoid sigmoid_prime sign sinh size softmax sort sorted special sqrt "
    "square squared_error squared_error_prime squeeze str sum tanh transpose trunc tuple vectorize where zeros "
    "zeros_like zip".split()
)
OPERATORS = {
    ast.FloorDiv: "//", ast.Mod: "%", ast.Pow: "**", ast.MatMult: "@", ast.BitXor: "^", ast.BitAnd: "&", ast.BitOr: "|",
    ast.And: "and", ast.Or: "or", ast.Not: "not", ast.Eq: "==", ast.Is: "is", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">",
    ast.GtE: ">=", ast.Div: "/",
}  # fmt: skip
STATEMENTS = {
    ast.AugAssign: "augmented", ast.For: "for", ast.While: "while", ast.If: "if", ast.IfExp: "if", ast.Try: "try",
    ast.Raise: "raise", ast.Assert: "assert", ast.Break: "break", ast.Yield: "yield", ast.Subscript: "[]",
    ast.ListComp: "comprehension", ast.GeneratorExp: "comprehension",
}  # fmt: skip
OTHER = (
    "np.random", "source", "tiny", "set item", "exp in where", "log in where", "+ in root", "/ 1",
    "raise left", "written", "repeated line", "a_prime in last line",
)  # fmt: skip
KNOWN = NAMES | {*OPERATORS.values(), *STATEMENTS.values(), *OTHER}


def code_facts(function: Callable | None) -> list[str]:
    """The words of `KNOWN` that describe the source of a function and of the notebook's functions it uses.

    Parameters
    ----------
    function : function or None

    Returns
    -------
    list of str
        Sorted; empty if the source is not known.
    """
    found: set[str] = set()
    seen: set[Callable] = set()
    todo = [function]
    while todo and len(seen) < 50:
        function = todo.pop()
        if not inspect.isfunction(function) or function in seen:
            continue
        seen.add(function)
        code = function.__code__
        facts = _facts_of(code, "".join(source_lines(code.co_filename)))
        found |= facts
        for name in _names(code) if facts else ():
            other = function.__globals__.get(name)
            if inspect.isfunction(other) and other.__code__.co_filename == code.co_filename:
                todo.append(other)  # a helper in the same cell
    return sorted(found & KNOWN)


@functools.lru_cache(maxsize=2**8)  # an answer is checked many times
def _facts_of(code: CodeType, source: str) -> frozenset[str]:
    """The facts about the function with this code in the source of a cell or file; none if it is not there."""
    node = _node(code, source)
    return frozenset({"source"} | _facts(node) | _stub_facts(node) | _line_facts(node) if node else ())


@functools.lru_cache(maxsize=2**8)
def _names(code: CodeType) -> frozenset[str]:
    names = {i.argval for i in dis.get_instructions(code) if i.opname in ("LOAD_GLOBAL", "LOAD_NAME")}
    for constant in code.co_consts:
        if inspect.iscode(constant):
            names |= _names(constant)
    return frozenset(names)


def _node(code, source):
    """The part of the syntax tree of a source that a code object was compiled from, or None."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError):
        return None
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.Lambda)):
            first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", ()))])
            if first == code.co_firstlineno and getattr(node, "name", "<lambda>") == code.co_name:
                return node
    return None


def _facts(node):
    found, assigned = set(), _assigned(node)
    for part in _parts(node):
        found.add(STATEMENTS.get(type(part), ""))
        found |= _slip_facts(part, assigned)
        if isinstance(part, ast.Name):
            found.add(part.id)
        elif isinstance(part, ast.Attribute):
            found.add(part.attr)
            if part.attr == "random" and isinstance(part.value, ast.Name) and part.value.id in ("np", "numpy"):
                found.add("np.random")
        elif isinstance(part, ast.Constant) and type(part.value) is float and 0 < part.value <= 1e-3:
            found.add("tiny")
        elif isinstance(part, (ast.AugAssign, ast.BinOp, ast.BoolOp, ast.UnaryOp)):
            found.add(OPERATORS.get(type(part.op), ""))
        elif isinstance(part, ast.Compare):
            found.update(OPERATORS.get(type(op), "") for op in part.ops)
        if isinstance(part, (ast.Assign, ast.AugAssign)):
            targets = part.targets if isinstance(part, ast.Assign) else [part.target]
            if any(isinstance(target, ast.Subscript) for target in targets):
                found.add("set item")
    return found


def _parts(node):
    """All parts of the syntax tree of a function's body, without the defaults of its arguments."""
    body = node.body if isinstance(node.body, list) else [node.body]
    return [part for statement in body for part in ast.walk(statement)]


def _assigned(node):
    """Name -> the expressions that are assigned to it."""
    found: dict[str, list[ast.expr]] = {}
    for part in _parts(node):
        if isinstance(part, ast.Assign):
            for target in part.targets:
                if isinstance(target, ast.Name):
                    found.setdefault(target.id, []).append(part.value)
    return found


def _reached(expression, assigned):
    """All parts of an expression, and of the expressions that its names stand for."""
    parts, todo, seen = [], [expression], set()
    while todo:
        for part in ast.walk(todo.pop()):
            parts.append(part)
            if isinstance(part, ast.Name) and part.id not in seen:
                seen.add(part.id)
                todo += assigned.get(part.id, ())
    return parts


def _called(part):
    """The name of the function that is called, as "exp" for np.exp(...); "" if ``part`` is no call."""
    function = part.func if isinstance(part, ast.Call) else None
    return getattr(function, "attr", getattr(function, "id", ""))


def _slip_facts(part, assigned):
    """Facts about one expression that often explain a wrong value."""
    found = set()
    if _called(part) == "where" and len(part.args) == 3:
        inside = {_called(inner) for branch in part.args[1:] for inner in _reached(branch, assigned)}
        found |= {f"{function} in where" for function in ("exp", "log") if function in inside}
    root = part.args[0] if _called(part) == "sqrt" and part.args else None
    if isinstance(part, ast.BinOp) and isinstance(part.op, ast.Pow) and _is_number(part.right, 0.5):
        root = part.left
    if isinstance(root, ast.BinOp) and isinstance(root.op, ast.Add):
        found.add("+ in root")
    if isinstance(part, ast.BinOp) and isinstance(part.op, ast.Div) and _is_number(part.right, 1):
        found.add("/ 1")
    return found


def _is_number(node, value):
    return isinstance(node, ast.Constant) and type(node.value) in (int, float) and node.value == value


def _stub_facts(node):
    """Whether the line `raise NotImplementedError()` is left, and whether anything was written besides."""
    if not isinstance(node, ast.FunctionDef):
        return set()
    raised = [getattr(part.exc, "func", part.exc) for part in _parts(node) if isinstance(part, ast.Raise)]
    if not any(getattr(error, "id", "") == "NotImplementedError" for error in raised):
        return set()
    lines = _lines(node)
    if lines:
        written = sum(not _is_ellipsis(value) for value in lines.values()) > 1  # the first line is given
    else:
        written = any(not isinstance(statement, (ast.Raise, ast.Pass)) for statement in node.body if _says(statement))
    return {"raise left"} | ({"written"} if written else set())


def _says(statement):
    """False for a docstring, a lone `...` and a `return` without a value."""
    if isinstance(statement, ast.Expr):
        return not isinstance(statement.value, ast.Constant)
    return not isinstance(statement, ast.Return) or statement.value is not None


def _is_ellipsis(value):
    return isinstance(value, ast.Constant) and value.value is ...


def _lines(node):
    """The lines of a derivation: name, such as line_24, -> its right-hand side."""
    return {name: values[-1] for name, values in _assigned(node).items() if name.startswith("line_")}


def _line_facts(node):
    """Whether two lines of a derivation are the same expression, and whether the last one still has a_prime."""
    lines = {name: value for name, value in _lines(node).items() if not _is_ellipsis(value)}
    if len(lines) < 2:
        return set()
    found = set()
    copies = [value for value in lines.values() if isinstance(value, ast.Name) and value.id in lines]
    if copies or len(set(map(ast.dump, lines.values()))) < len(lines):
        found.add("repeated line")
    last = lines[max(lines)]
    if any(isinstance(part, ast.Name) and part.id == "a_prime" for part in _reached(last, _assigned(node))):
        found.add("a_prime in last line")
    return found
