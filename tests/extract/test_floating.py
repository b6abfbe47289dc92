"""Floating quotations: whose they are beside which nobody is told to say them. All people are invented."""

from __future__ import annotations

import pytest

from kg.annotate import Annotator
from kg.extract.attributions.floating import take_up
from kg.extract.attributions.links import Link
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax.quotes import Quotes
from kg.model import Article


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator()


@pytest.mark.parametrize(
    ("behind", "taken"),
    [
        ("\n\n“Nobody should drive there today. It is not safe.”\n\nThe town has two roads.", True),
        (" “Nobody should drive there today. It is not safe.” The town has two roads.", True),
        (" The town has two roads. “Nobody should drive there today. It is not safe.”", True),
        (" Ivar Moen came at noon. “Nobody should drive there today. It is not safe.”", False),
        ("\n\nThe town has two roads.\n\n“Nobody should drive there today. It is not safe.”", False),
        ("\n\n“Nobody should drive there today. Is it really safe?” Moen asked himself.", False),
        (" The exhibition “Nobody Should Drive There Today. It Is Not Safe.” was shut, too.", False),
        (" “It is closed!”", False),
    ],
)
def test_who_spoke_last_goes_on(annotator: Annotator, behind: str, *, taken: bool) -> None:
    text = f"Mara Brask said the road was closed.{behind}"
    doc = annotator.annotate(Article(id="a", text=text))
    one = Link([doc[2]], doc[2], 1.0, [doc[0], doc[1]], doc[0], [list(doc[3:7])])
    take_up([one], Mentions(doc, Quotes(text)))
    assert len(one.contents) == 1 + taken


def test_who_was_asked_or_said_nothing_does_not(annotator: Annotator) -> None:
    for said in ("did not say", "asked"):
        text = f"Mara Brask {said} whether it was closed. “Nobody should drive there today. It is not safe.”"
        doc = annotator.annotate(Article(id="a", text=text))
        verb = next(token for token in doc if token.lemma_ in ("say", "ask"))
        one = Link([verb], verb, 1.0, [doc[0], doc[1]], doc[0], [list(doc[verb.i + 1 : verb.i + 5])])
        take_up([one], Mentions(doc, Quotes(text)))
        assert len(one.contents) == 1, said
