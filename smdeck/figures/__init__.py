"""Figures: numbers, dates and tables as people have them, read right and shown right."""
