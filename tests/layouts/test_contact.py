"""Contact: an e-mail address that stands for itself can be clicked; what else an author writes is
left as it is."""

from __future__ import annotations

import re
from pathlib import Path

import smdeck


def test_an_address_among_the_ways_to_get_in_touch_is_a_link(tmp_path: Path) -> None:
    deck = tmp_path / "deck.yaml"
    deck.write_text(
        "title: A\nslides:\n  - layout: contact\n    title: Schreiben Sie mir\n    items: "
        "[ada@example.com, Mail an bob@example.com, '[Carla](mailto:c@example.com)']\n",
        "utf-8",
    )
    page = smdeck.build(deck, format="html").path.read_text("utf-8")
    assert re.findall(r'href="(mailto:[^"]+)"', page) == [
        "mailto:ada@example.com",
        "mailto:c@example.com",
    ]
