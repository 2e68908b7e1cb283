"""The compiler: from the nodes of a file to the fitted and checked scenes of a talk."""
