"""The second readings of a set: act, about and time as others take them who did not see the first reading."""

from __future__ import annotations

import csv
from pathlib import Path

from annotation import Annotation
from notation import Json, NotationError, granularity, one_of, parts

from kg.model import ACTS

COLUMNS = ["article", "statement", "act", "about", "time"]
#: Act, about and time of each statement of an article, in the words of the file.
Reading = dict[str, tuple[str, str, str]]


def readings(path: Path) -> dict[str, Reading]:
    """The readings of the file by the name of the article's annotation; none where there is no file."""
    if not path.exists():
        return {}
    found: dict[str, Reading] = {}
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE, restval="")
        if rows.fieldnames != COLUMNS:
            raise NotationError(f"{path.name}: the columns are {', '.join(COLUMNS)}")
        for row in rows:
            reading = found.setdefault(row["article"], {})
            if row["statement"] in reading:
                raise NotationError(f"{path.name}: {row['article']} {row['statement']} is read twice")
            reading[row["statement"]] = row["act"], row["about"], row["time"]
    return found


def add(annotation: Annotation, reading: Reading, entities: list[Json]) -> None:
    """Gives each statement its second reading.

    Args:
        annotation: of the article, complete.
        reading: of all its statements.
        entities: those of the article; a second reading has no others.
    """
    known = {entity["id"] for entity in entities}
    ids = [statement["id"] for statement in annotation.statements]
    if different := set(ids) ^ reading.keys():
        raise NotationError(f"read by one annotator only: {', '.join(sorted(different))}")
    for statement in annotation.statements:
        act, listed, time = reading[statement["id"]]
        try:
            about = [annotation.about(item) for item in parts(listed, ",")]
            for each in about:
                one_of(each["entity"], sorted(known))
            if time:
                granularity(time)
            statement["second"] = {"act": one_of(act, ACTS), "about": about, "time": time or None}
        except NotationError as error:
            raise NotationError(f"{statement['id']}: {error}") from error
