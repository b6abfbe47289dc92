"""To whom, where and when speaks who goes on."""

from __future__ import annotations

from kg.model import Cue, Mention, Speaker, Statement, Time
from kg.resolve.scenes import staged

OSLO = Mention(40, 44, "place", entity="place/3143244")
COUNCIL = Mention(20, 30, "organization", entity="organization/council")
REPORTER = Mention(30, 38, "person", entity="person/lund")
MONDAY = Time("2026-03-02", "day", "Monday")
# The cues below stand at 10 and 50: in one sentence, in two of a paragraph, in two paragraphs.
SENTENCE = "Ms Moen   told the council in Oslo that, and urged"
SENTENCES = "Ms Moen   told the council in Oslo.    As she     added it."
PARAGRAPHS = "Ms Moen   told the council in Oslo.\n   As she     added it."


def said(at: int, *, by: str = "moen", lemma: str = "tell", sentence: int = 0, **more: object) -> Statement:
    mention = Mention(at - 5, at - 1, "person", entity=f"person/{by}")
    speaker = Speaker(kind="person", mention=mention, span=mention.span)
    told = Statement(
        f"s{at}",
        speaker,
        Cue((at, at + 4), lemma, False),
        "say",
        "indirect",
        ((at + 5, at + 9),),
        "x",
        ((sentence, 99),),
    )
    for name, value in more.items():
        object.__setattr__(told, name, value)
    return told


def test_who_told_a_body_goes_on_to_it_and_at_the_same_place() -> None:
    first = said(10, addressees=(COUNCIL, REPORTER), place=OSLO, time=MONDAY)
    _, second = staged([first, said(50, lemma="urge")], SENTENCE)
    assert (second.addressees, second.place) == ((COUNCIL,), OSLO)
    assert second.time is None  # whether the sentence shares its day is a matter of grammar


def test_who_goes_on_in_the_next_sentence_keeps_the_day_as_well() -> None:
    first = said(10, addressees=(COUNCIL, REPORTER), place=OSLO, time=MONDAY)
    _, second, third = staged([first, said(50, lemma="add"), said(56, lemma="add")], SENTENCES)
    assert (second.addressees, second.place, second.time) == ((COUNCIL,), OSLO, MONDAY)
    assert third.time == MONDAY  # in the same sentence, with a day from the one before


def test_another_paragraph_another_tense_and_a_day_of_its_own_tell_of_another_occasion() -> None:
    first = said(10, addressees=(COUNCIL,), place=OSLO, time=MONDAY)
    tuesday = Time("2026-03-03", "day", "Tuesday")
    told = [
        staged([first, said(50, lemma="add")], PARAGRAPHS)[1],
        staged([first, said(50, lemma="say")], SENTENCES.replace("added it", "says it"))[1],
        staged([first, said(50, lemma="ask")], SENTENCES.replace("added it", "has asked"))[1],
        staged([first, said(50, lemma="add", time=tuesday)], SENTENCES)[1],
    ]
    assert {(one.addressees, one.place) for one in told} == {((), None)}
    assert [one.time for one in told] == [None, None, None, tuesday]


def test_a_week_is_the_time_of_one_saying_alone() -> None:
    first = said(10, time=Time("2026-W10", "week", "this week"))
    assert staged([first, said(50, lemma="add")], SENTENCES)[1].time is None


def test_another_speaker_and_a_thank_are_to_nobody() -> None:
    first = said(10, addressees=(COUNCIL,))
    assert staged([first, said(50, by="dahl")], SENTENCE)[1].addressees == ()
    assert staged([said(10, lemma="thank", addressees=(COUNCIL,)), said(50)], SENTENCE)[1].addressees == ()
