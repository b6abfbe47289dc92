"""Whatever a client sends that the OpenAPI document allows, or nearly allows, is answered as the document says.

`KG_SCHEMA_CASES=2000 pytest tests/api/test_openapi.py` makes so many cases, over all operations; 200 without it.

All of schemathesis' checks are made but these: that what the document allows is accepted (it can't say what a cursor, a
name or a query may be; the answer then is 400 or 422 with a reason), and, where the body is no JSON and at /sparql,
that what it does not allow is refused (all text is text; one graph is sent like a list of one).
"""

from __future__ import annotations

import os
from pathlib import Path

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from kg.graph.backup import back_up, restore
from tests.api.conftest import TOKEN, serving

_CASES = int(os.environ.get("KG_SCHEMA_CASES", "200"))


@schemathesis.serializer(
    "application/sparql-query", "application/sparql-update", "application/n-triples", "application/rdf+xml"
)
def _as_text(context: object, value: object) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "replace")


def test_every_answer_is_one_that_is_announced(two_articles: Path, tmp_path: Path) -> None:
    back_up(two_articles, tmp_path / "backup")
    restore(tmp_path / "backup", tmp_path / "store")
    failed: list[BaseException] = []
    with serving(tmp_path / "store", request_time=25) as client:
        document = schemathesis.openapi.from_dict(client.get("/openapi.json", timeout=120).json())
        document.config.update(base_url=str(client.base_url))
        operations = [found.ok() for found in document.get_all_operations()]
        assert len(operations) >= 25
        for operation in operations:
            for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
                try:
                    _check(operation, mode, max(1, _CASES // len(operations) // 2))
                except Unsatisfiable:
                    assert mode is GenerationMode.NEGATIVE, f"{operation.label} has no case"  # else: nothing to violate
                except Exception as error:  # noqa: BLE001  # all operations are tried before any failure is told
                    failed += error.exceptions if isinstance(error, ExceptionGroup) else [error]
        assert client.get("/health").status_code == 200
    assert not failed, "\n\n".join(map(str, failed))


def _check(operation: schemathesis.APIOperation, mode: GenerationMode, cases: int) -> None:
    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(
        max_examples=cases,
        deadline=None,
        derandomize="KG_SCHEMA_CASES" not in os.environ,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def check(case: schemathesis.Case) -> None:
        left_out = [positive_data_acceptance]
        if case.media_type not in {None, "application/json"} or case.path == "/sparql":
            left_out.append(negative_data_rejection)
        headers = {"Authorization": f"Bearer {TOKEN}"}
        case.call_and_validate(headers=headers, timeout=60, excluded_checks=left_out)

    check()
