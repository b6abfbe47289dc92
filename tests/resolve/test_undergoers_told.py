"""Whose a deed is that is condemned or welcomed: its doer's, and not to whom it was done. All people are invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article, Statement


def said(line: Line, words: str, text: str) -> Statement:
    """The statement that has these words in it."""
    found = line.extraction(Article(id="a", text=text, published="2024-05-09")).statements
    return next(one for one in found if words in one.text)


def targets(one: Statement) -> set[str | None]:
    return {item.mention.actor for item in one.about if item.role == "target"}


@pytest.mark.parametrize(
    ("text", "words", "whom"),
    [
        ("Norway condemned the jailing of opposition leader Ada Roth.", "jailing", None),
        ("The party condemned Ada Roth's arrest.", "arrest", None),
        ("Norway denounced the murder of presidential candidate Ada Roth on Sunday.", "murder", None),
        ("Norway condemned the murder of activist Ada Roth by Malian soldiers.", "murder", "country/MLI"),
        ("Jordan condemned the bombardment of Lebanese villages by Israeli warships.", "villages", "country/ISR"),
        ("Jordan condemned Israel's bombardment of Lebanese villages.", "villages", "country/ISR"),
        ("Latvia denounced the Russian occupation of Georgia.", "occupation", "country/RUS"),
        ("Latvia welcomed the release of Ada Roth by the authorities in Guinea.", "release", "country/GIN"),
        ("Latvia condemned the trial of Ada Roth in Belarus.", "trial", "country/BLR"),
        ("Latvia praised the election of Ada Roth.", "election", "person/ada-roth"),
    ],
)
def test_a_deed_is_not_held_against_whom_it_was_done_to(line: Line, text: str, words: str, whom: str | None) -> None:
    assert targets(said(line, words, text)) == ({whom} if whom else set())


@pytest.mark.parametrize(
    ("text", "words", "whom"),
    [
        ("Norway rejected the claims made on Friday by the Malian government.", "claims", {"country/MLI"}),
        ("Cuba rejected the text put forward by Norway, Chile and Vietnam.", "text", {"country/NOR", "country/CHL"}),
        ("Peru praised the efforts of Qatar and Egypt.", "efforts", {"country/QAT", "country/EGY"}),
        ("Peru rejected a meeting requested by Chile.", "meeting", set()),
    ],
)
def test_what_is_made_is_of_all_who_made_it(line: Line, text: str, words: str, whom: set[str]) -> None:
    assert targets(said(line, words, text)) >= whom
    assert bool(targets(said(line, words, text))) == bool(whom)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Danish minister called for closer ties between Norway and Sweden.", "ties"),
        ("Ada Moen called for a partnership between Kenya and Uganda.", "partnership"),
        ("The envoy demanded better relations between Kenya and Uganda.", "relations"),
    ],
)
def test_what_two_are_to_have_with_each_other_is_demanded_of_neither(line: Line, text: str, words: str) -> None:
    assert {(item.mention.kind, item.role) for item in said(line, words, text).about} == {("country", "topic")}
