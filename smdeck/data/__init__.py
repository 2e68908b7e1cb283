"""Data that smdeck ships, and the commands that made it."""
