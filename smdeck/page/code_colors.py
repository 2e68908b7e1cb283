"""Code in colours: each line as runs, what is a comment, a word or a value told apart."""

from __future__ import annotations

from functools import lru_cache

from smdeck.model.code_lines import lexer_of
from smdeck.model.text import Run
from smdeck.scene import Role
from smdeck.theme import Theme
from smdeck.theme.color import TEXT_CONTRAST, contrast


@lru_cache(maxsize=64)
def tints(theme: Theme, tone: str, behind: Role = "ground") -> tuple[Role, Role, Role]:
    """Return the roles of comments, of a language's own words, and of values in code."""
    background, accent = theme.rgb(behind, tone), theme.rgb("accent", tone)
    known: tuple[Role, ...] = ("series_3", "series_2", "series_5", "series_4", "series_1")
    values: Role = next(
        (
            role
            for role in known
            if contrast(theme.rgb(role, tone), background) >= TEXT_CONTRAST
            and theme.rgb(role, tone) not in (accent, theme.rgb("text", tone))
        ),
        "accent",
    )
    if behind == "ground":
        return "muted", "accent", values

    def read(*roles: Role) -> Role:
        readable = (
            one
            for one in roles
            if contrast(theme.rgb(one, tone, background), background) >= TEXT_CONTRAST
        )
        return next(readable, theme.text_colors(behind, tone).text)

    return read("muted", "calm"), read("accent", "inverse_accent"), read(values)


def colored(code: str, language: str | None, roles: tuple[Role, Role, Role]) -> list[list[Run]]:
    """Return the lines of code as runs, each in the colour of what it is."""
    lexer = lexer_of(language) if language else None
    if lexer is None:
        return [[Run(line)] if line else [] for line in code.split("\n")]
    from pygments.token import Token

    comment, word, value = roles
    kinds = (
        (Token.Comment, comment), (Token.Keyword, word), (Token.Name.Tag, word),
        (Token.Name.Attribute, word), (Token.Name.Decorator, word), (Token.Literal, value),
        (Token.Generic.Prompt, word), (Token.Generic.Output, comment),
    )  # fmt: skip
    lines: list[list[Run]] = [[]]
    for kind, text in lexer.get_tokens(f"{code}\n"):  # some lexers lose a line without an end
        tint = next((role for token, role in kinds if kind in token), None)
        for n, piece in enumerate(text.split("\n")):
            if n:
                lines.append([])
            if piece:
                last = lines[-1][-1] if lines[-1] else None
                if last and (last.tint == tint or piece.isspace()):
                    lines[-1][-1] = last._replace(text=last.text + piece)
                else:
                    lines[-1].append(Run(piece, tint=tint))
    plain = code.split("\n")
    lines = lines[: len(plain)]
    if ["".join(run.text for run in line) for line in lines] != plain:  # a lexer changed it
        return [[Run(line)] if line else [] for line in plain]
    return lines
