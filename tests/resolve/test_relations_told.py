"""Relations as sentences of the news tell them, read by the whole line. All are invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        (
            "Norway renewed its support for Chad and Mali in their fight against the Kidal Liberation Army.",
            ("Mali", "opposed_to", "Kidal Liberation Army"),
        ),
        (
            "Chad's army shelled positions of the Kidal Liberation Army on Monday.",
            ("Chad's army", "opposed_to", "Kidal Liberation Army"),
        ),
        (
            "Norway is committed to destroying the scourge of the Kidal Liberation Army.",
            ("Norway", "opposed_to", "Kidal Liberation Army"),
        ),
        (
            "Norwegian Foreign Ministry spokeswoman Kari Brask denied it.",
            ("Kari Brask", "spokesperson_for", "Norwegian Foreign Ministry"),
        ),
        ("Tor Vestby announced his candidacy in May.", ("Tor Vestby", "holds_post", "")),
        ("The Harbour League was founded by Tuva Dahl in 2004.", ("Tuva Dahl", "holds_post", "Harbour League")),
        ("The Geneva-based Harbour League warned of it.", ("Harbour League", "located_in", "Geneva")),
        ("The Harbour League, based in Bergen, closed on Monday.", ("Harbour League", "located_in", "Bergen")),
        ("The Harbour League, which is headquartered in Bergen, closed.", ("Harbour League", "located_in", "Bergen")),
        ("Presidents Tor Vestby of Norway and Omar Dahl of Chad met.", ("Tor Vestby", "holds_post", "Norway")),
        ("Presidents Tor Vestby of Norway and Omar Dahl of Chad met.", ("Omar Dahl", "holds_post", "Chad")),
        ("Queens Tuva Dahl of Norway and Mara Vik of Chad opened the games.", ("Mara Vik", "holds_post", "Chad")),
        (
            "The Norwegian Ministry of Fisheries' spokesperson, Kari Brask, denied it.",
            ("Kari Brask", "spokesperson_for", "Norwegian Ministry of Fisheries"),
        ),
        ("Omani defence ministers Tor Vestby and Omar Dahl quit.", ("Omar Dahl", "holds_post", "Omani")),
        ("Soldiers shot at a bus in Bahri, a suburb of Khartoum.", ("Bahri", "located_in", "Khartoum")),
        ("Soldiers shot at a bus in Bahri, a town in the north of Sudan.", ("Bahri", "located_in", "Sudan")),
        ("The Omani Embassy in the northern city of Tromsø was closed.", ("Omani Embassy", "located_in", "Tromsø")),
        (
            "The Arab League's Harbour Council called for calm.",
            ("Harbour Council", "part_of", "Arab League"),
        ),
        (
            "Tor Vestby, founder and director of the Harbour League, left.",
            ("Tor Vestby", "holds_post", "Harbour League"),
        ),
        (
            "Tor Vestby, executive director of the advocacy group Harbour Watch, left.",
            ("Tor Vestby", "holds_post", "Harbour Watch"),
        ),
        (
            "The election authority met. The head of the authority, Tor Vestby, left.",
            ("Tor Vestby", "holds_post", "the authority"),
        ),
        (
            "The traders refused. The traders' spokeswoman, Mara Vik, left.",
            ("Mara Vik", "spokesperson_for", "The traders"),
        ),
        (
            "A spokesman for the commission, Tor Vestby, denied it.",
            ("Tor Vestby", "spokesperson_for", "the commission"),
        ),
        ("The museum's director, Tuva Dahl, denied it.", ("Tuva Dahl", "holds_post", "The museum")),
        ("The Harbour League left. Its secretary-general, Tor Vestby, said so.", ("Tor Vestby", "holds_post", "Its")),
        ("Chad closed the border, army spokesman Colonel Omar Dahl said.", ("Omar Dahl", "spokesperson_for", "army")),
        (
            "The Harbour League will not go. “We sat at that table twice,” its head, Tor Vestby, said.",
            ("Tor Vestby", "holds_post", "its"),
        ),
        ("Saudi Crown Prince Omar Dahl left.", ("Omar Dahl", "holds_post", "Saudi")),
        ("Soldiers shot at a bus in Bahri (Sudan).", ("Bahri", "located_in", "Sudan")),
        ("Chad and Mali united in support of the Harbour League.", ("Mali", "allied_with", "Harbour League")),
    ],
)
def test_who_stands_how_to_whom(line: Line, text: str, relation: tuple[str, str, str]) -> None:
    found = line.extraction(Article(id="a", text=text, published="2024-05-09")).relations
    told = [(one.subject, one.predicate, one.object) for one in found]
    words = {(text[slice(*a.span)], how, text[slice(*b.span)] if b else "") for a, how, b in told}
    assert relation in words


@pytest.mark.parametrize(
    "text",
    [
        "It was clear why Mrs. Ellingsen should be mayor.",
        "The camp of Mara Ellingsen for mayor, Tor Vestby, praised the ferries.",
        "Seven members of the Harbour League left the hall.",
        "Several unions, including the Harbour League, left the hall.",
        "The Arab League's rivals left the hall of the Harbour Council.",
        "Kenya hosted talks between Chad and Mali in Nairobi on Tuesday.",
        "Trucks went from Lagos in Ghana's name.",
        "It rained in Mali, Chad and Niger.",
        "A bus was hit in Bahri near Khartoum.",
        "Chad beat Mali 2-1 in Nairobi.",
        "Chad and Mali clashed in the semi-final.",
        "The battle between Chad, Mali and Niger was long.",
        "Chad could be attacked by Mali.",
        "The Harbour League lost the support of Norway.",
        "Ships were repaired with the help of Norway.",
        "The Harbour League appealed to the Oslo branch of the Arab League.",
        "A law graduate from the University of Tromsø, Tor Vestby has led the harbour for years.",
    ],
)
def test_who_might_hold_a_post_or_is_the_master_of_who_does_holds_none(line: Line, text: str) -> None:
    assert line.extraction(Article(id="a", text=text, published="2024-05-09")).relations == ()


def test_an_ambassador_of_no_state_that_is_told_represents_none(line: Line) -> None:
    text = "The ambassador to Norway, Tor Vestby, left. Chad's ambassador to Norway, Omar Dahl, stayed."
    found = line.extraction(Article(id="a", text=text, published="2024-05-09")).relations
    sent = {(one.subject.actor, one.object.actor) for one in found if one.predicate == "represents" and one.object}
    assert sent == {("person/omar-dahl", "country/TCD")}


def test_whoever_leads_the_campaign_of_somebody_has_a_post_of_it_and_not_of_him(line: Line) -> None:
    text = "Ivar Brask became chairman of Tor Vestby's campaign."
    (told,) = line.extraction(Article(id="a", text=text, published="2024-05-09")).relations
    assert (told.subject.actor, told.predicate, told.post) == ("person/ivar-brask", "holds_post", "chairman")
    assert told.object is not None
    assert told.object.actor == "organization/tor-vestby-campaign"


@pytest.mark.parametrize(
    "text",
    [
        "“Norway bombs the Kidal Liberation Army with words,” Tor Vestby said.",
        "Tor Vestby said that Chad backs the Kidal Liberation Army.",
    ],
)
def test_who_fights_whom_as_somebody_says_is_no_fact(line: Line, text: str) -> None:
    assert line.extraction(Article(id="a", text=text, published="2024-05-09")).relations == ()


def test_who_leads_a_delegation_of_whom_it_is_not_told_represents_nobody(line: Line) -> None:
    text = "An official said that Minister Tuva Dahl intended to lead the delegation."
    found = line.extraction(Article(id="a", text=text, published="2024-05-09"))
    assert [one.predicate for one in found.relations] == ["holds_post"]


def test_what_is_done_has_no_members(line: Line) -> None:
    text = "Fund managers spread it as part of a smear campaign. Chad, as part of the coalition, is bound by it."
    found = line.extraction(Article(id="a", text=text, published="2024-05-10"))
    assert {one.subject.actor for one in found.relations if one.predicate == "member_of"} == {"country/TCD"}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The Harbour League will not go. “We sat at that table twice,” its head, Tor Vestby, said.", "harbour-league"),
        ("The Harbour Union will pay, its envoy, Tor Vestby, said.", "harbour-union"),
        ("The opposition Harbour Front said it would vote no. Its leader, Tor Vestby, left.", "harbour-front"),
    ],
)
def test_whose_named_head_somebody_is_is_the_body_that_the_text_spoke_of(line: Line, text: str, body: str) -> None:
    found = line.extraction(Article(id="a", text=text, published="2024-05-09")).relations
    assert f"organization/{body}" in {one.object.actor for one in found if one.object is not None}


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Tor Vestby, its vice-president, left the Harbour League.", "vice president"),
        ("Norwegian navy spokesman First Admiral Tor Vestby left.", "navy spokesman"),
        ("The army fired. Army spokesman Colonel Tor Vestby left.", "spokesman"),
    ],
)
def test_a_post_is_told_whole_and_without_rank_and_body(line: Line, text: str, post: str) -> None:
    found = line.extraction(Article(id="a", text=text, published="2024-05-09")).relations
    assert post in {(one.post or "").replace("-", " ") for one in found}


@pytest.mark.parametrize(
    "text",
    [
        # A body that has a state in its name, and is not found for one, is not the state.
        "Treasurer of the Norway Circle for the Defense of Public Lamps, Tor Vestby indicated it would meet.",
        # A work has no will: "our idea" is not the series'.
        "“They cheer,” said the director of the miniseries, Tor Vestby. “Our idea is to show it elsewhere.”",
    ],
)
def test_a_post_of_what_is_no_known_body_is_of_none(line: Line, text: str) -> None:
    found = line.extraction(Article(id="a", text=text, published="2024-05-09"))
    assert [(one.subject.actor, one.object) for one in found.relations] == [("person/tor-vestby", None)]
    assert not [one for one in found.mentions if text[one.start : one.end].lower() in ("our", "the miniseries")]


def test_the_head_of_a_military_administration_is_not_the_states(line: Line) -> None:
    text = "Norway sent ten lorries. The head of the military administration, Tor Vestby, said so."
    found = line.extraction(Article(id="a", text=text, published="2024-05-09")).relations
    assert all(one.object is None for one in found)


def test_a_campaigns_manager_has_the_campaign_of_whose_it_is(line: Line) -> None:
    text = "Ivar Brask's campaign is late. Tor Vestby left. On Monday, Vestby campaign manager Ida Moen sent a memo."
    found = line.extraction(Article(id="a", text=text, published="2024-05-09")).relations
    assert [one.object.actor for one in found if one.object is not None] == ["organization/tor-vestby-campaign"]


def test_the_director_of_an_administration_is_of_no_state(line: Line) -> None:
    text = (
        "Taiwan has a depot of the Railways Office in Taipei, the Ministry of Culture’s Bureau of Heritage said. Two "
        "tours will go by train, administration director Tor Vestby said."
    )
    found = line.extraction(Article(id="a", text=text, published="2024-05-09"))
    assert "administration" not in {text[one.start : one.end] for one in found.mentions}
