"""Sentences of the treebanks with somebody put in who is named beside a post: ``X's minister, Mara Ellingsen, said``.

News are full of such phrases, treebanks of the web have few, and a tree that takes the post and the
name for two subjects loses the speaker. So a pronoun or a name that is subject or object gives way to a phrase whose
tree is known, with names of the attribution corpus.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.evaluate.treebank import Text
from training.documents import Document

_Row = tuple[str, str, str, int]  # word, Penn tag, label, index of the head in the phrase (-1: the phrase's own head)

_POSTS = (
    "foreign minister", "prime minister", "president", "interior minister", "finance minister", "defence minister",
    "defense secretary", "vice president", "deputy prime minister", "chief negotiator", "top diplomat", "ambassador",
    "leader", "military chief", "central bank governor", "health minister", "special envoy",
    "transport minister", "justice minister", "army chief", "opposition leader", "spokesman", "spokeswoman",
    "trade minister", "police chief", "permanent representative", "state secretary", "energy minister",
)  # fmt: skip
_ADJECTIVES = {"foreign", "prime", "deputy", "top", "special", "military", "central", "permanent"}
_PLACES = {"nsubj", "nsubj:pass", "obj", "iobj"}
_PRONOUNS = {"he", "she", "him"}


@dataclass(frozen=True, slots=True)
class Cast:
    """Names to be put in: persons of two words, places of one."""

    persons: list[list[str]]
    places: list[str]

    @classmethod
    def of(cls, articles: Iterable[Document], person: int, place: int) -> Cast:
        """The names of two words and of one that the articles have for persons and places, by their B- labels."""
        cast = cls([], [])
        for document in articles:
            names = document.labels["names"].tolist() if "names" in document.labels else []
            for i, name in enumerate(names):
                end = i + 1
                while end < len(names) and names[end] == name + 1:
                    end += 1
                if name == person and end - i == 2:
                    cast.persons.append(document.words[i:end])
                elif name == place and end - i == 1:
                    cast.places.append(document.words[i])
        return cast


def named(texts: Iterable[Text], cast: Cast, rng: random.Random) -> Iterator[Text]:
    """Sentences of the texts, those that have a person as subject or object, with a phrase in its place."""
    for text in texts:
        for begin, end in zip(text.starts, [*text.starts[1:], len(text.words)], strict=True):
            spots = [i for i in range(begin, end) if _gives_way(text, i, begin)]
            if spots and end - begin < 60:
                yield _replaced(text, begin, end, rng.choice(spots), cast, rng)


def _gives_way(text: Text, i: int, begin: int) -> bool:
    """A pronoun or name without dependents; or a name whose only dependents are the rest of it, beside it."""
    if text.deps[i] not in _PLACES or text.tags[i] not in ("PRP", "NNP"):
        return False
    if text.tags[i] == "PRP" and text.words[i].lower() not in _PRONOUNS:
        return False
    below = [j for j, head in enumerate(text.heads[begin : begin + 80], start=begin) if head == i and j != i]
    return below == [j for j in range(i + 1, i + 1 + len(below)) if text.deps[j] == "flat"]


def _replaced(text: Text, begin: int, end: int, spot: int, cast: Cast, rng: random.Random) -> Text:
    after = spot + 1
    while after < end and text.heads[after] == spot:
        after += 1
    opened = any(word[:1].isalpha() for word in text.words[begin:spot])
    phrase, head = _phrase(cast, rng, follows=text.words[after] if after < end else "", opened=opened)
    shift = len(phrase) - (after - spot)

    def moved(i: int) -> int:
        return spot + head - begin if i == spot else i - begin if i < spot else i - begin + shift

    found = Text(starts=[0])
    for i in [*range(begin, spot), *range(after, end)]:
        if i == after:
            _add(found, phrase, spot - begin, moved(text.heads[spot]), text.deps[spot])
        found.words.append(text.words[i])
        found.tags.append(text.tags[i])
        found.deps.append(text.deps[i])
        found.heads.append(moved(text.heads[i]))
    if after >= end:
        _add(found, phrase, spot - begin, moved(text.heads[spot]), text.deps[spot])
    return found


def _add(found: Text, phrase: list[_Row], offset: int, governor: int, label: str) -> None:
    for word, tag, dep, above in phrase:
        found.words.append(word)
        found.tags.append(tag)
        found.deps.append(label if above < 0 else dep)
        found.heads.append(governor if above < 0 else offset + above)


def _phrase(cast: Cast, rng: random.Random, *, follows: str, opened: bool) -> tuple[list[_Row], int]:
    """Rows of a phrase for somebody with a post, and which of them is its head."""
    post, person = rng.choice(_POSTS).split(), rng.choice(cast.persons)
    place, mark = rng.choice(cast.places), rng.choice(("’s", "'s"))
    article = "the" if opened else "The"
    kind = rng.random()
    rows: list[_Row]
    if kind < 0.6:
        if kind < 0.35:  # Norway's foreign minister, Mara Ellingsen,
            head = 1 + len(post)
            rows = [(place, "NNP", "nmod:poss", head), (mark, "POS", "case", 0), *_post(post, 2, -1)]
        else:  # the foreign minister, Mara Ellingsen,   the foreign minister of Norway, Mara Ellingsen,
            head = len(post)
            rows = [(article, "DT", "det", head), *_post(post, 1, -1)]
            if kind < 0.48:
                rows += [("of", "IN", "case", head + 2), (place, "NNP", "nmod", head)]
        inner = len(rows) + 1
        rows += [(",", ",", "punct", inner), *_name(person, inner, head)]
    else:
        head = 0
        comma = len(person)
        if kind < 0.8:  # Mara Ellingsen, Norway's foreign minister,
            inner = comma + 2 + len(post)
            rows = [*_name(person, 0, -1), (",", ",", "punct", inner), (place, "NNP", "nmod:poss", inner)]
            rows += [(mark, "POS", "case", comma + 1), *_post(post, comma + 3, 0)]
        else:  # Mara Ellingsen, the foreign minister of Norway,
            inner = comma + 1 + len(post)
            rows = [*_name(person, 0, -1), (",", ",", "punct", inner), ("the", "DT", "det", inner)]
            rows += [*_post(post, comma + 2, 0), ("of", "IN", "case", inner + 2), (place, "NNP", "nmod", inner)]
    if follows[:1].isalnum():
        rows.append((",", ",", "punct", inner))
    return rows, head


def _name(words: list[str], offset: int, above: int) -> list[_Row]:
    return [(word, "NNP", "flat" if i else "appos", offset if i else above) for i, word in enumerate(words)]


def _post(words: list[str], offset: int, above: int) -> list[_Row]:
    head = offset + len(words) - 1
    rows: list[_Row] = []
    for i, word in enumerate(words):
        adjective = word in _ADJECTIVES
        label = "appos" if i == len(words) - 1 else "amod" if adjective else "compound"
        rows.append((word, "JJ" if adjective else "NN", label, above if i == len(words) - 1 else head))
    return rows
