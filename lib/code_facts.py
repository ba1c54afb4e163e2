"""What an answer's own code uses, as a short list of known words.

A hint that speaks of ``np.where`` or ``//`` may be given only where the code has it. The facts come from the kernel
of the student, so they decide nothing but the wording: never whether an answer is right.
"""

import ast
import dis
import inspect
import linecache

# Names that are called, or stand after a dot; operators; kinds of statements. Nothing else is ever recorded.
NAMES = frozenset(
    "where clip minimum maximum min max abs fabs sign log log1p log2 log10 exp expm1 tanh sinh cosh arcsinh arctanh sqrt "
    "power square sum mean average median prod cumsum dot inner matmul einsum outer logaddexp logit expit nan_to_num "
    "errstate isclose allclose argmax argmin argsort sort sorted reversed searchsorted nonzero flatnonzero shuffle "
    "permutation permuted choice randint integers default_rng RandomState seed random gradient diff vectorize print input "
    "range len zip enumerate next index append extend insert empty empty_like zeros zeros_like ones ones_like full "
    "full_like copy deepcopy array asarray astype round rint around floor ceil trunc fix int float bool str list tuple "
    "float16 float32 longdouble int64 int32 any all isnan isinf isfinite heaviside softmax math special random_sample "
    "sigmoid sigmoid_prime squared_error squared_error_prime cross_entropy cross_entropy_prime cross_entropy_from_z "
    "pre_activation predict gradient_squared_error gradient_cross_entropy sgd_step loss loss_prime ndim size shape item "
    "flatten ravel reshape squeeze isinstance ValueError T transpose".split()
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
OTHER = ("np.random", "source", "tiny", "return in a loop", "return without value", "small step", "large number", "set item", "return a comparison")
KNOWN = NAMES | {*OPERATORS.values(), *STATEMENTS.values(), *OTHER}


def code_facts(function):
    """The words of `KNOWN` that describe the source of a function and of the notebook's functions it uses.

    Parameters
    ----------
    function : function or None

    Returns
    -------
    list of str
        Sorted; empty where the source is not to be found, or cannot be read.
    """
    found, todo, seen = set(), [function], set()
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
        tree = ast.parse("".join(linecache.getlines(code.co_filename)))
    except (SyntaxError, ValueError, RecursionError):
        return None
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.Lambda)):
            first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", ()))])
            if first == code.co_firstlineno and getattr(node, "name", "<lambda>") == code.co_name:
                return node
    return None


def _facts(node):
    found = set()
    for part in ast.walk(node):
        kind = type(part)
        found.add(STATEMENTS.get(kind, ""))
        if kind is ast.Name:
            found.add(part.id)
        elif kind is ast.Attribute:
            found.add(part.attr)
            if part.attr == "random" and isinstance(part.value, ast.Name) and part.value.id in ("np", "numpy"):
                found.add("np.random")
        elif kind is ast.Constant and type(part.value) in (int, float):
            if 0 < part.value <= 1e-3:
                found.add("tiny")
            elif part.value >= 5:
                found.add("large number")
        elif kind is ast.AugAssign or kind is ast.BinOp or kind is ast.BoolOp or kind is ast.UnaryOp:
            found.add(OPERATORS.get(type(part.op), ""))
        elif kind is ast.Compare:
            found.update(OPERATORS.get(type(op), "") for op in part.ops)
        elif kind is ast.Return:
            if part.value is None:
                found.add("return without value")
            elif isinstance(part.value, ast.Compare):
                found.add("return a comparison")
        elif kind in (ast.For, ast.While) and any(isinstance(inner, ast.Return) for inner in ast.walk(part)):
            found.add("return in a loop")
        if kind in (ast.Assign, ast.AugAssign):
            targets = part.targets if kind is ast.Assign else [part.target]
            if any(isinstance(target, ast.Subscript) for target in targets):
                found.add("set item")
    return found
