"""Themes: a folder with a `theme.yaml` becomes colours, fonts, sizes, logo and art."""

from smdeck.theme.artwork import Art, Logo
from smdeck.theme.folders import shipped_themes
from smdeck.theme.lookup import find_theme
from smdeck.theme.theme import Theme

__all__ = ["Art", "Logo", "Theme", "find_theme", "shipped_themes"]
