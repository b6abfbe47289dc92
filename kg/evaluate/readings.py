"""Act, about and time of statements that two annotators have read: how far they agree, and what agrees with either.

Whether something is said or claimed, whom it is directed at, and whether the day of what was said before still holds,
is often a matter of judgement: two annotators who did not see what the other wrote tell how often. Statements have the
second reading under ``second``, with fields named like those of the first; its time is the value alone.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Set

from kg.evaluate.scores import Tally
from kg.record import Record

#: What is read twice.
FIELDS = ("act", "about", "targets", "time")
#: The rows of statements with two readings: what was found against either, and the second against the first.
ROWS = (*(f"{name}, either reading" for name in FIELDS), *(f"{name}, between readings" for name in FIELDS))

Reading = Mapping[str, Set[Hashable]]


def reading(statement: Record) -> Reading:
    """Act, about (entity and role), targets and time of a statement, or of its second reading, as sets to compare."""
    about = {(each["entity"], each["role"]) for each in statement["about"]}
    time = statement["time"]
    return {
        "act": {statement["act"]},
        "about": about,
        "targets": {entity for entity, role in about if role == "target"},
        "time": {time["value"] if isinstance(time, Mapping) else time} - {None},
    }


def count_between(tally: Tally, statements: Iterable[Record]) -> None:
    """Count how far the second readings of the annotated statements agree with the first."""
    for statement in statements:
        if "second" in statement:
            first, second = reading(statement), reading(statement["second"])
            for name in FIELDS:
                tally.compare(f"{name}, between readings", second[name], first[name])


def count_either(tally: Tally, found: Record, annotated: Record) -> None:
    """Count what was found against the nearer reading, for each field by itself; the first, where both are as near."""
    if "second" in annotated:
        ours, both = reading(found), (reading(annotated), reading(annotated["second"]))
        for name in FIELDS:
            nearer = max((each[name] for each in both), key=lambda wanted: _nearness(ours[name], wanted))
            tally.compare(f"{name}, either reading", ours[name], nearer)


def _nearness(one: Set[Hashable], other: Set[Hashable]) -> float:
    """F1 of two sets; 1 where both are empty."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0
