"""What the object of a cue or its clause tells of its act, and words of saying by which nothing is said."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Act, Article, StatementForm


@pytest.fixture(scope="module")
def line(bundled_gazetteer: None) -> Line:
    return Line()


def _statements(line: Line, text: str) -> list[tuple[str, Act]]:
    found = line.extraction(Article(id="a", text=text, published="2024-05-09")).statements
    return [(text[slice(*one.cue.span)], one.act) for one in found if one.parent is None]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Mara Ellingsen challenged the claim that the dam was safe.", "deny"),
        ("The Danish government challenged the ruling of the court.", "reject"),
        ("Mara Ellingsen challenged Denmark over its record.", "criticise"),
        ("Mara Ellingsen challenged the minister to publish the figures.", "demand"),
        ("The mayor campaigned for Mara Ellingsen in Bergen.", "support"),
        ("The mayor campaigned for cleaner trams in Bergen.", "demand"),
        ("The ministry is considering a ban on foreign trawlers.", "intend"),
        ("The ministry is considering selling the ferry.", "intend"),
        ("The ministry considers the ferry unsafe.", "believe"),
        ("The company appealed the decision of the harbour board.", "reject"),
        ("The mayor appealed to residents to stay at home.", "demand"),
        ("The lawyers advised the council to wait.", "propose"),
        ("Denmark does not recognise the marriage.", "agree"),
        ("The clinic was recognised by the Danish government for its work with refugees.", "praise"),
        ("Mara Ellingsen recognised that the dam had been built too late.", "admit"),
        ("Analysts expect the central bank to raise its rates in May.", "believe"),
        ("Mara Ellingsen expects prices to fall by summer.", "believe"),
        ("Mara Ellingsen expects Denmark to pay for the repairs.", "demand"),
        ("Mara Ellingsen repeated her call for talks with Denmark.", "demand"),
        ("Mara Ellingsen called the minister a friend of the fishermen.", "say"),
        ("Twelve mayors signed a letter urging the minister to resign.", "demand"),
        ("Mara Ellingsen announced at a press conference that the ferry would sail on Monday.", "announce"),
        ("The minister expressed surprise that the ferry had sailed.", "believe"),
        ("The minister expressed surprise at the silence of the harbour board.", "criticise"),
        ("Mara Ellingsen made it clear that her party would pay for the repairs.", "promise"),
        ("Mara Ellingsen campaigned against the reform.", "reject"),
        ("“I am ashamed that the council stayed silent,” Mara Ellingsen said.", "criticise"),
        ("“I am ashamed of what I did,” Mara Ellingsen said.", "admit"),
        ("“Don't forget that the ferry sails at noon,” Mara Ellingsen said.", "say"),
        ("“Do not open the gates,” Mara Ellingsen said.", "demand"),
        ("The inquiry found that the captain had committed a series of crimes.", "report"),
        ("The police found that both men were involved in the murder of a fisherman.", "report"),
    ],
)
def test_what_a_cue_is_done_to_tells_the_act(line: Line, text: str, act: Act) -> None:
    assert [act for _, act in _statements(line, text)] == [act]


@pytest.mark.parametrize(
    "text",
    [
        "The governor showed no sign of giving way on Monday.",
        "Pollsters wrote about the governor's appeal to young voters.",
    ],
)
def test_words_of_saying_in_another_sense_make_no_statement(line: Line, text: str) -> None:
    cues = [cue for cue, _ in _statements(line, text)]
    assert not any(word in cue for cue in cues for word in ("sign", "appeal"))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Mara Ellingsen expressed “deep regret” over the accident.", "mixed"),
        ("Denmark rejected what it called “a complete fabrication”.", "mixed"),
        ("Mara Ellingsen urged him “to stop insulting the fishermen”.", "mixed"),
        ("Mara Ellingsen said “the road is closed until further notice”.", "direct"),
        ("“The road is closed,” Mara Ellingsen said.", "direct"),
        ("Mara Ellingsen claimed “(w)e are not in a position right now to sail”.", "direct"),
    ],
)
def test_of_a_quoted_part_of_the_reporters_sentence_only_part_is_quoted(
    line: Line, text: str, form: StatementForm
) -> None:
    found = line.extraction(Article(id="a", text=text, published="2024-05-09")).statements
    assert found[-1].form == form


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Mara Ellingsen expects Denmark to pay for the repairs.", "probable"),
        ("Mara Ellingsen voiced grave concern about the fighting.", "possible"),
        ("Mara Ellingsen suspects that the ferry was never inspected.", "probable"),
        ("Mara Ellingsen has no doubt that the ferry was inspected.", "certain"),
    ],
)
def test_what_is_expected_is_probable_and_what_is_worried_about_possible(line: Line, text: str, certainty: str) -> None:
    found = line.extraction(Article(id="a", text=text, published="2024-05-09")).statements
    assert [one.certainty for one in found] == [certainty]


def test_what_is_so_no_longer_is_negated(line: Line) -> None:
    text = "Mara Ellingsen said that the ferry was no longer safe."
    found = line.extraction(Article(id="a", text=text, published="2024-05-09")).statements
    assert [one.polarity for one in found] == ["negative"]
