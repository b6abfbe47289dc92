"""Whose words a text is by its title."""

from __future__ import annotations

import pytest

from kg.read.speeches import speaker


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Remarks by President Jane Doe at the Opening of the Delta Conference", "Jane Doe"),
        ("Opening remarks by H.E. Mr. John Roe, Minister of Fisheries, at the Lake Forum", "John Roe"),
        ("Statement by the Foreign Minister of Norway, Jane Doe", "Jane Doe"),
        ("Full text: Prime Minister Jane Doe's speech to parliament", "Jane Doe"),
        ("READ: Full text of the address by Norwegian Prime Minister Jane van der Doe on fish", "Jane van der Doe"),
        ("Remarks by President Doe and Prime Minister Roe in a joint press conference", None),
        ("Remarks by the President on the economy", None),
        ("Statement by the Minister of Norway Jane Doe", None),
        ("Speech by minister angers France", None),
        ("Jane Doe's speech angers France", None),
        ("Letter from Damascus", None),
        ("JOINT STATEMENT OF THE FOREIGN MINISTERS OF KENYA, UGANDA AND TANZANIA", None),
        ("STATEMENT BY PRESIDENT JANE DOE", "Jane Doe"),
    ],
)
def test_speaker(title: str, name: str | None) -> None:
    assert speaker(title) == name
