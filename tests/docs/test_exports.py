"""docs/exports.md has every format, column and option."""

from __future__ import annotations

import re

from kg.cli.network import Mode, What
from kg.export import FORMATS
from kg.export.dna import _COLUMNS
from kg.graph.events import KINDS
from kg.query import discourse, tables
from tests.conftest import ROOT

TEXT = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
NAMED = {name for code in re.findall(r"`([^`\n]+)`", TEXT) for name in re.split(r"\W+", code)}


def test_every_format_and_column_is_described() -> None:
    columns = {*tables._NODES, *tables._EDGES, *tables._STATEMENTS, *tables._MEETINGS, *_COLUMNS}
    assert len(columns) > 60
    assert columns | {row.name for row in FORMATS} <= NAMED
    assert all(f"`{row.suffix}`" in TEXT for row in FORMATS)


def test_every_question_and_setting_is_described() -> None:
    settings = {*discourse._ONE_MODE, *discourse._NORMS, *discourse.TWO_MODE, "activity", "prominence"}
    assert settings | {*Mode, *(what for what in What if what is not What.actors), *KINDS} <= NAMED
