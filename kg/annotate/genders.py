"""Who is a person, and of which gender, as far as words tell: pronouns, titles, nouns and given names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from kg.givennames import FEMALE, MALE
from kg.ids import fold

UNKNOWN, MALES, FEMALES = range(3)

_PRONOUNS = {
    **dict.fromkeys("he him his himself".split(), MALES),
    **dict.fromkeys("she her hers herself".split(), FEMALES),
}
_PERSONS = frozenset("i me my mine myself we us our ours ourselves you your yours yourself yourselves who whom".split())
# Nouns, and the titles before names.
_NOUNS = {
    **dict.fromkeys(
        """
        mr mr. sir lord king prince duke emperor monk priest bishop pope baron count knight man boy lad guy gentleman
        husband father dad daddy grandfather grandpa stepfather godfather son brother uncle nephew grandson widower
        bachelor groom boyfriend actor hero businessman chairman congressman salesman spokesman sportsman statesman
        policeman fireman fisherman nobleman countryman señor monsieur herr datuk encik alhaji malam mallam mzee bapak
        """.split(),
        MALES,
    ),
    **dict.fromkeys(
        """
        mrs mrs. ms ms. miss lady dame madame queen princess duchess empress baroness countess nun woman girl wife
        mother mom mum mama grandmother stepmother godmother daughter sister aunt niece granddaughter widow bride
        girlfriend mistress housewife maid nurse actress heroine goddess hostess heiress waitress ballerina
        businesswoman chairwoman congresswoman councilwoman assemblywoman spokeswoman señora frau mme mlle begum hajia
        """.split(),
        FEMALES,
    ),
}
_BEFORE = 3  # words before a name among which its title is sought


def genders(
    words: Sequence[str], lemmas: Sequence[str], heads: Iterable[int], names: Mapping[int, tuple[int, int]]
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Of each token, as the head of a mention, the gender that is known, and whether it is a person.

    Who is called "Mara Quist" first is of her gender when she is "Quist".

    Args:
        words: of the text, in small letters.
        lemmas: of the words.
        heads: of mentions, in text order.
        names: of persons: first token and end, by each token of the name.
    """
    found, persons = np.zeros(len(words), np.int64), np.zeros(len(words), bool)
    called: dict[str, int] = {}
    for head in heads:
        word = words[head]
        if (name := names.get(head)) is not None:
            persons[head] = True
            found[head] = _of_name(words[max(0, name[0] - _BEFORE) : name[0]], words[slice(*name)], called)
        elif word in _PRONOUNS:
            found[head] = _PRONOUNS[word]
        elif word not in _PERSONS:
            found[head] = _NOUNS.get(word) or _NOUNS.get(lemmas[head], UNKNOWN)
        persons[head] |= found[head] != UNKNOWN or word in _PERSONS
    return found, persons


def _of_name(before: Sequence[str], name: Sequence[str], called: dict[str, int]) -> int:
    told = [_NOUNS[word] for word in (*before, *name) if word in _NOUNS]
    first, last = name[0], name[-1]
    if told:
        found = told[-1]
    elif len(name) == 1 and last in called:
        found = called[last]
    else:
        given = fold(first).split("-")[0]
        found = FEMALES if given in FEMALE else MALES if given in MALE else UNKNOWN
    if found:
        called.setdefault(last, found)
        called.setdefault(first, found)
    return found
