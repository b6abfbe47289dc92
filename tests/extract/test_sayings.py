"""What is said by a noun or in other words than a verb of saying and its clause, and what is no saying.

All persons and sentences are invented.
"""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article, Statement

# Text; words of the cue and of what it reports of one of its statements.
SAID = [
    # whose the noun is, wherever the tree hangs its clause, or who gives it
    ("The raid was followed by an order by Danish authorities for his arrest.", "order", "for his arrest"),
    ("Deputies debated the initiative of Norway to open the port.", "initiative", "to open the port"),
    ("Owners followed the Danish minister's instructions to close the port.", "instructions", "to close the port"),
    ("Brask said his refusal to name the ship was a mistake.", "refusal", "to name the ship"),
    ("Sweden rejected claims made by the Danish minister that it paid for the raid.", "claims", "that it paid for"),
    ("They accepted with joy an offer by the Government of Norway to repair the bridge.", "offer", "to repair the"),
    ("Deputies recalled a warning by the envoy, Ilka Brask, that the dam could burst.", "warning", "that the dam"),
    # a verb that leaves it to its object
    (
        "Brask was away when Norway made the call to close the port, an aide said.",
        "made the call",
        "to close the port",
    ),
    ("An aide said Brask sounded a reminder about the deadline.", "sounded a reminder", "about the deadline"),
    ("Norway has no plans to close the bridge, an aide to Brask said.", "has no plans", "to close the bridge"),
    ("The minister voiced Norway's readiness to talk to owners, her office said.", "voiced", "to talk to owners"),
    ("Aides said the envoy gave testimony on the raid.", "gave testimony", "on the raid"),
    # what is expected to come, in other figures
    (
        "The central bank raised its growth forecast for Denmark to 1.2 percent.",
        "raised",
        "its growth forecast for Denmark",
    ),
    (
        "On Monday the fund raised its estimate of inflation by half a point.",
        "raised",
        "its estimate of inflation by",
    ),
    # verbs whose preposition or infinitive tells what is said
    ("Brask said Norway did not agree with the ban.", "agree", "the ban"),
    ("The mayor apologized on Friday over the delay.", "apologized", "over the delay"),
    ("The minister referred to the long drought in the north, the agency reported.", "referred", "the long drought"),
    ("Brask said a court had ordered the ministry to publish the figures.", "ordered", "the ministry to publish"),
    ("Ilka Brask cited the weather.", "cited", "the weather"),
    ("The judge found that he had lied.", "found", "that he had lied"),
    # what the speaker does by the words, or did by others
    ("“I must say that the bridge was late,” Brask told them.", "say", "that the bridge was late"),
    ("Aides said Brask had offended the nurses by claiming that they slept.", "claiming", "that they slept"),
    ("“I don't know who built it,” Brask told them.", "know", "who built it"),
    ("“I tell them that the road is theirs,” Brask told them.", "tell", "that the road is theirs"),
    ("“We expect an answer.” That was all that Ilka Brask told them.", "expect", "an answer"),
    ("“People ask me whether the dam will hold,” Brask told them.", "ask", "whether the dam will hold"),
    # how or by when it is to be
    ("“Norway wants Denmark in the fund,” Brask told them.", "wants", "Denmark in the fund"),
    ("“Norway promised a road within ten years,” Brask told them.", "promised", "a road within ten years"),
    # who did not do what was asked; by whom it was asked for
    ("Soldiers ordered the nurse to leave. When she refused, they shut the ward.", "refused", "the nurse to leave"),
    ("Brask said the talks had been requested by the Danish minister.", "requested", "the talks"),
    # where it is reported from
    (
        "Heavy fighting was reported in the hills near the port.",
        "was reported",
        "Heavy fighting was reported in the hills",
    ),
    # the clause of a verb that goes on with another
    ("Norway, however, said the strait was open and stood by its captain.", "said", "the strait was open"),
]

# Text; the lemma of a cue that none of its statements has.
NOT_SAID = [
    ("A nurse who wished to remain anonymous said the ward was closed.", "wish"),
    ("“Whatever help we may offer, the dam will burst,” Brask told them.", "offer"),
    ("“The bridge is late,” Brask said, referring to the work in the harbour.", "call"),
    ("The case was referred to a court in Oslo, Brask said.", "refer"),
    ("Brask said the storm had cut its path through the forest.", "forecast"),
    ("Brask said the plan to close the port was old.", "plan"),
    # what somebody learned, can do or went on to do
    ("When Brask arrived on the island, he found that he had no signal.", "find"),
    ("Brask, who learned later that the road was closed, left the port.", "learn"),
    ("“The nurse does not know how to swim,” Brask told them.", "know"),
    ("Norway and Sweden continue to ignore the fact that the dam leaks.", "continue"),
    # what words, things and accords are
    ("Brask has often used the phrase “a house of cards”.", "use"),
    ("The crash underscores how old the trams are.", "underscore"),
    ("The crew sailed to what lies off Norway, which Sweden calls the Brask Isles.", "call"),
    ("Brask, who hails from the north, runs the port.", "hail"),
    ("Norway and Sweden signed a security pact in May.", "sign"),
    ("The delay angered nurses in the north.", "anger"),
    # what is done by somebody else
    ("The ministry assigned a Danish firm to rebuild the dam.", "assign"),
    ("Tension is high after a report emerged that the dam leaks.", "emerge"),
]


@pytest.fixture(scope="module")
def line(bundled_gazetteer: None) -> Line:
    return Line()


def read(line: Line, text: str) -> tuple[Statement, ...]:
    return line.extraction(Article(id="a", text=text, published="2024-05-09")).statements


@pytest.mark.parametrize(("text", "cue", "content"), SAID)
def test_somebody_says_it(line: Line, text: str, cue: str, content: str) -> None:
    assert any(
        cue in text[slice(*one.cue.span)] and text[one.content[0][0] : one.content[-1][1]].startswith(content)
        for one in read(line, text)
    )


@pytest.mark.parametrize(("text", "lemma"), NOT_SAID)
def test_nobody_says_it(line: Line, text: str, lemma: str) -> None:
    assert lemma not in {one.cue.lemma for one in read(line, text)}
