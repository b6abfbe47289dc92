"""Where something is said, as the sentences around tell. All is invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article

OSLO = "place/3143244"


def places(line: Line, text: str) -> list[str | None]:
    article = Article(id="a", text=text, published="2024-05-09", language="en")
    found = [one for one in line.extraction(article).statements if one.parent is None]
    return [one.place.entity if one.place else None for one in found]


def test_who_enters_a_scene_speaks_there(line: Line) -> None:
    text = (
        'In Oslo, where the shops are shut, people wait for news. "We have no bread," said Tuva Dahl, a teacher. '
        "She said the bakers had left.\n\nIn Bergen it rained. The ferries were late."
    )
    assert places(line, text) == [OSLO, OSLO]


def test_who_was_told_of_before_may_speak_elsewhere(line: Line) -> None:
    text = "Tuva Dahl is a minister.\n\nIn Oslo, people wait for news. Tuva Dahl said the bakers had left."
    assert places(line, text) == [None]


def test_what_has_been_said_was_not_said_in_the_scene(line: Line) -> None:
    text = "In Oslo, people wait for news. Tuva Dahl, a teacher, has said that the bakers left."
    assert places(line, text) == [None]


def test_remarks_were_made_where_the_next_sentence_tells(line: Line) -> None:
    text = "The bakers have left, Tuva Dahl said. She made the remarks at a dinner with teachers in Oslo."
    assert places(line, text)[:1] == [OSLO]


COMMUNIQUE = """The ministers of Norway, Sweden and Denmark met in Oslo {when} at the invitation of Norway.

Ministers expressed concern at the price of bread.

Ministers endorsed the Harbour Plan. Norway stressed that the ferries were old.

Sweden proposed a fund. Denmark announced a contribution of ten million crowns.

Ministers agreed to meet again in Bergen in 2025."""


def test_a_communique_is_of_the_place_where_its_authors_met(line: Line) -> None:
    found = places(line, COMMUNIQUE.format(when="on 2 and 3 May 2024"))
    assert len(found) >= 5
    assert set(found) == {OSLO}


@pytest.mark.parametrize(("when", "time"), [("on 2 and 3 May 2024", None), ("on 3 May 2024", "2024-05-03")])
def test_a_communique_is_of_the_day_of_its_meeting_where_that_is_one(line: Line, when: str, time: str | None) -> None:
    article = Article(id="a", text=COMMUNIQUE.format(when=when), published="2024-05-09", language="en")
    found = line.extraction(article).statements
    assert {one.time.value if one.time else None for one in found if one.act == "propose"} == {time}


def test_a_report_of_a_meeting_is_no_communique(line: Line) -> None:
    text = COMMUNIQUE.format(when="on 3 May 2024").replace("Norway stressed", "Chad said")
    assert None in places(line, text)


ISSUED = """{heading}

1. The Council expressed concern at the price of bread.

