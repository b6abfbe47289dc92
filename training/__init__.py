"""Trains the network that `kg.annotate` runs; needed by nobody who only uses it."""
