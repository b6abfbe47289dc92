"""Article → spaCy Doc: tokens, sentences, trees, names and attribution spans, by one forward pass of a network."""

from kg.annotate.annotator import Annotator

__all__ = ["Annotator"]
