"""Editing in place: for each format, the ways to write a change so that every other byte stays."""
