"""Picture files: what one is by its bytes, and what of it goes into a talk.

This room is the only door to the bytes of a picture, whoever brings it: a deck, a theme, a client
or a template. Files are of all origins, so nothing is believed: not the name, not the size that
a header claims, not the addresses inside an SVG. The door is `files`; it is imported where there is
a picture, for most talks only those that ship.
"""
