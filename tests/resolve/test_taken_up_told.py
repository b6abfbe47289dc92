"""Whether "it" and "they" are a body or state at all, read by the whole line. People and most bodies are invented."""

from __future__ import annotations

import pytest

from kg.findings import Findings, Traits
from kg.line import Line
from kg.model import Article, Extraction
from kg.resolve.cast.cast import Cast, Known
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.references.pairs import states_of_two


def found(line: Line, text: str) -> Extraction:
    return line.extraction(Article(id="a1", text=text, published="2026-03-12", language="en"))


def meant(extraction: Extraction, around: str) -> str | None:
    """Whom the word in brackets means, of words of the text."""
    before, word, _ = around.replace("]", "[").split("[")
    start = extraction.article.text.index(around.replace("[", "").replace("]", "")) + len(before)
    return next((one.entity for one in extraction.mentions if one.span == (start, start + len(word))), None)


@pytest.mark.parametrize(
    ("text", "around"),
    [
        ("The Republican Party lost the seat. Kari Vestby read the letter twice and burned it.", "burned [it]"),
        ("The NYPD found a knife in the car, and a neighbor had hidden it there.", "hidden [it]"),
        ("Congress passed the bill in May. Kari Vestby says it will cost too much.", "says [it] will"),
        ("The Senate left on Friday. Tom Harkavy is behind when it comes to money.", "when [it] comes"),
        ("Facebook closed the page. The rumor spread all the same, and few believed it.", "believed [it]"),
        ("Peru grows the potato. The plant feeds millions, and it needs little water.", "and [it] needs"),
    ],
)
def test_a_thing_is_not_the_body_that_was_named_last(line: Line, text: str, around: str) -> None:
    assert meant(found(line, text), around) is None


@pytest.mark.parametrize(
    ("text", "around"),
    [
        ("The Democratic Party counts on the voters of Ohio, who say they are tired.", "say [they]"),
        ("Paraguay trained the officers at home, and a court let them go.", "let [them]"),
        ("Kuwait pays the teachers and their children.", "and [their] children"),
        ("Facebook looked for the readers who were angry and wrote to them.", "wrote to [them]"),
    ],
)
def test_the_people_who_were_named_last_are_not_the_body(line: Line, text: str, around: str) -> None:
    assert meant(found(line, text), around) not in {
        *("organization/democratic-party", "country/PRY", "country/KWT", "organization/facebook")
    }


@pytest.mark.parametrize(
    ("text", "around", "actor"),
    [
        ("Germany and Norway met. Norway said it would not pay a cent more.", "said [it]", "country/NOR"),
        ("The United Nations said on Monday it would send food.", "Monday [it]", "organization/united-nations"),
        ("Norway denied a report that it had asked Sweden for help.", "that [it] had", "country/NOR"),
        ("Norway summoned the Russian envoy over what it called a threat.", "what [it]", "country/NOR"),
        ("Norway met Sweden on Monday. Its foreign minister, Kari Vestby, was late.", "[Its]", "country/NOR"),
        ("The European Union and Norway confirmed the pact. Sweden kept its silence.", "kept [its]", "country/SWE"),
        ("Beijing warned the United States and its allies.", "and [its]", "country/USA"),
        ("Several Republicans said they would vote no.", "said [they]", "organization/republican-party"),
    ],
)
def test_who_says_or_does_it_is_the_pronoun_of_the_clause(line: Line, text: str, around: str, actor: str) -> None:
    assert meant(found(line, text), around) == actor


def test_what_a_document_says_is_whose_it_is(line: Line) -> None:
    extraction = found(
        line,
        "The Norwegian Refugee Council met in Oslo on Monday. Its report calls the camps full. "
        "It urges the governments to act.",
    )
    urged = next(one for one in extraction.statements if "to act" in one.text)
    assert urged.speaker.entity == "organization/norwegian-refugee-council"


def test_the_two_governments_are_those_of_the_two_states_that_a_text_names_most(line: Line) -> None:
    text = "Norway met Chad. Chad thanked Norway. Ghana waited. The two governments agreed."
    found = line.extraction(Article(id="a1", text=text, published="2026-03-12"))
    gazetteer = Gazetteer.load()
    cast = Cast()
    order: list[Known] = [
        (one, Traits(text=text[one.start : one.end]), cast.known(entry))
        for one in found.mentions
        if one.kind == "country" and one.form == "name"
        if (entry := gazetteer.entry(one.entity or "")) is not None
    ]
    findings = Findings()
    asked = Traits(text="governments", noun="government", several=2, sentence=30)
    pair = states_of_two(asked, order, findings, gazetteer, cast)
    assert pair is not None
    assert [one.label for one in pair.parts] == ["Norway", "Chad"]
    assert states_of_two(asked, order[:2], findings, gazetteer, cast) is None  # named once each
