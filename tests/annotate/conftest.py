"""What the tests of the annotation share: one annotator, for the network takes half a second to load."""

from __future__ import annotations

import pytest

from kg.annotate import Annotator


@pytest.fixture(scope="session")
def annotator() -> Annotator:
    return Annotator()
