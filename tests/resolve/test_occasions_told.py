"""When and where something is said by the occasion, the question, the scene or the journey that an article tells."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article

RIGA, BERGEN, OSLO, BERN = "place/456172", "place/3161732", "place/3143244", "place/2661552"
DEBATE = "Mara Ellingsen and Jon Dahlby clashed in a debate on Tuesday. Ellingsen said the tax was a mistake. "
RALLY = "Mara Ellingsen mocked Jon Dahlby at a rally on Tuesday. “He sleeps,” she said. "
STAGE = "At a news conference on Tuesday, Mara Ellingsen and Jon Dahlby looked tired. Ellingsen said the tax was fair. "
QUESTION = "Mara Ellingsen said on Tuesday that the port would open. Aino Moen had a question for Ellingsen. "
HEARING = "A hearing on the fire opened in the Senate on Tuesday. "
SORRY = "Mara Ellingsen apologised on Tuesday for the delay. "
MET = "Norway and Denmark held talks in Bern on Tuesday.\n\n"


def scenes(line: Line, text: str) -> list[tuple[str | None, str | None]]:
    """When and where each statement is said, in an article of Thursday, 9 May 2024."""
    article = Article(id="a", text=text, published="2024-05-09", language="en")
    said = [each for each in line.extraction(article).statements if each.parent is None]
    return [(one.time.value if one.time else None, one.place.entity if one.place else None) for one in said]


@pytest.mark.parametrize(
    ("text", "scene"),
    [
        ("“The raft is unsafe,” the Norwegian Navy said in a Monday statement.", ("2024-05-06", None)),
        (
            "Danish Defence Minister Mara Ellingsen, who was visiting Riga, urged shipowners to be patient.",
            (None, RIGA),
        ),
        ("“The army was never asked,” Tuva Moen told the Nordic Press Agency from Bergen.", (None, BERGEN)),
        (
            "On his return to Oslo late on Tuesday, Jon Dahlby told state television that the talks had failed.",
            ("2024-05-07", OSLO),
        ),
        (
            "Before flying home on Tuesday, Norwegian Prime Minister Jon Dahlby said he would return.",
            ("2024-05-07", None),
        ),
        (
            "In the Norwegian harbour town of Bergen, dockers blocked a bridge. “We won,” said Aino Moen, a docker.",
            (None, BERGEN),
        ),
        ("Workers blocked a bridge on Tuesday to demand clean water.", ("2024-05-07", None)),
        ("Jon Dahlby said at the Marble Palace in Riga that the bridge was late.", (None, RIGA)),
        ("A visit to a plant in Riga was dropped; the Danish embassy cited the weather.", (None, None)),
        ("Jon Dahlby said that nobody liked a Monday meeting.", (None, None)),
        (
            "Norway and Sweden held talks on Tuesday without a deal, though Denmark said they would meet again.",
            ("2024-05-07", None),
        ),
        (
            MET + "“Nobody is thirsty,” Norwegian Minister Jon Dahlby told reporters at the end of the meeting.",
            ("2024-05-07", BERN),
        ),
        ("Mara Ellingsen hit back on Tuesday. She said the raft was safe.", ("2024-05-07", None)),
        ("Mara Ellingsen delivered a lecture in Riga on Tuesday. She said the raft was safe.", ("2024-05-07", RIGA)),
        ("Mara Ellingsen gave an address on Tuesday. She said the raft was safe.", ("2024-05-07", None)),
        ("Mara Ellingsen hit a tree on Tuesday. She said the road was icy.", (None, None)),
        (
            "Mara Ellingsen drew applause at a rally in Bergen on Tuesday. She said the tax would go.",
            ("2024-05-07", BERGEN),
        ),
        (DEBATE + "Dahlby replied that she had voted for it.", ("2024-05-07", None)),
        (RALLY + "Dahlby said he worked.", (None, None)),
        (STAGE + "Dahlby said that nobody would pay.", ("2024-05-07", None)),
        (QUESTION + "“Who will pay?” she said. Ellingsen said that nobody knew.", ("2024-05-07", None)),
        (HEARING + "Senators praised the port. Aino Moen asked who would pay.", ("2024-05-07", None)),
        (HEARING + "Aino Moen asked why. Jon Dahlby replied that nobody knew.", ("2024-05-07", None)),
        (HEARING + "On Wednesday it rained. Aino Moen asked who would pay.", (None, None)),
        (HEARING + "Aino Moen demanded that it be closed.", (None, None)),
        (SORRY + "She had also voiced regret over the fire, saying it was her fault.", (None, None)),
    ],
    ids=[
        "a Monday statement",
        "visiting",
        "told an agency from",
        "on his return",
        "before leaving",
        "a scene in a town of a state",
        "done to demand",
        "a building in a town",
        "beyond a semicolon",
        "any Monday",
        "though",
        "the minister of a state that met",
        "hit back",
        "delivered a lecture",
        "gave an address",
        "hit a tree",
        "at a rally",
        "a debate of two",
        "whom she spoke of is not there",
        "both at a news conference",
        "a question and its answer",
        "asked at a hearing",
        "answered at a hearing",
        "another day than that of the hearing",
        "demanded, and not asked at it",
        "what she had voiced before",
    ],
)
def test_the_words_around_tell_when_and_where(line: Line, text: str, scene: tuple[str | None, str | None]) -> None:
    assert scenes(line, text)[-1] == scene


def test_a_place_before_the_day_is_of_the_verb_whatever_it_hangs_on(line: Line) -> None:
    text = "Norway and Denmark opened a third round of talks on a fisheries corridor at the Harbour Hotel on Tuesday, "
    assert set(scenes(line, text + "and accused Chad of theft.")) == {("2024-05-07", "place/harbour-hotel")}


def test_what_he_is_asked_is_asked_when_he_answers(line: Line) -> None:
    text = "Asked whether the gate would open, Jon Dahlby said in Oslo on Monday that it was up to the army."
    assert scenes(line, text) == [("2024-05-06", OSLO)] * 2


CRIED = "A spokeswoman for the Danish navy said on Tuesday that the ship was safe.\n\n"
TALKS = "Jon Dahlby received Mara Ellingsen in Bern on Tuesday. "


@pytest.mark.parametrize(
    ("text", "time"),
    [
        (CRIED + "“It is in port,” navy spokeswoman Tuva Moen told reporters.", "2024-05-07"),
        (CRIED + "“It is in port,” Latvian navy spokeswoman Tuva Moen told reporters.", None),
        ("The Danish navy said on Tuesday that it was safe.\n\n“It is,” spokeswoman Tuva Moen said.", None),
        ("Norway has called on Chad to wait, in a letter published Tuesday. It said the road was shut.", "2024-05-07"),
        ("Norway has called on Chad to wait. It said the road was shut.", None),
        (TALKS + "Dahlby began the meeting on a sour note, saying the pact was dead.", "2024-05-07"),
        ("Talks between Norway and Chad began in Bern on Tuesday. Norway told Chad it was dead.", None),
    ],
)
def test_what_goes_on_has_the_day(line: Line, text: str, time: str | None) -> None:
    assert scenes(line, text)[-1][0] == time


@pytest.mark.parametrize(
    ("opening", "time"), [("During the meeting, Dahlby referred", "2024-05-07"), ("Dahlby referred", None)]
)
def test_how_a_sentence_opens_that_is_reported_whole_is_told_of_what_is_said_in_it(
    line: Line, opening: str, time: str | None
) -> None:
    text = f"{TALKS}{opening} to the old ties between the two countries, the Bergen Press Agency reported."
    article = Article(id="a", text=text, published="2024-05-09", language="en")
    (said,) = (one for one in line.extraction(article).statements if one.parent is not None)
    assert (said.time.value if said.time else None) == time


JOINT = "At a joint news conference in Bern on Tuesday with his Danish counterpart, Jon Dahlby said the port was safe. "
FOUND = "Norwegian Foreign Minister Jon Dahlby met Danish Foreign Minister Mara Ellingsen in Bern on Tuesday. "
HEARD = "Testifying before the Senate on Tuesday, Jon Dahlby said it was safe. Aino Moen asked who had seen it."
GRUMBLED = "The police chief said on Tuesday that the road was shut. "


@pytest.mark.parametrize(
    ("text", "scene"),
    [
        ("Asked on Tuesday whether the port would open, Jon Dahlby said it would.", ("2024-05-07", None)),
        ("Questioned by senators in Bern on Tuesday, Jon Dahlby denied it.", ("2024-05-07", BERN)),
        ("“No,” Jon Dahlby said when asked on Tuesday if the port would open.", ("2024-05-07", None)),
        ("Asked about the fire on Tuesday, Jon Dahlby said that a lamp had caused it.", (None, None)),
        ("Jon Dahlby, who spoke at a forum in Bern on Tuesday, said the tax was late.", ("2024-05-07", BERN)),
        ("Jon Dahlby, who was born in Bern, said the tax was late.", (None, None)),
        ("Visiting the flooded district of Bergen on Tuesday, Aino Moen promised tents.", ("2024-05-07", BERGEN)),
        ("Ending a long trip to Riga on Tuesday, Aino Moen praised the schools.", ("2024-05-07", RIGA)),
        ("When she visited Riga on Tuesday, Aino Moen promised tents.", ("2024-05-07", RIGA)),
        (
            "The Norwegian minister, Aino Moen, in Riga for trade talks, said on Tuesday it was late.",
            ("2024-05-07", RIGA),
        ),
        ("Before entering a meeting in Riga on Tuesday, Aino Moen said she was hopeful.", ("2024-05-07", RIGA)),
        ("On the eve of her visit to Riga, Aino Moen told reporters that she was hopeful.", (None, None)),
        (
            "Outside the courthouse in Riga on Tuesday, Aino Moen told reporters that she would appeal.",
            ("2024-05-07", RIGA),
        ),
        (
            "Hours after rebels shelled Riga on Tuesday, Jon Dahlby said the army would strike back.",
            ("2024-05-07", None),
        ),
        ("Days after rebels shelled Riga on Tuesday, Jon Dahlby said the army would strike back.", (None, None)),
        (JOINT + "Danish Foreign Minister Mara Ellingsen called it late.", ("2024-05-07", BERN)),
        (JOINT + "Opposition leader Mara Ellingsen called it late.", (None, None)),
        (FOUND + "At a joint press conference, Ellingsen praised the port.", ("2024-05-07", BERN)),
        (HEARD, ("2024-05-07", None)),
        (HEARD + " Dahlby replied that nobody had.", ("2024-05-07", None)),
        (GRUMBLED + "He asked drivers for patience.", ("2024-05-07", None)),
        ("Jon Dahlby said on Tuesday it was late. In a separate interview, he criticised Chad.", (None, None)),
        ("The agency said on Tuesday crossings fell in April.", ("2024-05-07", None)),
    ],
)
def test_what_is_told_of_the_speaker_tells_when_and_where(
    line: Line, text: str, scene: tuple[str | None, str | None]
) -> None:
    assert scenes(line, text)[-1] == scene


@pytest.mark.parametrize(
    "told",
    ["She gave the warning in Riga on Tuesday.", "She said this in Riga on Tuesday while opening a school."],
)
def test_what_is_taken_up_afterwards_was_said_then_and_there(line: Line, told: str) -> None:
    assert scenes(line, f"Aino Moen has urged traders to pay. {told}")[0] == ("2024-05-07", RIGA)


@pytest.mark.parametrize(
    ("text", "listeners"),
    [
        ("Mara Ellingsen told CNN that the port was late. “It will open,” she said.", ["organization/cnn"]),
        ("Mara Ellingsen told CNN that the port was late. “It will open,” she said on NBC.", []),
        ("Mara Ellingsen told CNN that the port was late. “It will open,” she tweeted.", []),
        ("Mara Ellingsen told CNN that the port was late. Asked by Jon Dahlby, she said it would open.", []),
    ],
)
def test_who_was_told_hears_nothing_that_is_said_on_another_programme(
    line: Line, text: str, listeners: list[str]
) -> None:
    article = Article(id="a", text=text, published="2024-05-09", language="en")
    last = max(line.extraction(article).statements, key=lambda one: one.cue.span)
    assert [each.actor for each in last.addressees] == listeners
