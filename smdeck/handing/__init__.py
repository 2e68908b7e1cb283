"""Handing out: a talk as PDF, script, handout, and all for another computer in one file.

It reads compiled talks, as `preview` does, and sets its pages with Typst, which needs no office
program.
"""
