"""What browsers get of other projects is what was taken from them."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

from api.routes.documentation import STATIC


def test_what_is_vendored_is_unchanged_and_has_its_licence() -> None:
    folder = Path(STATIC) / "swagger-ui"
    told = re.findall(
        r"^ {4}([0-9a-f]{64}) {2}(\S+)$", (folder / "README.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert {name for _, name in told} == {path.name for path in folder.iterdir()} - {"README.md", "LICENSE"}
    assert [sha256((folder / name).read_bytes()).hexdigest() for _, name in told] == [digest for digest, _ in told]
    assert "Apache License" in (folder / "LICENSE").read_text(encoding="utf-8")
