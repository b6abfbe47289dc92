"""Syntax: questions asked of a UD tree, and the words that describe actors."""
