"""Rules: what PowerPoint would show and an audience could not use, as findings over the scenes.

One rule, one file: its name with hyphens is the finding's code, and nothing else registers it.
"""
