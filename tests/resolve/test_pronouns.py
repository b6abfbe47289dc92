"""Pronouns: whom "he", "her" and "I" mean; from findings made by hand."""

from __future__ import annotations

import pytest

from kg.resolve import Gazetteer
from tests.resolve.test_resolve import Draft, who


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def test_he_in_a_quotation_is_not_who_speaks_it_and_i_is(gazetteer: Gazetteer) -> None:
    draft = Draft("Jon Dahlby met Tor Vestby. “I know him,” Dahlby said.")
    dahlby = draft.name("Jon Dahlby", "PER", function="subject", acting=True)
    vestby = draft.name("Tor Vestby", "PER", function="object")
    me = draft.pronoun("I", quoted=True, function="subject")
    him = draft.pronoun("him", quoted=True, gender="m", function="object")
    speaker = draft.name("Dahlby", "PER", function="subject", acting=True)
    draft.says(speaker, "“I know him,”", about=(me, him))
    found = draft.resolve(gazetteer)
    assert who(found, me) == who(found, dahlby)
    assert who(found, him) == who(found, vestby)
    assert [one.mention.actor for one in found.statements[0].about] == ["person/tor-vestby"]


def test_the_author_is_who_writes_i(gazetteer: Gazetteer) -> None:
    draft = Draft("I doubt it.", author="Mara Ellingsen")
    me = draft.pronoun("I", function="subject")
    assert who(draft.resolve(gazetteer), me) == "person/mara-ellingsen"


def test_her_whom_he_accuses_is_not_he(gazetteer: Gazetteer) -> None:
    draft = Draft("Aino Kesti left. Pekko Rauta accused her. He stayed.")
    first = draft.name("Aino Kesti", "PER", function="subject", acting=True)
    second = draft.name("Pekko Rauta", "PER", function="subject", acting=True)
    her = draft.pronoun("her", function="object", gender="f")
    he = draft.pronoun("He", function="subject", gender="m")
    found = draft.resolve(gazetteer)
    assert who(found, her) == who(found, first)
    assert who(found, he) == who(found, second)


def test_he_is_nobody_who_stands_beside_him(gazetteer: Gazetteer) -> None:
    draft = Draft("Jon Dahlby spoke. Pekko Rauta praised him.")
    first = draft.name("Jon Dahlby", "PER", function="other")
    second = draft.name("Pekko Rauta", "PER", function="subject", acting=True)
    likely = ((second.span, 9.0), (first.span, 0.0))
    him = draft.pronoun("him", function="object", gender="m", antecedents=likely, apart=(second.span,))
    assert who(draft.resolve(gazetteer), him) == who(draft.resolve(gazetteer), first)


def test_who_does_something_since_he_did_another_is_he(gazetteer: Gazetteer) -> None:
    draft = Draft("Pekko Rauta has worked for Jon Dahlby since he left.")
    first = draft.name("Pekko Rauta", "PER", function="other", acting=True)
    second = draft.name("Jon Dahlby", "PER", function="other", acting=True)
    alike = ((first.span, 2.0), (second.span, 2.0))
    he = draft.pronoun("he", function="subject", gender="m", antecedents=alike, above=first.span)
    assert who(draft.resolve(gazetteer), he) == "person/pekko-rauta"


def test_he_is_who_acts_in_this_paragraph_rather_than_who_spoke_for_long_before(gazetteer: Gazetteer) -> None:
    draft = Draft("Jon Dahlby left. He hopes.\n\nToivo Rauta stayed. He waits.")
    dahlby = draft.name("Jon Dahlby", "PER", function="subject", acting=True, gender="m")
    still = draft.pronoun("He", function="subject", acting=True, gender="m", antecedents=((dahlby.span, 6.0),))
    rauta = draft.name("Toivo Rauta", "PER", function="subject", acting=True)
    alike = ((still.span, 6.4), (rauta.span, 4.9))
    he = draft.pronoun("He", function="subject", gender="m", antecedents=alike)
    assert who(draft.resolve(gazetteer), he) == "person/toivo-rauta"


def test_her_gender_is_known_where_her_opens_a_sentence(gazetteer: Gazetteer) -> None:
    draft = Draft("Rautavaa left. Her aide stayed. Then he left.")
    rauta = draft.name("Rautavaa", "PER", function="subject", acting=True)
    her = draft.pronoun("Her", function="modifier", gender="f", antecedents=((rauta.span, 4.0),))
    he = draft.pronoun("he", function="subject", gender="m", antecedents=((rauta.span, 4.0),))
    found = draft.resolve(gazetteer)
    assert (who(found, her), who(found, he)) == (who(found, rauta), None)


def test_her_gender_is_known(gazetteer: Gazetteer) -> None:
    draft = Draft("Ms Rauta met Dahlby. She left.")
    first = draft.name("Rauta", "PER", function="other", gender="f")
    second = draft.name("Dahlby", "PER", function="other")
    she = draft.pronoun("She", function="subject", gender="f", antecedents=((first.span, 2.0), (second.span, 2.0)))
    assert who(draft.resolve(gazetteer), she) == who(draft.resolve(gazetteer), first)
