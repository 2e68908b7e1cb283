"""Diagrams: what is written in Mermaid, drawn with native shapes and ties that stay glued."""
