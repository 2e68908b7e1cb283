"""Math: formulas in LaTeX become a tree that is measured, drawn and written."""
