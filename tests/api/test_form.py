"""Parameters are read as Python's own reader reads them, only faster."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from api.errors import Problem
from api.form import pairs

_PIECES = st.sampled_from(
    [b"%", b"%20", b"%c3%a9", b"%zz", b"%5C", b"%C", b"+", b"&", b"=", b";", b"a", b"x41", b"\\", b"\xc3\xa9", b"\xff"]
)


@given(st.lists(_PIECES, max_size=12).map(b"".join) | st.binary(max_size=40))
@example(b"query=ASK%20%7B%7D&default-graph-uri=")
@example(b"a=\\x41%5Cx41")
def test_parameters_are_those_that_python_reads(encoded: bytes) -> None:
    try:
        expected = parse_qsl(encoded.decode(), keep_blank_values=True, errors="strict")
    except UnicodeDecodeError:
        with pytest.raises(Problem, match="not UTF-8"):
            pairs(encoded)
        return
    assert pairs(encoded) == expected


def test_there_may_be_a_thousand() -> None:
    assert len(pairs(b"&".join([b"a=1"] * 1000))) == 1000
    with pytest.raises(Problem, match="too many"):
        pairs(b"&".join([b"a=1"] * 1001))
