"""Mermaid: diagrams as people write them in text become records that know where they stand.

The parsers are our own and read what talks use; what they don't understand is a finding.
"""
