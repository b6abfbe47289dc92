"""What constructions make of a cue: its object, what is told of it, and which of several clauses tells the act."""

from __future__ import annotations

import pytest

from kg.annotate import Annotator
from kg.extract import extract
from kg.model import Act, Article


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator()


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The Danish foreign minister stressed the need for restraint in the strait.", "demand"),
        ("Mara Ellingsen noted the need to repair the dam.", "demand"),
        ("Mara Ellingsen stressed the danger of floods in the valley.", "warn"),
        ("The minister underlined that his government would protect the dam.", "promise"),
        ("The envoy highlighted that the port must be opened.", "demand"),
        ("Mara Ellingsen affirmed her keenness to deepen trade with Denmark.", "promise"),
        ("Mara Ellingsen expressed her country's readiness to host the talks.", "promise"),
        ("Mara Ellingsen emphasised the government's commitment to rebuilding the harbour.", "promise"),
        ("The minister reaffirmed Norway's commitment to the treaty.", "support"),
        ("Mara Ellingsen highlighted Denmark's role in the rescue.", "praise"),
        ("Mara Ellingsen highlighted her efforts to end the war.", "say"),
        ("The minister assured the families that nobody had been hurt.", "claim"),
        ("The minister assured the families that the school would reopen in May.", "promise"),
        ("Mara Ellingsen encouraged the two sides to return to the table.", "demand"),
        ("Mara Ellingsen encouraged the use of trams.", "support"),
        ("Mara Ellingsen said her party would oppose the reform.", "reject"),
        ("The minister said there was no basis for the allegations.", "deny"),
        ("Freedonia vowed to respond in kind.", "threaten"),
        ("Freedonia vowed to respond to the letter.", "promise"),
        ("Norway does not want a confrontation.", "intend"),
        ("Freedonia does not want foreign troops in its ports.", "intend"),
        ("Freedonia does not want Sylvania to join the treaty.", "demand"),
        ("Parliament voted to extend the mandate.", "intend"),
        ("The envoy confirmed that no request had been received.", "say"),
        ("Norway has never recognised the border.", "agree"),
        ("The minister recognised the contribution of the volunteers.", "praise"),
        ("Mara Ellingsen made clear that her party would keep its promise.", "promise"),
        ("Mara Ellingsen resolved to go ahead with the congress.", "intend"),
        ("Mara Ellingsen said that the ferry had sailed at noon and that she believed it was full.", "say"),
    ],
)
def test_what_the_cue_takes_tells_the_act(annotator: Annotator, text: str, act: Act) -> None:
    article = Article(id="a", text=text, published="2024-05-09")
    found = [one for one in extract(annotator.annotate(article), article).statements if one.parent is None]
    assert [one.act for one in found] == [act]
