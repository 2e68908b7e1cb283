"""What Open XML allows is as the data of the Open XML SDK have it."""

from __future__ import annotations

import json

from smdeck.data.make_open_xml import TARGET, Schemas, compiled


def test_the_file_is_as_new() -> None:
    """`python -m smdeck.data.make_open_xml` writes it anew."""
    assert json.loads(TARGET.read_text("utf-8")) == compiled(Schemas())
