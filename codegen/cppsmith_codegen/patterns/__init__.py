"""Patterns: from the text of a regular expression to the tables of an automaton."""
