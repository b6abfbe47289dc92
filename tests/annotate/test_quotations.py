"""Who says what, by the marks and the attributions of a text."""

from __future__ import annotations

import numpy as np
import spacy
from spacy.tokens import Doc, Span, SpanGroup

from kg.annotate.quotations import Quotations
from kg.model import ATTRIBUTION

WORDS = "“ I am tired , ” she said . He said that they slept .".split()
SPEAKER, SHE, THEY = 1, 6, 12


def found(*, attributed: bool = True) -> Quotations:
    doc = Doc(spacy.blank("en").vocab, words=WORDS)
    if attributed:
        spans = [
            (1, 4, "CONTENT"),
            (6, 7, "SOURCE"),
            (7, 8, "CUE"),
            (9, 10, "SOURCE"),
            (10, 11, "CUE"),
            (11, 14, "CONTENT"),
        ]
        group = [Span(doc, begin, end, label) for begin, end, label in spans]
        links = [(2, 1, 0.9), (2, 0, 0.9), (4, 3, 0.9), (4, 5, 0.9)]
        doc.spans[ATTRIBUTION] = SpanGroup(doc, name=ATTRIBUTION, attrs={"links": links}, spans=group)
    return Quotations(doc, WORDS)


def test_what_is_said_has_its_speaker() -> None:
    one = found()
    assert one.says(np.array([SHE, SHE, 9]), np.array([SPEAKER, THEY, THEY])).tolist() == [True, False, True]
    assert one.direct[SPEAKER]
    assert not one.direct[THEY]


def test_marks_alone_tell_what_is_quoted() -> None:
    one = found(attributed=False)
    assert one.quoted[SPEAKER]
    assert not one.quoted[SHE]
    assert not one.says(np.array([SHE]), np.array([SPEAKER])).any()
    assert (one.content == -1).all()
