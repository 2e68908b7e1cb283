"""Projects: the folder that an author begins with."""
