"""What the tests of resolution share: the whole line, made once."""

from __future__ import annotations

import pytest

from kg.line import Line


@pytest.fixture(scope="session")
def line(bundled_gazetteer: None) -> Line:
    return Line()
