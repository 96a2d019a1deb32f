"""Document in, findings out: select rules, read, run."""
