"""Fonts: what a font file is and says, and which fonts computers have."""
