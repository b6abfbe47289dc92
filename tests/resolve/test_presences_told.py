"""Where the speaker is, by the words behind the cue or beside his name. All is invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article

OSLO = "place/3143244"

THERE = [
    'Minister Tuva Dahl told reporters outside the prison of Oslo: "We will stay."',
    '"They never pay," Tuva Dahl told a rally on the outskirts of Oslo.',
    "Professor Tuva Dahl, a biologist who was driven out of office in 2018, said from Oslo that the lake was dry.",
    "The Danish president announced from Oslo that it was now or never.",
    "The army can't take a joke, the actress Tuva Dahl wrote on Facebook from Oslo.",
    "The woman wrote on landing in Oslo that the cooks had helped her.",
    '"I ask them to pray," said Bishop Tuva Dahl, speaking from Oslo.',
    '"He could not count to ten," said Tuva Dahl, reached by telephone in Oslo.',
    '"We came back and they left," she said, sitting on a box in Oslo.',
    "The bishop of a small church, asked about it in Oslo, said that nobody had told him.",
    "Commuters interviewed in Oslo said they understood the drivers.",
    "The president, who visited Oslo on Monday, said the worst was over.",
    '"My son is seven," said Tuva Dahl, who fled to Oslo in a lorry.',
    '"They sold tickets until six," said Tuva Dahl, a nurse who was waiting with two children at Oslo airport.',
    "Relatives of the officers, who waited at the airport of Oslo, said they had heard of it.",
    '"It is late," said Tuva Dahl, surveying the end of the old harbour of Oslo in the rain.',
    "A Danish woman now in Oslo, Tuva Dahl, said the guard had taken the boat.",
]
ELSEWHERE = [
    '"They never pay," said a baker in Oslo.',
    "Tuva Dahl, who was born in Oslo, said the lake was dry.",
    "Tuva Dahl, who came to Oslo as a child, said the lake was dry.",
    "Tuva Dahl, who met the sailors in Oslo last week, said the lake was dry.",
    "Tuva Dahl told the ambassador from Oslo that the lake was dry.",
    "Tuva Dahl told Danes about the harbour in Oslo.",
    "Tuva Dahl, who visits Oslo on Friday, said the lake was dry.",
    "Tuva Dahl, who fled to Oslo in 1990, said the lake was dry.",
    "Tuva Dahl, who fled to Oslo as a child, said the lake was dry.",
    "Tuva Dahl, who is building a plant in Oslo, said the lake was dry.",
    "Tuva Dahl, who stood for mayor in Oslo, said the lake was dry.",
    "Tuva Dahl, who reached a deal in Oslo, said the lake was dry.",
    "Tuva Dahl, leading a delegation from Oslo, said the lake was dry.",
    "Tuva Dahl, leading a bank in Oslo, said the lake was dry.",
    "Tuva Dahl, speaking for the bakers in Oslo, said the lake was dry.",
    "Tuva Dahl, waiting for news from Oslo, said the lake was dry.",
    "The firm, whose shares are now in Oslo, said the lake was dry.",
]


def place(line: Line, text: str) -> str | None:
    article = Article(id="a", text=text, published="2024-05-09", language="en")
    one = [one for one in line.extraction(article).statements if one.parent is None][-1]
    return one.place.entity if one.place else None


@pytest.mark.parametrize("text", THERE)
def test_the_speaker_is_where_the_words_beside_him_tell(line: Line, text: str) -> None:
    assert place(line, text) == OSLO


@pytest.mark.parametrize("text", ELSEWHERE)
def test_who_is_from_a_place_or_speaks_of_it_need_not_be_there(line: Line, text: str) -> None:
    assert place(line, text) is None


def test_a_street_is_where_something_is_told(line: Line) -> None:
    assert place(line, '"We will stay," Tuva Dahl told a crowd on Market Street.') == "place/market-street"
