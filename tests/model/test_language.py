"""Languages: which tags are known, what misspelt ones may mean, and the regions of PowerPoint."""

from __future__ import annotations

import pytest

from smdeck.model.language import is_tag, meant, with_region


@pytest.mark.parametrize(
    "tag",
    ["de", "de-DE", "de-AT", "en-GB", "gsw-CH", "zh-Hant-TW", "es-419", "ca-ES-valencia"],
)
def test_tags_are_known(tag: str) -> None:
    assert is_tag(tag)


@pytest.mark.parametrize(
    ("tag", "written"),
    {
        "de-DE": "Deutsch deutsch german ger deu de_DE de-de DE dee Germann de-XX de-DE-DE",
        "de-AT": "at de_at deutsch-at Deutsch-Österreich",
        "de-CH": "DE-CH Deutsch(Schweiz)",
        "gsw-CH": "Schweizerdeutsch gsw-ch",
        "en-US": "englisch English en-EN en-us",
        "en-GB": "en-UK en_gb british",
        "fr-FR": "französisch français fr-fr",
        None: "xx xx-YY klingon - 2026",
    }.items(),
    ids=str,
)  # fmt: skip
def test_the_tag_that_is_meant_is_found(tag: str | None, written: str) -> None:
    for text in written.split():
        assert not is_tag(text)
        assert meant(text) == tag, text


def test_powerpoint_is_told_a_region() -> None:
    """PowerPoint knows proofing tools by language and region."""
    assert [with_region(tag) for tag in ("de", "en", "pl", "de-AT", "gsw-CH", "es-419")] == [
        "de-DE", "en-US", "pl-PL", "de-AT", "gsw-CH", "es-419",
    ]  # fmt: skip