2. The Minister of Norway told his colleagues that the ferries were old. It called upon Chad to pay.
{end}
Tuva Dahl, a baker, said that bread was dear."""


@pytest.mark.parametrize(
    ("heading", "end"),
    [
        ("FINAL COMMUNIQUE of the Session of the Northern Council, Oslo, 3 May", ""),
        ("JOINT STATEMENT OF THE NORTHERN COUNCIL\n\nOslo, 3 May", ""),
        ("FOREIGN MINISTERS' STATEMENT ON THE FERRIES\n\nOslo-on-the-Lake, 3 May", ""),
        ("COMMUNIQUE OF THE NORTHERN COUNCIL\n\n1. The Council met in Oslo on 3 May to consider the ferries.", ""),
        ("COMMUNIQUE OF THE NORTHERN COUNCIL", "\n3. It thanked Norway.\n\nDone at Oslo, 3 May.\n"),
    ],
)
def test_a_document_is_of_the_place_above_it_or_below(line: Line, heading: str, end: str) -> None:
    found = places(line, ISSUED.format(heading=heading, end=end))
    assert set(found[:-1]) == {OSLO}
    assert found[-1] is None


def test_a_live_report_is_of_the_place_above_it(line: Line) -> None:
    text = (
        "LIVE: Ferry conference, Oslo\n\n10:02 Tuva Dahl says the ferries are old.\n\n"
        "10:15 Sweden pledges ten million crowns.\n\n10:20 A spokesman for the port tells us that it is full."
    )
    assert places(line, text) == [OSLO, OSLO, None]


@pytest.mark.parametrize(
    "met", ["We met her in Oslo a day after the storm.", "She bakes bread in Oslo, where we met her in her shop."]
)
def test_an_interview_is_of_the_place_where_they_met(line: Line, met: str) -> None:
    text = (
        f"Tuva Dahl was a minister for eleven years. {met}\n\n"
        "Dahl says the ferries are old. She thinks that nobody cares.\n\nA Danish diplomat says she is fair."
    )
    assert places(line, text) == [OSLO, None, None]


@pytest.mark.parametrize(
    "words",
    [
        "In Oslo, a baker, Tuva Dahl, said that bread was dear.",
        "From Oslo, the lawyer of the men, Tuva Dahl, called the trial a farce.",
        "On the streets of Oslo, people said that bread was dear.",
        "In the old harbour of Oslo, where nothing grows, baker Tuva Dahl said that bread was dear.",
    ],
)
def test_the_place_that_opens_the_sentence_is_that_of_what_is_said(line: Line, words: str) -> None:
    assert places(line, f"The ferries were late.\n\n{words}") == [OSLO]


@pytest.mark.parametrize(
    "words",
    [
        "Swedish blogger Tuva Dahl wrote that bread was dear.",
        "Baker Tuva Dahl said in an interview that bread was dear.",
        "Sweden's baker Tuva Dahl said that bread was dear.",
        "Tuva Dahl, who lives in a tent in the woods, said that bread was dear.",
    ],
)
def test_in_a_scene_others_may_speak_from_elsewhere(line: Line, words: str) -> None:
    assert places(line, f"In Oslo, people wait for news. {words}")[-1] is None


def test_a_town_after_a_month_opens_no_scene(line: Line) -> None:
    assert places(line, "In May Oslo ended its aid. A baker, Tuva Dahl, said that bread was dear.")[-1] is None


@pytest.mark.parametrize("words", ["On Oslo, she said that bread was dear.", "In Oslo bread is dear, she said."])
def test_what_it_is_about_is_no_place_of_it(line: Line, words: str) -> None:
    assert places(line, f"Tuva Dahl is a baker. {words}")[-1] is None


def test_this_newspaper_and_an_agency_by_its_first_name_are_the_publisher(line: Line) -> None:
    for publisher, text in (
        ("The Fjord Post", '"It is late," Tuva Dahl told this newspaper.'),
        ("Fjordline News Agency", "Tuva Dahl told Fjordline on Monday that it was late."),
    ):
        article = Article(id="a", text=text, published="2024-05-09", language="en", publisher=publisher)
        (one,) = line.extraction(article).statements
        assert [each.actor for each in one.addressees] in (
            ["organization/the-fjord-post"],
            ["organization/fjord-post"],
            ["organization/fjordline-news-agency"],
        )


def scene(line: Line, text: str) -> tuple[str | None, str | None, list[str | None]]:
    article = Article(id="a", text=text, published="2024-05-09", language="en")
    one = [one for one in line.extraction(article).statements if one.parent is None][-1]
    place = one.place.entity if one.place else None
    return one.time.value if one.time else None, place, [each.actor for each in one.addressees]


HEARD = {
    "testified": (
        "Tuva Dahl testified before the UN Security Council on Tuesday. She said that rates would stay high.",
        ("2024-05-07", None, ["organization/un-security-council"]),
    ),
    "addressed": (
        "Tuva Dahl addressed NATO in Oslo on Tuesday. She promised that the ferry would be ready.",
        ("2024-05-07", OSLO, ["organization/nato"]),
    ),
    "was speaking": (
        "Tuva Dahl urged Chad to pay. She was speaking in Oslo on Tuesday at a forum.",
        ("2024-05-07", OSLO, []),
    ),
    "visited": (
        "Tuva Dahl, who visited the sailors at a hospital in Oslo, said the ferry was late.",
        (None, OSLO, []),
    ),
    "met last week": ("Tuva Dahl, who met the sailors in Oslo last week, said the ferry was late.", (None, None, [])),
    "coordinated": (
        "On Tuesday, Tuva Dahl met teachers in Oslo, shook hands and announced that they would get bread.",
        ("2024-05-07", OSLO, []),
    ),
    "a thing": ("Tuva Dahl mourned the victims of a fire in Oslo and called for calm.", (None, None, [])),
    "a question": (
        "Tuva Dahl said, responding to a question from Jon Moen, that it was late.",
        (None, None, ["person/jon-moen"]),
    ),
    "an interview": (
        "In an interview with Reuters, Tuva Dahl criticised Chad. She denied that the ferry was late.",
        (None, None, ["organization/reuters"]),
    ),
    "an interview's next paragraph": (
        "In an interview with Reuters, Tuva Dahl criticised Chad.\n\nShe denied that the ferry was late.",
        (None, None, []),
    ),
    "a programme": ("Tuva Dahl said on the Today programme that the ferry was late.", (None, None, [])),
    "wrote asking": (
        "Tuva Dahl wrote to Jon Moen on Tuesday asking for police.",
        ("2024-05-07", None, ["person/jon-moen"]),
    ),
}


@pytest.mark.parametrize(("text", "wanted"), HEARD.values(), ids=HEARD)
def test_when_where_and_to_whom(line: Line, text: str, wanted: tuple[str | None, str | None, list[str | None]]) -> None:
    assert scene(line, text) == wanted


@pytest.mark.parametrize(
    "scene",
    [
        "In Oslo, people waited. Danish Defence Minister Tuva Dahl said that Denmark would wait, too.",
        "In Oslo, people waited. Analyst Tuva Dahl said that was no surprise.",
        "From Oslo, the baker Jonas Vestby called the price a farce. Eva Moen said it was fair.",
        "In Oslo's view, bread is dear, Tuva Dahl said.",
    ],
)
def test_officials_and_who_is_told_of_later_do_not_speak_in_the_scene(line: Line, scene: str) -> None:
    assert places(line, f"The ferries were late.\n\n{scene}")[-1] is None


def test_what_states_did_and_who_wrote_below_a_live_report_is_not_of_its_place(line: Line) -> None:
    text = (
        "Ferry talks live: envoys meet in Oslo\n\nDenmark accused Sweden of stalling.\n\n"
        "The Danish finance ministry said it would not pay.\n\nTuva Dahl wrote on X that it was a hoax."
    )
    assert set(places(line, text)) == {None}


def test_a_headline_on_what_becomes_of_a_statement_heads_no_communique(line: Line) -> None:
    text = (
        "Joint statement angers Danes\n\nSweden demanded an end to the raids, as its ministers, who met in Oslo, saw."
    )
    assert set(places(line, text)) == {None}


def test_whom_we_met_was_elsewhere_last_year(line: Line) -> None:
    text = "We met Tuva Dahl in Oslo, where she runs a bar.\n\nDahl told parliament last year that bread was dear."
    assert places(line, text) == [None]
