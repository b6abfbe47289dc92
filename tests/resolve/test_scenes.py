"""To whom and where speaks who goes on in the same sentence."""

from __future__ import annotations

from kg.model import Cue, Mention, Speaker, Statement
from kg.resolve.scenes import staged

OSLO = Mention(40, 44, "place", entity="place/3143244")
COUNCIL = Mention(20, 30, "organization", entity="organization/council")
REPORTER = Mention(30, 38, "person", entity="person/lund")


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
    first = said(10, addressees=(COUNCIL, REPORTER), place=OSLO)
    _, second = staged([first, said(50, lemma="urge")])
    assert (second.addressees, second.place) == ((COUNCIL,), OSLO)


def test_another_sentence_another_speaker_and_a_thank_are_to_nobody() -> None:
    first = said(10, addressees=(COUNCIL,))
    for other in (said(50, sentence=40), said(50, by="dahl")):
        assert staged([first, other])[1].addressees == ()
    assert staged([said(10, lemma="thank", addressees=(COUNCIL,)), said(50)])[1].addressees == ()
