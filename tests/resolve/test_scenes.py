"""To whom, where and when speaks who goes on."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from kg.model import About, Cue, Mention, Speaker, Statement, Time
from kg.resolve.scenes.scenes import staged

OSLO = Mention(40, 44, "place", entity="place/3143244")
BERGEN = Mention(45, 49, "place", entity="place/3161732")
COUNCIL = Mention(20, 30, "organization", entity="organization/council")
LUND = Mention(30, 38, "person", entity="person/lund")
MONDAY = Time("2026-03-02", "day", "Monday")
TUESDAY = Time("2026-03-03", "day", "Tuesday")

LEMMAS = {"told": "tell", "says": "say", "said": "say", "has said": "say"}


def read(text: str, *first: dict[str, object], **more: object) -> list[Statement]:
    """The statements at the words in brackets, by whom the letter after the bracket says: "[told]m" is by Moen."""
    found: list[Statement] = []
    plain = re.sub(r"\[([^]]*)\]\w", r"\1", text)
    gone = 0
    for number, match in enumerate(re.finditer(r"\[([^]]*)\](\w)", text)):
        start = match.start() - gone
        gone += 3
        span = (start, start + len(match[1]))
        begin = max([end.end() for end in re.finditer(r"[.?!]\s", plain[:start])], default=0)
        end = re.search(r"[.?!](?:\s|$)", plain[span[1] :])
        sentence = (begin, span[1] + (end.end() if end else 0))
        mention = Mention(start, start + 1, "person", entity=f"person/{match[2]}")
        lemma = LEMMAS.get(match[1], match[1].removesuffix("ed"))
        details = first[number] if number < len(first) else {}
        one = Statement(
            f"s{number}",
            Speaker(kind="person", mention=mention, span=mention.span),
            Cue(span, lemma, False),
            "say",
            "indirect",
            ((span[1] + 1, span[1] + 3),),
            "x",
            (sentence,),
        )
        for name, value in (more | details).items():
            object.__setattr__(one, name, value)
        found.append(one)
    days = [match.span() for match in re.finditer(r"Monday|Friday", plain)]
    return list(staged(found, plain, days))


SCENE: dict[str, object] = {"time": MONDAY, "place": OSLO, "addressees": (COUNCIL,)}


def test_who_goes_on_does_so_then_and_there_and_to_the_same() -> None:
    told = read("She [told]m the council it was late, and [asked]m haste. He [added]m it.\n\nShe [said]m so.", SCENE)
    assert {(one.time, one.place, one.addressees) for one in told} == {(MONDAY, OSLO, (COUNCIL,))}


def test_another_speaker_starts_anew_and_ends_the_scene() -> None:
    told = read("She [told]m it. He [said]d no. She [said]m yes.", SCENE)
    assert [one.time for one in told] == [MONDAY, None, None]
    assert [one.addressees for one in told] == [(COUNCIL,), (), ()]


def test_what_others_always_say_parts_nothing() -> None:
    assert read("She [told]m it. They [call]o it so. She [said]m so.", SCENE)[2].time == MONDAY
    assert read("She [told]m it. They [called]o it so. She [said]m so.", SCENE)[2].time is None


def test_what_others_say_in_the_same_sentence_parts_nothing() -> None:
    told = read("She [told]m it, which he [doubted]d. She [added]m that.", SCENE)
    assert [one.time for one in told] == [MONDAY, None, MONDAY]


def test_another_tense_another_day_and_another_place_tell_of_another_occasion() -> None:
    for text, own in (
        ("She [told]m it. She [says]m so.", {}),
        ("She [told]m it. She [has said]m so.", {}),
        ("She [told]m it. She later [said]m so.", {}),
        ("She [told]m it. She [feared]m so.", {}),
        ("She [told]m it. She [said]m so.", {"time": TUESDAY}),
        ("She [told]m it. She [said]m so.", {"place": BERGEN}),
    ):
        _, second = read(text, SCENE, own)
        assert (second.time, second.place, second.addressees) == (own.get("time"), own.get("place"), ()), text


def test_a_day_in_its_sentence_or_opening_one_before_tells_of_another_occasion() -> None:
    for text, time in (
        ("She [told]m it. On Friday she met him. She [said]m so.", None),
        ("She [told]m it. She [said]m so after Friday.", None),
        ("She [told]m it. She met him who left on Friday. She [said]m so.", MONDAY),
        ("She [told]m it. She [said]m so on Monday again.", MONDAY),
        ('She [told]m it. She [said]m so: "On Friday."', MONDAY),
    ):
        assert read(text, SCENE)[1].time == time, text


def test_after_three_sentences_of_other_things_nobody_goes_on() -> None:
    _, near = read("She [told]m it. It rained. It rained. She [added]m that.", SCENE)
    _, far = read("She [told]m it. It rained. It rained. It rained. She [added]m that.", SCENE)
    assert (near.time, far.time) == (MONDAY, None)


def test_an_abbreviation_ends_no_sentence() -> None:
    text = "She [told]m it. It rained in the U.S. for Gov. Dahl. It rained. She [added]m that."
    assert read(text, SCENE)[1].time == MONDAY


def test_what_a_noun_tells_was_said_once_by_its_verb() -> None:
    for cue, time in (("gave her advice", MONDAY), ("offered advice", MONDAY), ("gives advice", None)):
        first, after = {"cue": Cue((4, 4 + len(cue)), "advice", False)} | SCENE, {"time": None, "place": None}
        assert read(f"She [{cue}]m. She [said]m so.", first, after)[1].time == time, cue


def test_what_is_done_on_a_day_to_say_it_was_said_then() -> None:
    cue = Cue((19, 28), "defend", False)
    assert read("She took the floor [to defend]m it. She [said]m so.", SCENE | {"cue": cue})[1].time == MONDAY
    assert read("She [plans]m it. She [said]m so.", SCENE)[1].time is None


def test_according_to_goes_on_but_not_by_a_spokesman() -> None:
    assert read("She [told]m it. Nobody came, [according to]m her.", SCENE)[1].time == MONDAY
    (first,) = read("She [told]m it.", SCENE)
    text = "She told it. Nobody came, according to her spokesman."
    other = replace(
        first, id="o", speaker=replace(first.speaker, span=(39, 52)), cue=Cue((26, 38), "according to", False)
    )
    other = replace(other, time=None, evidence=((13, 53),))
    assert staged([first, other], text)[1].time is None


def test_of_a_week_each_rally_is_another_occasion() -> None:
    week: dict[str, object] = SCENE | {"time": Time("2026-W10", "week", "this week")}
    assert read("She [told]m it. At a rally she [said]m so.", week)[1].time is None
    assert read("She [told]m it. At a rally she [said]m so.", SCENE)[1].time == MONDAY


def test_what_is_written_online_is_written_in_no_place() -> None:
    assert read("She [told]m it. She [posted]m it.", SCENE)[1].place is None
    assert read("She [told]m it. She [added]m it on Facebook.", SCENE)[1].place is None
    assert read("She [told]m it. She [added]m it.", SCENE)[1].place == OSLO


def test_what_is_said_in_quotation_marks_is_not_other_things() -> None:
    quoted = 'She [told]m it: "It rained. It rained. It rained. It rained." She [added]m that.'
    assert read(quoted, SCENE)[1].time == MONDAY


def test_who_is_thanked_need_not_be_there_and_who_is_told_may_be_another() -> None:
    assert read("She [thanked]m the council. She [added]m that.", SCENE)[1].addressees == ()
    assert read("She [told]m the council. She [told]m him.", SCENE, {"addressees": (LUND,)})[1].addressees == (LUND,)


def test_some_who_are_told_hear_what_the_one_before_did_not() -> None:
    later = {"addressees": ()}
    assert read("She [told]m it. She [told]m supporters that.", SCENE, later)[1].addressees == ()
    assert read("She [told]m it. She [told]m him that.", SCENE, later)[1].addressees == (COUNCIL,)


def test_who_asks_the_speaker_asks_him_there_and_hears_the_answer() -> None:
    moen, dahl = (Mention(0, 3, "person", entity=f"person/{one}") for one in "md")
    asking, answering = {"addressees": (moen,), "act": "ask"}, {"addressees": (dahl,)}
    text = "She [told]m it. He [asked]d her why. She [said]m no."
    _, asked, answered = read(text, SCENE, asking, answering)
    assert (asked.time, asked.place) == (answered.time, answered.place) == (MONDAY, OSLO)
    _, demanded = read("She [told]m it. He [urged]d her to go.", SCENE, {"addressees": (moen,), "act": "demand"})
    assert demanded.time is None


def test_the_accused_rejects_it_where_that_is_told() -> None:
    dahl = Mention(0, 3, "person", entity="person/d")
    accusing: dict[str, object] = SCENE | {"addressees": (), "about": (About(dahl, "target", "negative"),)}
    _, rejected = read("She [accused]m him, a charge that he [rejected]d.", accusing)
    assert (rejected.time, rejected.addressees) == (MONDAY, ())
    assert read("She [accused]m him, a charge that they [rejected]o.", accusing)[1].time is None
    assert read("She [accused]m him. He [rejected]d it.", accusing)[1].time is None


def test_what_was_recalled_is_gone_on_with_in_its_paragraph() -> None:
    assert read("She [had told]m it. She [said]m so.", SCENE)[1].time == MONDAY
    assert read("She [had told]m it.\n\nShe [said]m so.", SCENE)[1].time is None
    assert read("Moen, who [had told]m it. She [said]m so.", SCENE)[1].time is None


def test_his_office_says_it_at_another_time() -> None:
    (first,) = read("She [told]m it.", SCENE)
    text = "She told it. Her office said so."
    office = replace(first, id="o", speaker=replace(first.speaker, span=(13, 23)), cue=Cue((24, 28), "say", False))
    office = replace(office, time=None, evidence=((13, 32),))
    assert staged([first, office], text)[1].time is None


def test_a_past_that_is_written_as_the_present_goes_on() -> None:
    assert read("She [told]m it. She [forecast]m rain.", SCENE)[1].time == MONDAY
    assert read("She, who had [welcome]m it, left. She [said]m so.", SCENE)[1].time is None


def test_at_a_conference_of_its_own_it_is_said_to_others() -> None:
    assert read("She [told]m it. At a news conference she [said]m so.", SCENE)[1].addressees == ()


def nameless(text: str) -> list[tuple[Mention, ...]]:
    """Whom those tell it who are in brackets and have no name; the first tells it to the council."""
    plain = re.sub(r"[][]", "", text)
    found: list[Statement] = []
    for number, match in enumerate(re.finditer(r"\[([^]]*)\]", text)):
        start = match.start() - 2 * number
        end = start + len(match[1])
        begin = plain.rfind(".", 0, start) + 1
        cue = (end + 1, plain.index(" ", end + 1))
        sentence = (begin, plain.index(".", end) + 1)
        lemma = LEMMAS[plain[slice(*cue)]]
        speaker = Speaker(kind="unnamed", mention=None, span=(start, end))
        one = Statement(
            f"s{number}", speaker, Cue(cue, lemma, False), "say", "indirect", ((cue[1], cue[1] + 2),), "x", (sentence,)
        )
        found.append(one if number else replace(one, addressees=(COUNCIL,)))
    return [one.addressees for one in staged(found, plain)]


@pytest.mark.parametrize(
    ("text", "listeners"),
    [
        ("[A senior official at the port] told it so. [The official] said no. [He] said yes.", 3),
        ("[Informed sources] told it so. [The sources] said no.", 2),
        ("[Two people familiar with it] told it so. [A third person] said no. [The person] said yes.", 1),
        ("[An aide] told it so. [An aide] said no.", 1),
        ("[An aide] told it so. [The diplomat] said no.", 1),
    ],
)
def test_who_has_no_name_goes_on_as_the_one_who_is_taken_up(text: str, listeners: int) -> None:
    found = nameless(text)
    assert found == [(COUNCIL,)] * listeners + [()] * (len(found) - listeners)
