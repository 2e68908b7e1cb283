"""Variables: `${name}` stands for a value of `vars`, of the deck's own keys, or from outside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from smdeck.expand.budget import MAX_LOOKUPS, Budget
from smdeck.findings import Findings, Place, listing, nearest
from smdeck.source.nodes import Mapping, Node, Scalar, Sequence

_NAME = r"[^\W\d][\w-]*(?:\.[\w-]+)*"
NAME = re.compile(_NAME)
"""What a variable may be called; behind a point stands a key inside of its value."""

_ASKED = re.compile(r"\$(\$?)\{([^{}]*)(\}?)")
"""Where a text names a variable; `$${` is written for `${` itself."""

_MARKUP = re.compile(r"[\\*_`\[\]<>&~^$]|:(?=\\)|^[-+#]|(?<=^\d)[.)]|(?<=^\d\d)[.)]")
"""What would be markup in a text: a value from outside is shown as it is."""


class FilledScalar(Scalar):
    """A text in which values stand for the names of variables."""

    __slots__ = ("markup",)

    def __init__(self, asked: Scalar, text: str, markup: str, plain: bool = False) -> None:
        super().__init__(*asked.where, text, plain)
        self.markup = markup
        """The text for a reader of markup: what came from outside is escaped."""

    def as_markup(self) -> Scalar:
        """Return the text for a reader of markup: what came from outside is escaped."""
        return FilledScalar(self, self.markup, self.markup, self.plain)

    def place_of(self, words: str, start: int | None = None) -> Place:
        """Return where the text stands: its words are not in the file as they are here."""
        return self.place


class ScopeLayer(NamedTuple):
    """Values by name, from one origin."""

    values: Mapping
    is_markup: bool = True
    """Whether they are an author's texts; others are shown as they are."""


class VariableScope:
    """What names stand for at one place: the first layer that has a name says it."""

    def __init__(self, layers: tuple[ScopeLayer, ...], budget: Budget, findings: Findings) -> None:
        self.layers, self.budget, self.findings = layers, budget, findings
        self.used: set[str] = set()
        """The names that were asked for."""

    def of(self, layers: Iterable[ScopeLayer]) -> VariableScope:
        """Return the variables of another place; who asks there is known here as well."""
        other = VariableScope(tuple(layers), self.budget, self.findings)
        other.used = self.used
        return other

    def standing_for(self, asked: Scalar, names: tuple[str, ...]) -> tuple[str, Node] | None:
        """Return the list or mapping that a text is, which is nothing but a variable; else None.

        It comes with the name of the variable, its own variables not filled yet.
        """
        whole = _ASKED.fullmatch(asked.text.strip())
        if not whole or whole[1] or not whole[3] or not NAME.fullmatch(whole[2].strip()):
            return None
        name = whole[2].strip()
        found = None if name in names else self._lookup(name)
        return (name, found[0]) if found and not isinstance(found[0], Scalar) else None

    def filled(self, asked: Scalar, names: tuple[str, ...] = ()) -> Scalar:
        """Return a text with values for the variables that it names.

        `names` are the variables whose values are being looked up.
        """
        text = asked.text
        plain = markup = ""
        end = 0
        for found in _ASKED.finditer(text):
            before = text[end : found.start()]
            end = found.end()
            if found[1]:
                value: Scalar = Scalar(*asked.where, found[0][1:], False)
            else:
                value = self._named(found, asked, names)
            plain += before + value.text
            markup += before + (value.markup if isinstance(value, FilledScalar) else value.text)
            self.budget.take(len(value.text))
        return FilledScalar(asked, plain + text[end:], markup + text[end:])

    def _named(self, found: re.Match[str], asked: Scalar, names: tuple[str, ...]) -> Scalar:
        """Return the value of a variable in a text; of a wrong one what is written there."""
        written = Scalar(*asked.where, found[0], False)
        name = found[2].strip()
        place = asked.place_of(found[0], found.start())
        if not found[3] or not NAME.fullmatch(name):
            message = f"`{found[0]}` names no variable"
            if not found[3]:
                message = f"`{found[0].split()[0]}` is not closed"
            help = "write `${name}`, or `$${` for the signs themselves"
            self.findings.error("unknown-name", message, place, help)
            return written
        value = self._value(name, asked, names)
        if value is None:
            return written
        if not isinstance(value, Scalar):
            what = "a list" if isinstance(value, Sequence) else "keys with values"
            help = "a text takes one value; alone in its quotes the variable stands for all of it"
            if isinstance(value, Mapping) and value.entries:
                help = f"name one of them, as `${{{name}.{next(iter(value.entries))}}}`"
            self.findings.error("wrong-type", f"`${{{name}}}` stands for {what}", place, help)
            return written
        return value

    def _value(self, name: str, asked: Scalar, names: tuple[str, ...]) -> Node | None:
        """Return what a name stands for, its own variables filled; None with a finding."""
        if name in names:
            circle = " → ".join((*names[names.index(name) :], name))
            message = f"the variable `{name}` stands for itself: {circle}"
            self.findings.error("variable-cycle", message, asked.place, "write one of them out")
            return None
        if len(names) > MAX_LOOKUPS:
            message = f"more than {MAX_LOOKUPS} variables stand for one another"
            self.findings.error("too-deep", message, asked.place, "write some of them out")
            return None
        found = self._lookup(name)
        if found is None:
            place = asked.place_of(f"${{{name}}}")
            message = f"nothing is called `{name}` here"
            self.findings.error("unknown-name", message, place, self._help(name))
            return None
        value, layer = found
        if not isinstance(value, Scalar) or isinstance(value, FilledScalar):
            return value  # what came from outside names no variables
        if not layer.is_markup:
            return FilledScalar(value, value.text, literal_markup(value.text))
        return self.filled(value, (*names, name)) if "${" in value.text else value

    def _lookup(self, name: str) -> tuple[Node, ScopeLayer] | None:
        """Return the value of a name with its layer, or None where there is none."""
        first, *path = name.split(".")
        for layer in self.layers:
            value = layer.values.get(name) if path else None
            if value is None:
                value = layer.values.get(first)
                for key in path:
                    value = value and value.get(key)
            if value is not None:
                self.used.add(first)
                return value, layer
        return None

    def _help(self, name: str) -> str:
        known = list(self._names())
        near = nearest(name, known)
        if near:
            return f"did you mean `${{{near}}}`?"
        if "." not in name:
            return f"add it: `vars: {{{name}: …}}`; the signs themselves are written `$${{`"
        inner = [one for one in known if one.startswith(f"{name.split('.')[0]}.")]
        return f"there is {listing(inner, 'and')}" if inner else "write the words out"

    def _names(self) -> Iterator[str]:
        """Yield all names that are known, with those of keys inside."""
        for layer in self.layers:
            for key, value in layer.values:
                yield key.text
                if isinstance(value, Mapping):
                    yield from (f"{key.text}.{inner}" for inner in value.entries)


def literal_markup(text: str) -> str:
    """Return a text as markup that shows it as it is."""
    return _MARKUP.sub(lambda found: f"\\{found[0]}", text)
