"""Who is a person and of which gender, by words alone; the persons are invented."""

from __future__ import annotations

from collections.abc import Mapping

from kg.annotate.genders import FEMALES, MALES, UNKNOWN, genders


def of(text: str, names: Mapping[str, int] | None = None) -> dict[str, tuple[int, bool]]:
    """Of each word, its gender and whether it is a person; `names`: how many words names have that begin so."""
    words = text.lower().split()
    spans = {}
    for first, count in (names or {}).items():
        for begin in [i for i, word in enumerate(words) if word == first]:
            spans |= dict.fromkeys(range(begin, begin + count), (begin, begin + count))
    found, persons = genders(words, words, range(len(words)), spans)
    return dict(zip(words, zip(found.tolist(), persons.tolist(), strict=True), strict=True))


def test_pronouns_titles_and_nouns_tell_a_gender() -> None:
    found = of("she saw him and the queen but it saw us")
    assert found["she"] == found["queen"] == (FEMALES, True)
    assert found["him"] == (MALES, True)
    assert found["it"] == (UNKNOWN, False)
    assert found["us"] == (UNKNOWN, True)


def test_a_given_name_tells_it_and_a_title_before_the_name_knows_better() -> None:
    assert of("Anna Moenwick left", {"anna": 2})["moenwick"] == (FEMALES, True)
    assert of("Mr Anna Moenwick left", {"anna": 2})["moenwick"] == (MALES, True)
    assert of("Qw Moenwick left", {"qw": 2})["moenwick"] == (UNKNOWN, True)


def test_who_was_called_by_a_whole_name_is_of_its_gender_when_called_by_the_last() -> None:
    words = "anna moenwick left . moenwick came .".split()
    names = {0: (0, 2), 1: (0, 2), 4: (4, 5)}
    found, _ = genders(words, words, [0, 4], names)
    assert found[[0, 4]].tolist() == [FEMALES, FEMALES]
