"""The corpus: generated German slides, fitted by smdeck and set by LibreOffice, compared."""
