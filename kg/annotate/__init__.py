"""Article → spaCy Doc: tokens, sentences, trees, names and attribution spans, by one forward pass of a network."""

from kg.annotate.annotator import Annotator, fingerprint

__all__ = ["Annotator", "fingerprint"]
