"""Signs: the commands of LaTeX that stand for one, and what kind each is."""

from __future__ import annotations

from functools import cache

_LETTERS = """
alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι
kappa κ lambda λ mu μ nu ν xi ξ pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ
phi ϕ varphi φ chi χ psi ψ omega ω ell ℓ hbar ℏ imath ı jmath ȷ partial ∂
"""
_UPRIGHT = """
Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω infty ∞ nabla ∇
emptyset ∅ varnothing ∅ forall ∀ exists ∃ Re ℜ Im ℑ aleph ℵ angle ∠ degree ° prime ′ dots … ldots …
cdots ⋯ vdots ⋮ ddots ⋱ % % $ $ # # & & _ _ { { } } top ⊤ bot ⊥ therefore ∴ euro €
"""
_OPERATORS = """
pm ± mp ∓ times × div ÷ cdot ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ oplus ⊕ otimes ⊗ cup ∪ cap ∩ setminus ∖
wedge ∧ vee ∨ land ∧ lor ∨ neg ¬ lnot ¬
"""
_RELATIONS = """
leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ approx ≈ equiv ≡ sim ∼ simeq ≃ cong ≅ propto ∝ in ∈ notin ∉ ni ∋
subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ ll ≪ gg ≫ to → rightarrow → leftarrow ← leftrightarrow ↔
Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ iff ⇔ implies ⇒ mapsto ↦ longrightarrow ⟶ uparrow ↑
downarrow ↓ mid ∣ parallel ∥ perp ⊥ coloneqq ≔
"""
BIG = {
    "sum": "∑", "prod": "∏", "coprod": "∐", "int": "∫", "iint": "∬", "iiint": "∭", "oint": "∮",
    "bigcup": "⋃", "bigcap": "⋂", "bigoplus": "⨁",
}  # fmt: skip
"""Signs that go over what follows, with limits below and above."""

FUNCTIONS = (
    *("sin", "cos", "tan", "cot", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "exp"),
    *("log", "ln", "lg", "lim", "max", "min", "sup", "inf", "det", "dim", "ker", "deg", "gcd"),
    *("arg", "Pr", "mod"),
)
UNDER = ("lim", "max", "min", "sup", "inf")
"""Functions whose limits stand below them."""

ACCENTS = {
    "hat": "\u0302", "widehat": "\u0302", "tilde": "\u0303", "bar": "\u0305", "vec": "\u20d7",
    "dot": "\u0307", "ddot": "\u0308", "overline": "¯",
}  # fmt: skip

BRACKETS = {
    "(": "(", ")": ")", "[": "[", "]": "]", "|": "|", "\\{": "{", "\\}": "}", ".": "",
    "\\langle": "⟨", "\\rangle": "⟩", "\\lfloor": "⌊", "\\rfloor": "⌋", "\\lceil": "⌈",
    "\\rceil": "⌉", "\\|": "‖", "\\vert": "|", "/": "/",
}  # fmt: skip

SPACES = {",": "\u2009", ":": "\u205f", ";": "\u2004", "!": "", " ": " ", "quad": "\u2003",
          "qquad": "\u2003\u2003"}  # fmt: skip

GRIDS = {
    "matrix": ("", ""), "pmatrix": ("(", ")"), "bmatrix": ("[", "]"), "vmatrix": ("|", "|"),
    "Bmatrix": ("{", "}"), "cases": ("{", ""), "aligned": ("", ""),
}  # fmt: skip


@cache
def signs() -> dict[str, tuple[str, str]]:
    """Return the sign of each command with its kind."""
    found: dict[str, tuple[str, str]] = {}
    for rows, kind in (
        (_LETTERS, "letter"), (_UPRIGHT, "upright"), (_OPERATORS, "operator"),
        (_RELATIONS, "relation"),
    ):  # fmt: skip
        words = rows.split()
        found |= {name: (sign, kind) for name, sign in zip(words[::2], words[1::2], strict=True)}
    return found


def known_commands() -> list[str]:
    """Return the names of all commands, for what may be meant by one that there is not."""
    own = ("frac", "dfrac", "tfrac", "sqrt", "binom", "text", "mathrm", "mathbf", "left", "right")
    return [*signs(), *BIG, *FUNCTIONS, *ACCENTS, *own, "begin", "operatorname"]
