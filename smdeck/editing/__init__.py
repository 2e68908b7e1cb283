"""Editing: what an editor is told of a deck while it is written, over the language server protocol.

`context` finds out where in a deck a cursor stands, `answers` what is said there, `server` talks.
"""
