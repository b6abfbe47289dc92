"""What the tests of the evaluation share."""

from __future__ import annotations

import pytest

from kg.annotate import Annotator


@pytest.fixture(scope="session")
def annotator() -> Annotator:
    return Annotator()
