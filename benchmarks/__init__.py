"""The benchmark suite: whole processes, smdeck beside its peers on the same deck."""
