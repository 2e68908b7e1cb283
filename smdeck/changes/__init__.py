"""Changes: what differs between two talks, slide by slide, in words that people use."""
