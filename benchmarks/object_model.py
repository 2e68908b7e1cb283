"""The plain python-pptx way: default template, `Title and Content`, object model throughout."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from pptx import Presentation


def main(source: str, out: str) -> None:
    """Build the deck in `source` (JSON) and save it as `out`."""
    presentation = Presentation()
    layout = presentation.slide_layouts[1]
    for content in json.loads(Path(source).read_text(encoding="utf-8")):
        slide = presentation.slides.add_slide(layout)
        slide.shapes.title.text = content["title"]
        slide.placeholders[1].text_frame.text = "\n".join(content["items"])
        slide.notes_slide.notes_text_frame.text = content["notes"]
    presentation.save(out)


if __name__ == "__main__":
    main(*sys.argv[1:])
