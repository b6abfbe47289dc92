"""What is said within what others say, and where the reporter's own words begin, read by the whole line.

All persons, papers and sentences are invented.
"""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article


@pytest.fixture(scope="module")
def line(bundled_gazetteer: None) -> Line:
    return Line()


# Text; words of the cue and of what it reports of one of its statements.
SAID = [
    # what is made known of a feeling by a verb that says no more
    ("Denmark has voiced its gratitude to the nurses, Mara Brask said.", "voiced", "its gratitude to the nurses"),
    ("Aides said that Sweden had lodged a strong protest.", "lodged", "a strong protest"),
    ("Mara Brask said the union had reservations about the ferry plan.", "had", "reservations about the ferry plan"),
    ("Mara Brask conveyed the greetings of the king to the emir.", "conveyed", "the greetings of the king"),
    # a threat that the law is on one's side
    ("Norway reserves the right to take the matter to court, Brask said.", "reserves", "to take the matter to court"),
    ("She added that Denmark reserved the right to respond.", "reserved", "to respond"),
    # what is denied, and nobody is told to have said
    (
        "Norway said Sweden had rejected claims that it had closed the strait.",
        "claims",
        "that it had closed the strait",
    ),
    ("Brask dismissed reports that she would resign.", "reports", "that she would resign"),
    # who is asked and keeps it back
    (
        "The owner said the crew was safe but would not say who had paid for the ship.",
        "say",
        "who had paid for the ship",
    ),
    # what is said while something is done, inside what a paper reports
    (
        "Brask met the Danish minister in Oslo on Monday, adding that the bridge would close, her office said.",
        "adding",
        "that the bridge would close",
    ),
    ("Brask accused Norway of refusing to open the bridge.", "refusing", "to open the bridge"),
    ("Brask phoned the Danish minister on Tuesday to thank him for the tents.", "thank", "him for the tents"),
    # words before the cue that trees tie to what it reports
    (
        "“The bridge is safe,” wrote Holub Bank, “however, we believe that the state will close it in May.”",
        "believe",
        "that the state will close it in May",
    ),
    # people without a name
    ("A diplomat said some members feared that the talks would fail.", "feared", "that the talks would fail"),
    # a clause with its own cue before the cue of who reports it
    (
        "He told parliament that any ship fired at would answer, the Coast Gazette newspaper reported.",
        "reported",
        "He told parliament that any ship fired at would answer",
    ),
    # what is handed on, by a clause, a request or a quotation
    (
        "Mara Brask also said she would next meet Lund and Dahl in three weeks, Danish state television reported.",
        "said",
        "she would next meet Lund and Dahl in three weeks",
    ),
    (
        "Mara Brask told deputies that the port needed a loan of 3 billion crowns, the Baltic news agency reported.",
        "told",
        "that the port needed a loan of 3 billion crowns",
    ),
    (
        '"The port is full. But we have had a long day, so anything is possible," she added, according to the Post.',
        "added",
        '"The port is full. But we have had a long day, so anything is possible,"',
    ),
    (
        "Foreign Minister Mara Brask has accused Norway of breaking the treaty, the Coast Gazette reported on Friday.",
        "accused",
        "Norway of breaking the treaty",
    ),
    # what two verbs share
    (
        "She said in a statement that Denmark had strongly condemned and rejected the announcement made by Norway.",
        "condemned",
        "the announcement made by Norway",
    ),
    (
        "She said in a statement that Denmark had strongly condemned and rejected the announcement made by Norway.",
        "said in a statement",
        "that Denmark had strongly condemned and rejected the announcement made by Norway",
    ),
    # what a crowd demands by gathering
    (
        "About 40 fishermen gathered outside the port, calling for the release of two sailors, police said.",
        "calling",
        "the release of two sailors",
    ),
]


@pytest.mark.parametrize(("text", "cue", "content"), SAID)
def test_it_is_told_that_somebody_said_it(line: Line, text: str, cue: str, content: str) -> None:
    statements = line.extraction(Article(id="a", text=text, published="2024-05-09")).statements
    assert any(
        cue in text[slice(*one.cue.span)] and text[one.content[0][0] : one.content[-1][1]].startswith(content)
        for one in statements
    )


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (
            "The council says it will go ahead with its congress, which was put off in May after a ruling.",
            "say",
            "it will go ahead with its congress",
        ),
        (
            "Brask demanded a seat at the next round of talks, which is to be held in Oslo in June.",
            "demand",
            "a seat at the next round of talks",
        ),
        (
            "Brask urged the council, which has been silent all week, to speak up.",
            "urge",
            "the council, which has been silent all week, to speak up",
        ),
    ],
)
def test_the_reporters_clause_at_the_end_is_not_said(line: Line, text: str, cue: str, content: str) -> None:
    (one,) = line.extraction(Article(id="a", text=text, published="2024-05-09")).statements
    assert (one.cue.lemma, one.text) == (cue, content)


@pytest.mark.parametrize(
    "text",
    [
        "Ministers from Chad and Oman are meeting in Oslo on Monday to discuss the fishing dispute.",
        "Foreign Minister Mara Brask and her counterpart discussed the recent developments in Chad.",
        "Officials from Chad and Oman met in Oslo to talk about the fishing dispute.",
    ],
)
def test_what_people_meet_for_is_not_said(line: Line, text: str) -> None:
    assert line.extraction(Article(id="a", text=text, published="2024-05-09")).statements == ()


def test_what_another_goes_on_with_is_not_handed_on(line: Line) -> None:
    text = "The minister spoke on Wednesday with an envoy and the two are expected to meet in Oslo, her office said."
    (one,) = line.extraction(Article(id="a", text=text, published="2024-05-09")).statements
    assert one.cue.lemma == "say"
