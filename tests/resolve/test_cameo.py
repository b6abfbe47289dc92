"""Actor dictionaries of TABARI and PETRARCH become rows; the names in these are invented, or those of states."""

from __future__ import annotations

import pytest

from kg import resources
from kg.resolve.gazetteer import cameo
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.gazetteer.own import Row

DICTIONARY = """\
# A comment
NORWAY_  [NOR]
+NORGE_
+NORWEGIAN_
+OSLO_ ; the capital is a place and stays one
+NORWEIGAN_
<!-- a comment
+OF_SEVERAL_LINES_
-->
ODA_BREKKE_  ; a comment of the older form
+MINISTER_BREKKE_
\t[NORELI 750101-000101]
\t[NORGOV 20000101-041231]
\t[NORGOVMIL >050101]
\t[NORELI]
FJELL_FRONT_(FF)_
\t[NORREB]
TIDE_RELIEF_
\t[NGONOR]
TQX
\t[IGO]
TIDE_COUNCIL_ [NORGOV <19990101]
NOBODY_ [---]
"""


@pytest.fixture(scope="module")
def bundled() -> Gazetteer:
    return Gazetteer(resources.folder("gazetteer"))


def test_records_become_rows(bundled: Gazetteer) -> None:
    rows, problems = cameo.rows(DICTIONARY, "d.txt", bundled)
    assert problems == []
    posts = "member of government|country/NOR|2000-01-01|2004-12-31;member of government|country/NOR|2005-01-01|"
    assert rows == [
        Row("d.txt:2", "Norway", "country", "NOR", "Norge;Norweigan"),
        Row("d.txt:10", "Oda Brekke", "person", "NOR", "Minister Brekke", "-", posts=posts),
        Row("d.txt:16", "Fjell Front", "armed_group", "NOR", "FF"),
        Row("d.txt:18", "Tide Relief", "ngo", "NOR"),
        Row("d.txt:20", "TQX", "intergovernmental"),
        Row("d.txt:22", "Tide Council", "government", "NOR"),
    ]
    gazetteer = Gazetteer(resources.folder("gazetteer"))
    assert gazetteer.add(rows) == []
    assert gazetteer.lookup("Oslo")[0].kind == "place"
    assert gazetteer.lookup("Norge")[0].id == "country/NOR"


@pytest.mark.parametrize(
    ("text", "where", "reason"),
    [
        ("+ODA_\n", "d.txt:1", "without a name before it"),
        ("ODA_BREKKE_\nFRONT_ [NORREB]\n", "d.txt:1", "“Oda Brekke” has no code"),
        ("ODA_BREKKE_ [NOR]\n\t[NORGOV >20010231]\n", "d.txt:2", "20010231 is no day"),
        ("ODA_BREKKE_ [NOR]\n\t[NORGOV 20121204]\n", "d.txt:2", "no code with or without days"),
        ("ODA_BREKKE_ [NOR\n", "d.txt:1", "no code with or without days"),
    ],
)
def test_lines_that_cant_be_used_are_told(bundled: Gazetteer, text: str, where: str, reason: str) -> None:
    _, problems = cameo.rows(text, "d.txt", bundled)
    assert problems[0].where == where
    assert reason in problems[0].reason
