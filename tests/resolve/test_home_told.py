"""Whose "the government", "the country" and "the authorities" are, of an article with a dateline. All are invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article, Extraction


def found(line: Line, text: str, dateline: str | None = None) -> Extraction:
    return line.extraction(Article(id="a", text=text, published="2024-05-10", dateline=dateline))


def meant(extraction: Extraction, words: str) -> str | None:
    """Whom the last of these words mean."""
    start = extraction.article.text.rindex(words)
    return next((one.actor for one in extraction.mentions if one.span == (start, start + len(words))), None)


POLICE = (
    "Malawi's police chief, Grace Phiri, said on Thursday that six farmers had been killed near Mozambique.\n\n"
    "Mozambique's government has not commented.\n\n"
)


@pytest.mark.parametrize(
    ("words", "sentence", "who"),
    [
        ("the government", "Opposition leader Joyce Banda-Mwale accused the government of doing too little.", "MWI"),
        ("the authorities", "The Farmers' Union urged the authorities to act.", "MWI"),
        ("the country", "“The drought has broken the country,” Phiri said.", "MWI"),
        ("the government", "Mozambique sent soldiers. Its troops were late, the government said.", "MOZ"),
    ],
)
def test_a_state_without_a_name_is_the_datelines_unless_the_paragraph_speaks_of_another(
    line: Line, words: str, sentence: str, who: str
) -> None:
    assert meant(found(line, POLICE + sentence, "LILONGWE"), words) == f"country/{who}"


@pytest.mark.parametrize(
    ("where", "who"),
    [
        ("In Tallinn, opposition leader Maret Ilvesaar accused", "EST"),
        ("Maret Ilvesaar, who heads the dockers' union in Tallinn, urged the crews to blame", "EST"),
        ("In Geneva, the exporters' league criticised", "LVA"),
    ],
)
def test_of_several_states_the_government_is_that_of_the_town_where_somebody_speaks_of_it(
    line: Line, where: str, who: str
) -> None:
    text = (
        "Estonia and Latvia agreed on Monday to share a ferry. Estonia will pay for it. "
        f"The ferry will sail from Latvia next year.\n\n{where} the government for the price of the tickets."
    )
    assert meant(found(line, text), "the government") == f"country/{who}"


def test_the_government_is_again_the_one_that_was_meant_before_and_not_of_where_somebody_is_to_go(line: Line) -> None:
    text = (
        "Britain's transport secretary has resigned over the government's plan to close rural stations.\n\n"
        "The chancellor has cancelled a trip to Boston.\n\n"
        "The leader of the opposition, Rowena Tarn, said the government was falling apart."
    )
    assert meant(found(line, text), "the government") == "country/GBR"


def test_a_correspondent_may_write_of_a_neighbour(line: Line) -> None:
    text = (
        "Ethiopia's prime minister has closed the dam, the Ethiopian Press Agency said. Ethiopia needs the power.\n\n"
        "Addis Ababa did not say when it would open. The government said nothing."
    )
    assert meant(found(line, text, "NAIROBI"), "The government") == "country/ETH"


def test_the_country_is_rather_the_datelines_than_the_last_that_was_named(line: Line) -> None:
    text = "Fiji's deputy prime minister said on Tuesday that Tonga had promised to respect the country's decision."
    assert meant(found(line, text, "SUVA, Fiji"), "the country") == "country/FJI"


def test_a_ministry_is_the_datelines_whatever_another_state_did_in_the_paragraph_before(line: Line) -> None:
    text = (
        "South Korea's envoy, Han Seung-ho, left early.\n\nPyongyang called the drills a rehearsal for war.\n\n"
        "The Defense Ministry said a launch might come soon."
    )
    said = next(one for one in found(line, text, "SEOUL").statements if "might come" in one.text)
    assert said.speaker.entity == "organization/south-korea-defence-ministry"


def test_junta_and_rulers_are_the_state_and_so_is_whoever_says_they(line: Line) -> None:
    text = (
        "Myanmar's junta said it had freed 12 prisoners. The military rulers said more would follow. "
        "The authorities have given no figure, but they said it was small."
    )
    speakers = {one.speaker.entity for one in found(line, text).statements}
    assert speakers == {"country/MMR"}


def test_authorities_of_a_town_are_no_state(line: Line) -> None:
    text = "A man was found dead in a lake. The authorities said it was an accident."
    assert found(line, text).statements[0].speaker.entity in (None, "group/a/authorities")


def test_a_junta_is_not_that_of_the_state_that_speaks_most(line: Line) -> None:
    text = (
        "Nigeria condemned the coup in Burkina Faso. Nigeria's minister, Tuva Dahl, said Nigeria would help.\n\n"
        "Talks would begin soon, she said. She thanked all who had come.\n\n"
        "Earlier, the junta had said that elections would be held."
    )
    one = next(each for each in found(line, text).statements if "elections" in each.text)
    assert one.speaker.entity != "country/NGA"


def test_a_ministry_is_that_of_the_capital_in_which_it_speaks_and_not_the_last_that_was_named(line: Line) -> None:
    extraction = found(
        line,
        "Denmark and Norway quarrelled. The Danish Foreign Ministry said that the port was closed.\n\n"
        "In Oslo, the Foreign Ministry said that it was open.",
    )
    assert "organization/norway-foreign-ministry" in {one.speaker.entity for one in extraction.statements}
