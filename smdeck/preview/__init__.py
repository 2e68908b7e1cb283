"""Preview: fitted scenes as SVG, without any office program.

It reads what `write` reads, scenes and the theme, and nothing of what `write` makes of them.
"""

from smdeck.preview.slide import SlideDrawing, SvgSlide, draw_slide
from smdeck.preview.typefaces import Pictures

__all__ = ["Pictures", "SlideDrawing", "SvgSlide", "draw_slide"]
