"""Whom lawmakers sit for and of which party they are, read by the whole line. All are invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article

FLORIDA, OHIO, VERMONT = "place/4155751", "place/5165418", "place/5242283"
MASSACHUSETTS, KENTUCKY, MICHIGAN = "place/6254926", "place/6254925", "place/5001836"
DEMOCRATS, REPUBLICANS = "organization/democratic-party", "organization/republican-party"


def told(line: Line, text: str) -> set[tuple[str, str | None]]:
    """Predicates and objects of the relations of Tor Vestby."""
    found = line.extraction(Article(id="a", text=text, published="2024-05-09")).relations
    ours = [one for one in found if one.subject.actor == "person/tor-vestby"]
    return {(one.predicate, one.object.actor if one.object is not None else None) for one in ours}


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("Sen. Tor Vestby (R-Fla.) said no.", FLORIDA),
        ("Rep. Tor Vestby, D-Ohio, said no.", OHIO),
        ("Sen. Tor Vestby (D-Mass.) said no.", MASSACHUSETTS),
        ("Her rival, Senator Tor Vestby of Vermont, said no.", VERMONT),
        ("Tor Vestby, a U.S. senator from Vermont, said no.", VERMONT),
    ],
)
def test_a_lawmaker_is_of_the_land_beside_his_name_and_represents_it(line: Line, text: str, land: str) -> None:
    assert {("holds_post", land), ("represents", land)} <= told(line, text)


@pytest.mark.parametrize(
    ("text", "party", "land"),
    [
        ("Senator Tor Vestby, a Michigan Democrat, said no.", DEMOCRATS, MICHIGAN),
        ("Senator Tor Vestby, Republican of Kentucky, said no.", REPUBLICANS, KENTUCKY),
        ("Tor Vestby, a Democrat, said no.", DEMOCRATS, None),
        ("Governor Tor Vestby of Vermont, a Republican who has not decided, said no.", REPUBLICANS, None),
    ],
)
def test_of_which_party_somebody_is_stands_beside_his_name(line: Line, text: str, party: str, land: str | None) -> None:
    found = told(line, text)
    assert ("member_of", party) in found
    assert {of for how, of in found if how == "represents"} == ({land} if land else set())


@pytest.mark.parametrize(
    "text",
    [
        "U.S. Sen. Tor Vestby said no.",
        "Illinois state Rep. Tor Vestby said no.",
        "Omar Dahl beat Tor Vestby, a democrat.",
    ],
)
def test_none_is_represented_by_whoever_sits_for_no_land(line: Line, text: str) -> None:
    assert {of for how, of in told(line, text) if how == "represents"} == set()


def test_the_representative_of_a_body_in_a_land_represents_the_body(line: Line) -> None:
    text = "The Harbour League was founded in May. The league's representative in Vermont, Tor Vestby, said no."
    assert ("represents", VERMONT) not in told(line, text)


def test_who_runs_for_a_chamber_is_no_member_of_it(line: Line) -> None:
    assert "member_of" not in {how for how, _ in told(line, "U.S. Senate candidate Tor Vestby said no.")}


def test_a_role_is_listed_once_whether_its_post_is_cut_short_or_its_land_is_told(line: Line) -> None:
    text = "Sen. Bernie Sanders (I-Vt.) spoke on Monday. Senator Sanders left on Tuesday."
    entities = line.extraction(Article(id="a", text=text, published="2016-05-09")).entities
    (person,) = (one for one in entities if one.kind == "person")
    senator = [role for role in person.roles if "sen" in role.post.casefold()]
    assert [(role.post, role.organization, role.since is not None) for role in senator] == [
        ("Senator", "organization/us-senate", True)
    ]
