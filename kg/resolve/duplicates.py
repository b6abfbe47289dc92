"""Duplicates: entities that the rules keep apart and that may be one, with what speaks for it and against."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from rapidfuzz import fuzz

from kg.ids import fold, is_local
from kg.model import Profile
from kg.resolve.decisions import Decisions
from kg.resolve.gazetteer.given import gender_of
from kg.resolve.gazetteer.spelling import compatible, is_single, parts, sound

# What each reason weighs: set so that a name that agrees is listed alone, a surname only with two reasons more.
_SAME_WORDS, _FORM, _SPELLING, _SURNAME, _ACRONYM = 0.9, 0.8, 0.7, 0.4, 0.7
_POST, _COUNTRY, _COMPANY, _MOST_COMPANY = 0.25, 0.15, 0.05, 0.2
_ABROAD, _TOGETHER, _YEARS, _GENDER = 0.35, 0.5, 0.2, 1.0
#: A pair is listed from here on.
LEAST = 0.7
# Of spellings of one name the letters agree so far (0 to 100): "Gennady", "Gennadiy" 93; "Vestby", "Vestberg" 71.
_ALIKE = 80
# Two who are spoken of so many years apart are rarely one.
_APART = 15
# A word that more entities share ("ministry", "Mohammed") leads to no pairs: comparing them all would take a day.
_COMMON = 300


@dataclass(frozen=True, slots=True)
class Candidate:
    """The entities `one` and `other` may be the same.

    Attributes:
        score: 0 to about 1.5; `LEAST` or more is listed.
        reasons, against: in words, what speaks for it and what against.
    """

    one: str
    one_label: str
    other: str
    other_label: str
    score: float
    reasons: tuple[str, ...]
    against: tuple[str, ...]


def candidates(profiles: Sequence[Profile], decisions: Decisions) -> list[Candidate]:
    """Likely duplicates, the likeliest first; without those that somebody has decided on.

    Args:
        profiles: of a store's people and organizations.
        decisions: what is settled.
    """
    found = (_candidate(*pair) for pair in _pairs(profiles) if not decisions.has(pair[0].id, pair[1].id))
    listed = [one for one in found if one is not None and one.score >= LEAST]
    return sorted(listed, key=lambda c: (-c.score, c.one, c.other))


def _pairs(profiles: Iterable[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Those that share a word, the sound of a last word, or initials; each pair once."""
    blocks: dict[str, dict[str, Profile]] = defaultdict(dict)
    for profile in profiles:
        kind = profile.id.partition("/")[0]
        for key in {key for name in profile.names for key in _keys(name)}:
            blocks[f"{kind} {key}"][profile.id] = profile
    seen = set()
    for _, block in sorted(blocks.items()):
        if len(block) <= _COMMON:
            for one, other in combinations(sorted(block.values(), key=lambda p: p.id), 2):
                # Two that the gazetteer has are known to be two.
                if (one.id, other.id) not in seen and not (one.known and other.known):
                    seen.add((one.id, other.id))
                    yield one, other


def _keys(name: str) -> Iterator[str]:
    words = parts(name)
    yield from (word for word in words if len(word) > 2)
    yield "sound " + sound(words[-1])
    yield "initials " + (fold(name).replace(".", "") if is_single(name) else "".join(word[0] for word in words))


def _candidate(one: Profile, other: Profile) -> Candidate | None:
    compare = _people if one.id.startswith("person/") else _organizations
    named = max((compare(a, b) for a in one.names for b in other.names), default=(0.0, ""))
    if not named[0]:
        return None
    context, against = _context(one, other), _against(one, other)
    score = round(named[0] + sum(weight for weight, _ in context) - sum(weight for weight, _ in against), 3)
    reasons = (named[1], *(reason for _, reason in context))
    return Candidate(one.id, one.label, other.id, other.label, score, reasons, tuple(reason for _, reason in against))


def _people(one: str, other: str) -> tuple[float, str]:
    """How far two names of people agree, and how."""
    first, second = parts(one), parts(other)
    if len(first) > 1 and sorted(first) == sorted(second):
        return _SAME_WORDS, f"“{one}” and “{other}” are the same words"
    if compatible(first, second):
        return _FORM, f"“{one}” and “{other}” have the same surname, and given names that agree"
    short, long = sorted((first, second), key=len)
    if is_single(one) != is_single(other):
        return (_SURNAME, f"“{one}” and “{other}” have the same surname") if long[-len(short) :] == short else (0.0, "")
    alike = len(first) == len(second) and all(fuzz.ratio(a, b) >= _ALIKE for a, b in zip(first, second, strict=True))
    if alike and not is_single(one):
        return _SPELLING, f"“{one}” and “{other}” are spelt alike"
    return (_SURNAME, f"“{one}” is a surname of both") if is_single(one) and first == second else (0.0, "")


def _organizations(one: str, other: str) -> tuple[float, str]:
    """How far two names of organizations agree, and how."""
    first, second = parts(one), parts(other)
    short, long = sorted((one, other), key=len)
    initials = "".join(word[0] for word in long.replace("-", " ").split() if word[0].isupper())
    if len(initials) > 2 and short.replace(".", "") == initials:
        return _ACRONYM, f"“{short}” has the initials of “{long}”"
    if len(first) > 1 and set(first) - {"the", "of", "for"} == set(second) - {"the", "of", "for"}:
        return _SAME_WORDS, f"“{one}” and “{other}” are the same words"
    if min(len(first), len(second)) > 1 and fuzz.token_sort_ratio(fold(one), fold(other)) >= 90:
        return _SPELLING, f"“{one}” and “{other}” are spelt alike"
    return 0.0, ""


def _context(one: Profile, other: Profile) -> list[tuple[float, str]]:
    """What beside the names speaks for it."""
    found = []
    shared = [
        (post, body or its_body)
        for post, body in one.posts
        for its_post, its_body in other.posts
        if post == its_post and (body == its_body or not body or not its_body)
    ]
    if shared:
        post, body = max(shared, key=lambda known: (bool(known[1]), known))
        found.append((_POST, f"both are {post}{f' of {body}' if body else ''}"))
    if one.country and one.country == other.country:
        found.append((_COUNTRY, f"both are of {one.country}"))
    company = sorted((one.company & other.company) - {one.id, other.id})
    if company:
        named = ", ".join(company[:3]) + (", …" if len(company) > 3 else "")
        found.append((min(_MOST_COMPANY, _COMPANY * len(company)), f"articles of both speak of {named}"))
    return found


def _against(one: Profile, other: Profile) -> list[tuple[float, str]]:
    """What speaks against it."""
    found = []
    if one.country and other.country and one.country != other.country:
        found.append((_ABROAD, f"one is of {one.country}, the other of {other.country}"))
    together = sorted(one.articles & other.articles)
    if together and not is_local(one.id) and not is_local(other.id):
        found.append((_TOGETHER, f"{len(together)} of the articles name both: {together[0]}"))
    first, second = sorted((one, other), key=lambda p: p.first or "")
    if first.last and second.first and _years(first.last, second.first) >= _APART:
        found.append((_YEARS, f"one is spoken of until {first.last}, the other from {second.first} on"))
    genders = {gender for profile in (one, other) for name in profile.names if (gender := gender_of(name))}
    if len(genders) > 1 and one.id.startswith("person/"):
        found.append((_GENDER, "their given names are a man's and a woman's"))
    return found


def _years(earlier: str, later: str) -> float:
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days / 365.25
