"""kg/vocabulary.py is what ontology/generate.py writes."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from rdflib import RDF, Graph, Literal, URIRef

from kg import vocabulary

GENERATOR = Path(__file__).parents[2] / "ontology" / "generate.py"


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", GENERATOR)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_committed_vocabulary_is_what_the_generator_writes(generate: ModuleType) -> None:
    written = generate.vocabulary(generate.merged())
    assert Path(vocabulary.__file__).read_text(encoding="utf-8") == written


def test_check_tells_a_stale_vocabulary(
    generate: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "vocabulary.py"
    monkeypatch.setattr(generate, "TARGET", target)
    assert generate.main([]) == 0
    assert generate.main(["--check"]) == 0
    target.write_text(target.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert generate.main(["--check"]) == 1
    assert "python ontology/generate.py" in capsys.readouterr().err


def test_a_cue_that_signals_two_acts_is_refused(generate: ModuleType) -> None:
    graph = Graph()
    for act in ("say", "claim"):
        graph.add((URIRef(generate.ACT + act), RDF.type, URIRef(generate.RAP + "SpeechAct")))
        graph.add((URIRef(generate.ACT + act), URIRef(generate.RAP + "cueLemma"), Literal("state")))
    with pytest.raises(SystemExit, match="“state” signals claim and say"):
        generate.vocabulary(graph)
