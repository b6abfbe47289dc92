"""Which town is meant by a name that several have, and who is called like a town. All people are invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article


def places(line: Line, text: str) -> set[str]:
    found = line.extraction(Article(id="a", text=text, published="2024-05-10"))
    return {one.id for one in found.entities if one.kind == "place"}


@pytest.mark.parametrize(
    ("text", "known", "unknown"),
    [
        ("Tor Vestby, a farmer in Portsmouth, N.H., said the fee was too high.", "place/5091383", "place/2639996"),
        ("Tor Vestby, a farmer in Carthage, Ill., said the fee was too high.", "place/4896861", "place/2468245"),
        (
            "Tor Vestby won in New Hampshire. “It was close,” he said at a rally in Concord on Friday.",
            "place/5084868",
            "place/5339111",
        ),
        (
            "A shop burned down in the District of Columbia on Friday, police said.",
            "place/4140963",
            "place/4575352",
        ),
        ("Syria has let aid into Madaya, the United Nations said on Friday.", "place/167558", "place/1312649"),
        ("A shop burned down in Ft. Worth on Friday, police said.", "place/4691930", "place/ft-worth"),
        ("Washington's governor, Tor Vestby, was at home.", "place/5815135", "place/4140963"),
        ("The governor of New York, Tor Vestby, was at home.", "place/5128638", "place/5128581"),
        ("Tor Vestby, a farmer in Olympia, Wash., said the fee was too high.", "place/5815135", "place/4140963"),
        ("A shop burned down in Washington, the governor of the bank said.", "place/4140963", "place/5815135"),
        ("Pilgrims were hurt near Mecca, Saudi Arabia, police said.", "place/104515", "place/mecca-saudi-arabia"),
    ],
)
def test_a_town_is_in_the_state_that_is_written_behind_it_or_named(
    line: Line, text: str, known: str, unknown: str
) -> None:
    found = places(line, text)
    assert known in found
    assert unknown not in found


def test_a_large_city_is_meant_wherever_the_article_speaks_of(line: Line) -> None:
    assert "place/5128581" in places(line, "Tor Vestby flew from New York to Concord, New Hampshire, police said.")


def test_ben_is_a_given_name(line: Line) -> None:
    text = "Tor Vestby and Ben Holloman met in Oslo. Holloman said that he was tired."
    found = line.extraction(Article(id="a", text=text, published="2024-05-10"))
    assert next(one.speaker.entity for one in found.statements) == "person/ben-holloman"
    assert not [one for one in found.entities if one.kind == "place" and one.label == "Holloman"]


def test_a_surname_with_ben_is_the_end_of_a_name(line: Line) -> None:
    text = "Habib Salah Ben Marzouk left on Friday. Ben Marzouk said he would return."
    found = line.extraction(Article(id="a", text=text, published="2024-05-10"))
    assert {one.id for one in found.entities if one.kind == "person"} == {"person/habib-salah-ben-marzouk"}


def test_a_town_abroad_is_not_meant_by_an_article_on_other_places(line: Line) -> None:
    text = "Tor Vestby won in Texas, Ohio and Iowa on Friday. He watched the returns from Palm Beach."
    assert "place/palm-beach" in places(line, text)


@pytest.mark.parametrize(
    ("text", "inner", "outer"),
    [
        ("A bomb went off in the Karrada district of Baghdad, police said.", "place/karrada", "place/98182"),
        ("Tribesmen were killed in Anbar province, Iraq, the minister said.", "place/anbar", "country/IRQ"),
    ],
)
def test_a_district_is_in_the_town_and_not_the_town_in_it(line: Line, text: str, inner: str, outer: str) -> None:
    found = line.extraction(Article(id="a", text=text, published="2024-05-10"))
    lying = [(one.subject.entity, one.object and one.object.entity) for one in found.relations]
    assert (inner, outer) in lying
    assert (outer, inner) not in lying


@pytest.mark.parametrize(
    ("text", "known", "unknown"),
    [
        (
            "New Hampshire votes on Tuesday. “I am not sure,” said Ida Vestby, 24, from Manchester.",
            "place/5089178",
            "place/2643123",
        ),
        (
            "Tor Vestby was in Hudson, New Hampshire, on Friday. He is ahead in Ohio. In Hudson he met a baker.",
            "place/hudson",
            "place/5158164",
        ),
        ("Tor Vestby spoke of Hurricane Sandy in Utah on Friday.", "place/5549030", "place/5781061"),
    ],
)
def test_a_town_whose_state_is_told_is_the_same_again(line: Line, text: str, known: str, unknown: str) -> None:
    found = places(line, text)
    assert known in found
    assert unknown not in found


def test_one_candidates_campaign_is_not_anothers(line: Line) -> None:
    text = (
        "Ida Vestby's campaign says it is ahead. Tor Brask was asked about the emblem. “The numbers put our campaign "
        "ahead of Ms Vestby,” said Nils Holm, Brask's campaign manager."
    )
    found = line.extraction(Article(id="a", text=text, published="2024-05-10"))
    about = [item.mention.entity for one in found.statements if "our campaign" in one.text for item in one.about]
    assert "organization/ida-vestby-campaign" not in about


@pytest.mark.parametrize(
    ("text", "known", "unknown"),
    [
        ("Two people died in Sokoto state on Friday, police said.", "place/sokoto-state", "place/2322911"),
        ("The governor of Hama governorate, Adib Sarmini, resigned.", "place/hama-province", "place/170017"),
        ("Floods hit the provinces of Farah, Herat and Kunduz, the UN said.", "place/herat-province", "place/1140026"),
        ("They hide in Kano, Gombe and Niger states in Nigeria, police said.", "place/niger-state", "country/NER"),
        ("They hide in Kano, Gombe and Niger states in Nigeria, police said.", "place/kano-state", "place/2335204"),
        ("A man was held in Kursk region on Friday, Russia said.", "place/kursk-oblast", "place/538560"),
        # What is no province's name leaves the town as it is.
        ("Tor Vestby of Minsk state television left Belarus on Friday.", "place/625144", "place/minsk-state"),
        ("Growers in the Lyon region protested on Friday, police said.", "place/2996944", "place/lyon-region"),
    ],
)
def test_a_province_is_not_the_town_that_it_is_called_after(line: Line, text: str, known: str, unknown: str) -> None:
    found = {one.id for one in line.extraction(Article(id="a", text=text, published="2024-05-10")).entities}
    assert known in found
    assert unknown not in found


def test_a_head_of_state_has_no_state_of_nigeria(line: Line) -> None:
    assert "place/niger-state" not in places(line, "The head of state of Niger flew to Abuja in Nigeria on Friday.")


@pytest.mark.parametrize(
    ("text", "known", "unknown"),
    [
        ("Senator Tor Vestby of New York was not at home.", "place/5128638", "place/5128581"),
        ("Tor Vestby, Democrat of New York, was not at home.", "place/5128638", "place/5128581"),
        ("Tor Vestby lost the New York primary on Friday.", "place/5128638", "place/5128581"),
        ("A shop burned down in Nevada, Ohio and New York on Friday.", "place/5128638", "place/5128581"),
        ("Tor Vestby has a farm in Tarn Vell, New York, police said.", "place/5128638", "place/5128581"),
        ("A farm burned down in upstate New York on Friday.", "place/5128638", "place/5128581"),
        ("Tor Vestby has shops in London, New York and Tokyo.", "place/5128581", "place/5128638"),
        ("Tor Vestby has homes in Palm Beach, Florida, and New York.", "place/5128581", "place/5128638"),
        ("Tor Vestby spoke in New York, Florida Sen. Uwe Holloman said.", "place/5128581", "place/5128638"),
        ("Tor Vestby travelled between Ohio and Washington.", "place/4140963", "place/5815135"),
    ],
)
def test_a_state_of_the_name_of_a_city_is_told_by_what_only_states_have(
    line: Line, text: str, known: str, unknown: str
) -> None:
    found = places(line, text)
    assert known in found
    assert unknown not in found


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Georgia pastor Tor Vestby was arrested on Friday.", True),
        ("A Georgia grand jury heard Tor Vestby on Friday.", True),
        ("Republicans gain in Georgia, where Georgians vote on Tuesday.", True),
        ("Georgia war: Tor Vestby speaks of a hundred dead.", False),
        ("Russian troops are still in Georgia, a general said.", False),
        ("Georgians vote on Tuesday, Tor Vestby said in Tbilisi.", False),
    ],
)
def test_georgia_is_the_state_where_it_stands_for_an_adjective_or_american_things_are_named(
    line: Line, text: str, state: bool
) -> None:
    found = line.extraction(Article(id="a", text=text, published="2024-05-10"))
    ids = {one.id for one in found.entities} & {"place/4197000", "country/GEO"}
    assert ids == {"place/4197000" if state else "country/GEO"}


@pytest.mark.parametrize(
    ("text", "known", "unknown"),
    [
        ("San Jose is the first city in the U.S. that asks for it.", "place/5392171", "place/3621849"),
        ("Tor Vestby met farmers of Costa Rica in San Jose.", "place/3621849", "place/5392171"),
        (
            "Tor Vestby gave a dinner at his home in Georgetown, the U.S. press said.",
            "place/georgetown",
            "place/3378644",
        ),
        ("Tor Vestby landed in Georgetown to speak of Guyana's oil.", "place/3378644", "place/georgetown"),
    ],
)
def test_a_capital_that_shares_its_name_is_meant_where_its_state_is_spoken_of(
    line: Line, text: str, known: str, unknown: str
) -> None:
    found = places(line, text)
    assert known in found
    assert unknown not in found
