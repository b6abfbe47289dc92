"""Statements: an attribution with its speaker, its listeners, its time and its place."""
