"""The desk: a talk seen in the browser while it is written, and rehearsed there."""
