"""Article → spaCy Doc: tokens, sentences, trees, names and attribution spans, by one forward pass of a network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.annotate.version import fingerprint

if TYPE_CHECKING:
    from kg.annotate.annotator import Annotator

__all__ = ["Annotator", "fingerprint"]


def __getattr__(name: str) -> Any:
    # spaCy and onnxruntime take a second to import, which whoever only asks for the fingerprint need not spend.
    if name != "Annotator":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from kg.annotate.annotator import Annotator

    return Annotator
