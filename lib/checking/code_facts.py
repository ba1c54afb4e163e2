"""Which functions, operators and statements an answer's own code uses, as words of a fixed list.

A hint that mentions ``np.where`` or ``//`` may only be given if the code has it. The facts come from the student's
kernel, where they could be forged, so they may decide which hint is given, but never whether an answer is right.
"""

import ast
import dis
import inspect
from collections.abc import Callable

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
OTHER = ("np.random", "source", "tiny", "set item")
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
        node = _node(code)
        if node is None:
            continue
        found |= {"source"} | _facts(node)
        for name in _names(code):
            other = function.__globals__.get(name)
            if inspect.isfunction(other) and other.__code__.co_filename == code.co_filename:
                todo.append(other)  # a helper in the same cell
    return sorted(found & KNOWN)


def _names(code):
    names = {i.argval for i in dis.get_instructions(code) if i.opname in ("LOAD_GLOBAL", "LOAD_NAME")}
    for constant in code.co_consts:
        if inspect.iscode(constant):
            names |= _names(constant)
    return names


def _node(code):
    """The part of the syntax tree that a code object was compiled from, or None."""
    try:
        tree = ast.parse("".join(source_lines(code.co_filename)))
    except (SyntaxError, ValueError, RecursionError):
        return None
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.Lambda)):
            first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", ()))])
            if first == code.co_firstlineno and getattr(node, "name", "<lambda>") == code.co_name:
                return node
    return None


def _facts(node):
    body = node.body if isinstance(node.body, list) else [node.body]  # not the defaults of its arguments
    found = set()
    for part in (inner for statement in body for inner in ast.walk(statement)):
        found.add(STATEMENTS.get(type(part), ""))
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
