"""Floating quotations: whose they are beside which nobody is told to say them. All people are invented."""

from __future__ import annotations

import pytest

from kg.annotate import Annotator
from kg.extract.attributions.floating import complete, take_up
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


def test_what_follows_a_colon_is_of_its_sentence(annotator: Annotator) -> None:
    text = "Mara Brask warned of the road: “Nobody should drive there today. It is not safe”."
    doc = annotator.annotate(Article(id="a", text=text))
    one = Link([doc[2]], doc[2], 1.0, [doc[0], doc[1]], doc[0], [list(doc[3:6])])
    take_up([one], Mentions(doc, Quotes(text)))
    assert len(one.contents) == 2


def test_who_was_asked_or_said_nothing_does_not(annotator: Annotator) -> None:
    for said in ("did not say", "asked"):
        text = f"Mara Brask {said} whether it was closed. “Nobody should drive there today. It is not safe.”"
        doc = annotator.annotate(Article(id="a", text=text))
        verb = next(token for token in doc if token.lemma_ in ("say", "ask"))
        one = Link([verb], verb, 1.0, [doc[0], doc[1]], doc[0], [list(doc[verb.i + 1 : verb.i + 5])])
        take_up([one], Mentions(doc, Quotes(text)))
        assert len(one.contents) == 1, said


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("“It is late. Go home now,” Mara Brask added.", "“It is late. Go home now,”"),
        ("“It is late. Go home now, Brask wrote. “We shut.”", "Go home now,"),  # the reporter's words stand within
    ],
)
def test_a_quotation_is_said_whole(annotator: Annotator, text: str, content: str) -> None:
    doc = annotator.annotate(Article(id="a", text=text))
    verb = next(token for token in doc if token.text in ("added", "wrote"))
    words = [token for token in doc if text.index("Go") <= token.idx < text.index("now") + 5]
    words += [doc[words[-1].i + 1]] if doc[words[-1].i + 1].text == "”" else []
    one = Link([verb], verb, 1.0, [doc[verb.i - 1]], doc[verb.i - 1], [words])
    complete([one], Mentions(doc, Quotes(text)))
    (tokens,) = one.contents
    assert text[tokens[0].idx : tokens[-1].idx + len(tokens[-1])] == content
