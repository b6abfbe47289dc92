"""The event list of the Discourse Network Analyzer: a row for each statement and concept, as DNA 3 itself exports it.

Columns, semicolons and quotes are those of `Exporter.eventCSV` in DNA 3.0. Its variables are person, organization,
concept and agreement, and two of ours: act and stance.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from kg.cells import cell
from kg.export.format import Format
from kg.graph.reader import Reader
from kg.query.rows import AboutWhom, Named, StatementRow
from kg.query.selection import EVERYTHING, Selection
from kg.query.stream import statement_rows

_COLUMNS = (
    *("statement_id", "time", "person", "organization", "concept", "agreement", "act", "stance"),
    *("start_position", "stop_position", "text", "coder", "document_id", "document_title", "document_author"),
    *("document_source", "document_section", "document_type"),
)
# The one coder of all statements: the program.
_CODER = 1


def _write(reader: Reader, output: BinaryIO, selection: Selection = EVERYTHING) -> None:
    output.write((";".join(f'"{name}"' for name in _COLUMNS) + "\n").encode())
    documents: dict[str, int] = {}
    for number, (row, speaker, about) in enumerate(_coded(reader, selection), start=1):
        document = documents.setdefault(row.article.id, len(documents) + 1)
        output.write((";".join(_cells(number, document, row, speaker, about)) + "\n").encode())


def _coded(reader: Reader, selection: Selection) -> Iterator[tuple[StatementRow, Named, AboutWhom]]:
    """Statements of somebody known, with each of those that they are about."""
    for row in statement_rows(reader, selection):
        if row.speaker and row.date:
            for about in row.about:
                yield row, row.speaker, about


def _cells(number: int, document: int, row: StatementRow, speaker: Named, about: AboutWhom) -> Iterator[str]:
    person = speaker.id.startswith("person/")
    start = min((one.start for one in row.content), default=0)
    stop = max((one.end for one in row.content), default=0)
    yield str(number)
    yield f"{row.date} 00:00:00"
    yield _quoted(speaker.label if person else "")
    yield _quoted("" if person else speaker.label)
    yield _quoted(about.entity.label)
    # DNA knows yes and no. Who speaks of a thing and does not speak ill of it is taken to agree, as its coders do.
    yield "0" if about.stance == "negative" else "1"
    yield from (_quoted(row.act), _quoted(about.stance), str(start), str(stop), _quoted(row.text), str(_CODER))
    yield str(document)
    yield from (_quoted(row.article.title or row.article.id), _quoted(""), _quoted(row.article.publisher or ""))
    yield from (_quoted(""), _quoted(""))


def _quoted(text: str) -> str:
    """As DNA writes text: it has no escape for its own signs."""
    return '"' + " ".join(cell(text).replace(";", ",").replace('"', "'").split()) + '"'


DNA = Format("dna", ".dna.csv", "text/csv", _write)
