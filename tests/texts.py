"""Every text on screen that needs a translation, with the context in which Qt looks for it."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "parkdesk"


@dataclass(frozen=True, order=True)
class Text:
    """`hint` is Qt's disambiguation, `plural` whether it counts something with %n."""

    context: str
    source: str
    hint: str = ""
    plural: bool = False


class Untranslatable(Exception):
    """A call that Qt can never translate; the words say where it is."""


def collected() -> list[Text]:
    """All of them, in order. Raises Untranslatable."""
    return sorted({*written(), *declared()})


# What the modules' syntax says


def written() -> Iterator[Text]:
    """From `self.tr`, `translate` and `QT_TRANSLATE_NOOP`, and from functions that only pass on to them."""
    return written_in({_module(path): path.read_text("utf-8") for path in sorted(PACKAGE.rglob("*.py"))})


def written_in(sources: Mapping[str, str]) -> Iterator[Text]:
    """The same, from the sources of modules by their names."""
    trees = {module: ast.parse(source, module) for module, source in sources.items()}
    passing = {(module, name): context for module, tree in trees.items() for name, context in _passing(tree)}
    for module, tree in trees.items():
        known = {name: context for (home, name), context in passing.items() if home == module}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    context = passing.get((node.module, alias.name))
                    if context is not None:
                        known[alias.asname or alias.name] = context
        yield from _Reader(module, known).read(tree)


class _Reader(ast.NodeVisitor):
    def __init__(self, module: str, passing: dict[str, str]) -> None:
        self._module, self._passing = module, passing
        self._classes: list[str] = []
        self._found: list[Text] = []

    def read(self, tree: ast.Module) -> list[Text]:
        self.visit(tree)
        return self._found

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        match node.func:
            case ast.Attribute(value=ast.Name(id="self"), attr="tr") if self._classes:
                self._take(self._classes[-1], node, node.args)
            case ast.Attribute(attr="tr"):
                raise Untranslatable(
                    f"{self._module}:{node.lineno}: tr() of another object looks in that object's context"
                )
            case ast.Attribute(attr="translate") | ast.Name(id="translate" | "QT_TRANSLATE_NOOP") if (
                len(node.args) > 1
            ):
                for context in _literals(node.args[0]):
                    self._take(context, node, node.args[1:])
            case ast.Name(id=name) if name in self._passing:
                self._take(self._passing[name], node, node.args)

    def _take(self, context: str, node: ast.Call, arguments: list[ast.expr]) -> None:
        if any(isinstance(argument, ast.JoinedStr) for argument in arguments[:1]):
            raise Untranslatable(f"{self._module}:{node.lineno}: an f-string cannot be translated")
        hints = list(_literals(arguments[1])) if len(arguments) > 1 else []
        plural = len(arguments) > 2
        for source in _literals(arguments[0]) if arguments else ():
            self._found.append(Text(context, source, hints[0] if hints else "", plural))


def _passing(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Functions that return the translation of their first argument in one context."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.args.args:
            match node.body[-1]:
                case ast.Return(
                    value=ast.Call(
                        func=ast.Attribute(attr="translate") | ast.Name(id="translate"),
                        args=[ast.Constant(value=str(context)), ast.Name(id=name), *_],
                    )
                ) if name == node.args.args[0].arg:
                    yield node.name, context


def _literals(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from _literals(one)
            yield from _literals(other)
        case ast.BoolOp(values=values):
            for value in values:
                yield from _literals(value)


def _module(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


# What is declared as data


def declared() -> Iterator[Text]:
    yield from _actions()
    yield from _errors()
    yield from _facts()


def _actions() -> Iterator[Text]:
    from parkdesk.ui.actions.all import ALL
    from parkdesk.ui.actions.window import screen_actions
    from parkdesk.ui.screens import SCREENS

    for place in SCREENS:
        yield Text("rail", place.words)
    for action in (*screen_actions(SCREENS), *ALL):
        yield Text("actions", action.words)
        yield Text("actions", str(action.group))
        if action.tip:
            yield Text("actions", action.tip)


@cache
def _error_classes() -> tuple[type, ...]:
    """Every known error there is, wherever it is defined."""
    import parkdesk.domain
    import parkdesk.services
    from parkdesk.domain.errors import ParkDeskError

    for package in (parkdesk.domain, parkdesk.services):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)

    def below(kind: type) -> Iterator[type]:
        for child in kind.__subclasses__():
            yield child
            yield from below(child)

    return (ParkDeskError, *below(ParkDeskError))


def _errors() -> Iterator[Text]:
    for kind in _error_classes():
        if kind.__module__.startswith(("parkdesk.domain", "parkdesk.services")):
            yield Text("errors", kind.sentence)
            if kind.one[1]:
                yield Text("errors", kind.one[1])


def _facts() -> Iterator[Text]:
    """Words that errors are given as facts: whom to ask, why it failed, a status, a deed. Why somebody must look."""
    from parkdesk.domain.attention import Why
    from parkdesk.domain.booking import Deed, Status
    from parkdesk.domain.charge import Because
    from parkdesk.domain.claim import Claim
    from parkdesk.payments.troubles import Trouble

    for kind in (Trouble, Why, Because, Claim):
        yield from (Text("facts", word.value) for word in kind if any(map(str.isalpha, word.value)))
    for word in (*Status, *Deed):
        yield Text("facts", word.value.replace("_", " "))
    names = {kind.__name__ for kind in _error_classes()}
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"), str(path))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
                for fact in node.keywords:
                    if fact.arg != "field":
                        yield from (
                            Text("facts", words)
                            for words in _literals(fact.value)
                            if any(map(str.isalpha, words))
                        )
