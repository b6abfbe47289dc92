"""Which campaign, party or newspaper the words of an article mean, read by the whole line. People are invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article, Extraction


def found(line: Line, text: str) -> Extraction:
    return line.extraction(Article(id="a1", text=text, published="2026-03-12", language="en"))


def speakers(extraction: Extraction, words: str) -> set[str | None]:
    """Who says what contains these words."""
    return {one.speaker.entity for one in extraction.statements if words in one.text}


def meant(extraction: Extraction, before: str, words: str) -> str | None:
    """Whom these words right after those words mean."""
    start = extraction.article.text.index(before + words) + len(before)
    return next((one.actor for one in extraction.mentions if one.span == (start, start + len(words))), None)


def test_a_campaign_is_that_of_its_candidate_and_not_of_the_rival(line: Line) -> None:
    extraction = found(
        line,
        "Kari Vestby and Tom Harkavy met in Ohio on Monday.\n\n"
        "Vestby's campaign said the debate was won. The Harkavy campaign denied that it had asked for a delay. "
        "Mr. Harkavy's campaign said on Tuesday that it would go on. Later the campaign announced a rally in Iowa.",
    )
    assert speakers(extraction, "debate was won") == {"organization/kari-vestby-campaign"}
    assert speakers(extraction, "asked for a delay") == {"organization/tom-harkavy-campaign"}
    assert speakers(extraction, "it would go on") == {"organization/tom-harkavy-campaign"}
    assert speakers(extraction, "rally in Iowa") == {"organization/tom-harkavy-campaign"}


def test_the_party_is_the_one_that_was_spoken_of_by_whatever_name(line: Line) -> None:
    extraction = found(
        line,
        "The GOP lost three seats in Ohio on Monday, and Washington was surprised.\n\n"
        "Kari Vestby said the party had slept.",
    )
    assert meant(extraction, "said ", "the party") == "organization/republican-party"


def test_the_party_of_somebody_is_the_one_he_heads_and_nobody_elses(line: Line) -> None:
    extraction = found(
        line,
        "George Simion's party met in Bucharest on Monday. Kari Vestby's party said it was tired. "
        "Tom Harkavy was silent, but his party said it was not.",
    )
    assert meant(extraction, "", "George Simion's party") == "organization/alliance-for-the-union-of-romanians"
    assert not speakers(extraction, "it was tired") & speakers(extraction, "it was not")


def test_a_spokesman_beside_a_state_that_acts_is_of_no_body_named_before(line: Line) -> None:
    extraction = found(line, "The pact alarmed the Harbour Union. On Friday Chad recalled its envoy, a spokesman said.")
    assert speakers(extraction, "recalled its envoy") <= {None, "country/TCD"}


def test_the_presidency_is_not_of_the_state_of_whom_the_president_phoned(line: Line) -> None:
    extraction = found(
        line,
        "N'DJAMENA - Chad was calm. A diplomat in the Chadian capital said President Tor Moen had telephoned his "
        "Emirati counterpart on Monday night. The presidency declined to comment.",
    )
    assert meant(extraction, "night. ", "The presidency") == "organization/chad-presidency"


def test_an_adjective_of_a_party_is_the_partys(line: Line) -> None:
    extraction = found(line, "The U.S. Senate voted on Monday. Democratic lawmakers in Washington rejected the bill.")
    assert meant(extraction, "Monday. ", "Democratic") == "organization/democratic-party"


def test_a_newspaper_whose_name_begins_with_a_states_is_no_state(line: Line) -> None:
    extraction = found(
        line,
        "Kari Vestby lied about the port, a USA TODAY investigation found on Monday. "
        "She did not respond to USA TODAY's questions.",
    )
    assert meant(extraction, "respond to ", "USA TODAY") == "organization/usa-today"
    assert meant(extraction, "a ", "USA TODAY") == "organization/usa-today"
    assert "country/USA" not in {one.id for one in extraction.entities}


def test_a_newspaper_that_reports_is_known_by_its_name_alone(line: Line) -> None:
    extraction = found(line, "Kari Vestby spoke in Ohio. Politico reported that Vestby tried to calm the bankers.")
    assert speakers(extraction, "calm the bankers") == {"organization/politico"}


def test_a_former_president_does_not_speak_for_the_state(line: Line) -> None:
    extraction = found(
        line,
        "Bill Clinton campaigned in Brooklyn on Monday. “Our party is the best hope,” the former president said.",
    )
    assert meant(extraction, "“", "Our") != "country/USA"


@pytest.mark.parametrize(
    ("text", "is_body"),
    [
        ("The Malian presidency said on Monday that the talks would go on.", True),
        ("Kari Vestby won the presidency in May. She said that her presidency would be short.", False),
        ("Kari Vestby said in Ohio that a gray cloud hangs over the presidency of the United States.", False),
        ("A Vestby presidency would be short, Tom Harkavy said in Ohio on Friday.", False),
        ("The Mali presidency was late. Tom Harkavy accused the presidency of caving in.", True),
    ],
)
def test_a_presidency_is_a_body_where_it_is_no_time_in_office(line: Line, text: str, is_body: bool) -> None:
    assert any("presidency" in one.id for one in found(line, text).entities) is is_body


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "Talks between Mali's army and the jihadist group Ansar Nour failed. The group said it would fight on.",
            "organization/ansar-nour",
        ),
        (
            (
                "Colombia's government and the rebel group Frente Sur agreed on Sunday to a ceasefire, the country's "
                "defence minister, Lucia Arango, announced.\n\nArango left. The group said it would fight on."
            ),
            "organization/frente-sur",
        ),
    ],
)
def test_a_group_is_the_body_whose_name_follows_it(line: Line, text: str, body: str) -> None:
    assert speakers(found(line, text), "fight on") == {body}


def test_a_broadcaster_who_is_told_something_makes_no_army_his_states(line: Line) -> None:
    extraction = found(
        line,
        "The head of the agency urged donors to act as people in Sudan starve.\n\n"
        "“The world looks away,” Tor Brask told the BBC. He said the army had blocked aid.",
    )
    assert meant(extraction, "said ", "the army") == "organization/sudanese-armed-forces"


def test_a_party_that_any_state_may_have_is_nobodys_where_no_state_is_named(line: Line) -> None:
    extraction = found(line, "Kari Vestby, leader of the Centre Party, left. She said the Centre Party was sorry.")
    assert meant(extraction, "leader of the ", "Centre Party") == "organization/centre-party"


def test_several_who_hold_a_post_are_no_body(line: Line) -> None:
    extraction = found(
        line,
        "The Foreign Ministers of Norway and Denmark met in Oslo on Monday. Economists at Fjordbank warned that the "
        "krone could fall. Doctors Without Borders said 12 people had died.",
    )
    assert {one.mention.actor for met in extraction.meetings for one in met.participants} == {
        "country/DNK",
        "country/NOR",
    }
    assert speakers(extraction, "krone could fall") == {None}
    assert speakers(extraction, "12 people") == {"organization/medecins-sans-frontieres"}


def test_the_paramilitary_force_is_the_armed_group_and_a_coastguard_is_its_states(line: Line) -> None:
    text = "The Rapid Support Forces shelled a hospital. The paramilitary force denied the charge."
    found = line.extraction(Article(id="a", text=text, published="2024-05-09"))
    assert [one.speaker.entity for one in found.statements] == ["organization/rapid-support-forces"]
    text = "Norway’s coastguard said the ship was late."
    found = line.extraction(Article(id="a", text=text, published="2024-05-09"))
    assert [one.speaker.entity for one in found.statements] == ["organization/norway-coastguard"]


def test_a_body_is_taken_up_by_where_it_is_based(line: Line) -> None:
    text = "Human Rights Watch said villages had burned. The New York-based group said images showed forty of them."
    found = line.extraction(Article(id="a", text=text, published="2024-05-09"))
    assert {one.speaker.entity for one in found.statements} == {"organization/human-rights-watch"}


def test_a_bank_of_america_is_no_body_of_the_state_and_the_police_are_one_body(line: Line) -> None:
    extraction = found(line, "Bank of America said the tax was too high. The Bank of Japan said that rates would rise.")
    assert speakers(extraction, "tax") == {"organization/bank-of-america"}
    extraction = found(line, "Brazilian police said on Monday that the road was closed.")
    assert speakers(extraction, "road") == {"organization/brazil-police"}


def test_what_somebody_is_declared_or_named_nobody_says(line: Line) -> None:
    assert not found(line, "Kari Vestby was declared the winner. Tom Harkavy was mentioned as a minister.").statements
    assert found(line, "Kari Vestby was asked why it was late.").statements


def test_an_encounter_with_the_police_is_no_meeting(line: Line) -> None:
    assert not found(line, "Kari Vestby had an encounter with police in Oslo in May.").meetings


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Zambia raised its rates on Friday. The central bank said that prices would fall.",
            "organization/zambia-central-bank",
        ),
        (
            "Turkey raised its rates on Friday. The central bank said that prices would fall.",
            "organization/central-bank-of-the-republic-of-turkey",
        ),
        (
            "Kenya and Japan met. The Bank of Japan raised rates. The central bank said that prices would fall.",
            "organization/bank-of-japan",
        ),
        (
            "Zambia's army was sent to the border. The presidency said that prices would fall.",
            "organization/zambia-presidency",
        ),
        (
            "South Korea sent no envoy. The presidential office said that prices would fall.",
            "organization/south-korea-presidential-office",
        ),
        ("Zambia votes on Sunday. The electoral commission said that prices would fall.", None),
        (
            "Ministers met in Tbilisi on Monday. Georgia’s Security Council said that prices would fall.",
            "organization/georgia-security-council",
        ),
        (
            "Norway’s Security Council seat is vacant. The Security Council said that prices would fall.",
            "organization/un-security-council",
        ),
        (
            "The Nicaraguan Congress met on Monday. Congress said that prices would fall.",
            "organization/nicaragua-parliament",
        ),
        (
            "The opposition Vestby Renewal party met on Monday. Vestby Renewal said that prices would fall.",
            "organization/vestby-renewal",
        ),
        (
            "The Polish presidency of the Vestby Council met. The presidency said that prices would fall.",
            "organization/poland-presidency",
        ),
    ],
)
def test_a_body_that_every_state_has_is_that_of_the_state(line: Line, text: str, who: str | None) -> None:
    expected = {who or "organization/electoral-commission-of-zambia"}
    assert speakers(found(line, text), "prices would fall") == expected


def test_no_police_are_the_parliament_that_was_named_before(line: Line) -> None:
    text = "Peru denied the report. Congress rejected the law on Friday. The police said no."
    assert meant(found(line, text), "law on Friday. ", "The police") != "organization/congress-of-peru"


def test_its_ministry_is_that_of_the_state(line: Line) -> None:
    text = "Senegal said it would help. Guinea denied the report, its defence ministry said on Friday."
    assert speakers(found(line, text), "Guinea denied the report") == {"organization/guinea-defence-ministry"}


@pytest.mark.parametrize(
    ("text", "words", "campaign"),
    [
        ("The Trump campaign said on Friday that it was late.", "Trump campaign", "donald-trump-campaign"),
        ("The Clinton campaign said on Friday that it was late.", "Clinton campaign", "hillary-clinton-campaign"),
        ("Team Trump said on Friday that it was late.", "Team Trump", "donald-trump-campaign"),
        (
            "Kari Vestby spoke. The Vestby Campaign said on Friday it was late.",
            "Vestby Campaign",
            "kari-vestby-campaign",
        ),
        (
            "Kari Vestby spoke. The Vestby campaign grew. Vestby's team said on Friday that it was late.",
            "Vestby's team",
            "kari-vestby-campaign",
        ),
        (
            "Tom Clinton runs in Ohio. The Clinton campaign said it was late.",
            "Clinton campaign",
            "tom-clinton-campaign",
        ),
        (
            "Emmanuel Macron spoke. Macron's team said on Friday that it was late.",
            "Macron's team",
            "emmanuel-macron-team",
        ),
        ("The Harkavy campaign said on Friday that it was late.", "Harkavy campaign", "a1/harkavy-campaign"),
    ],
)
def test_a_campaign_is_one_whatever_it_is_called(line: Line, text: str, words: str, campaign: str) -> None:
    extraction = found(line, text)
    named = {one.entity for one in extraction.mentions if text[one.start : one.end].endswith(words)}
    assert named == {f"organization/{campaign}"}


@pytest.mark.parametrize(
    ("text", "words", "body"),
    [
        ("The U.S. military said on Friday that it was late.", "U.S. military", "united-states-armed-forces"),
        ("Sudan's military said on Friday that it was late.", "Sudan's military", "sudanese-armed-forces"),
        ("The Ottawa police said on Friday that it was late.", "Ottawa police", "ottawa-police"),
        ("The U.S. attorney's office said it was late.", "attorney's office", "a1/u-s-attorney-office"),
    ],
)
def test_a_body_is_of_its_state_and_has_no_more_of_its_name_than_it_needs(
    line: Line, text: str, words: str, body: str
) -> None:
    extraction = found(line, text)
    named = {one.entity for one in extraction.mentions if text[one.start : one.end].endswith(words)}
    assert named == {f"organization/{body}"}
