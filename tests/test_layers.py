"""The architecture: imports point down the line, heavy libraries have one home, and the tables list every file."""

from __future__ import annotations

import ast
import io
import re
import sys
import tokenize
import tomllib
from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path

import pytest

from api import ROUTERS
from kg.export import FORMATS
from kg.export.format import Format

ROOT = Path(__file__).parent.parent
MODULES = sorted(path for package in ("kg", "api") for path in (ROOT / package).rglob("*.py"))

# Beside the line: anyone may import these.
COMMON = {
    "kg",
    "kg.model",
    "kg.findings",
    "kg.errors",
    "kg.ids",
    "kg.vocabulary",
    "kg.resources",
    "kg.place",
    "kg.cells",
}

# Home → the packages of kg that it may import beside its own and the common ones.
MAY_IMPORT: dict[str, set[str]] = {
    "kg.model": set(),
    "kg.findings": set(),
    "kg.cells": set(),
    "kg.errors": set(),
    "kg.ids": set(),
    "kg.vocabulary": set(),
    "kg.resources": {"kg.config"},
    "kg.config": set(),
    "kg.place": set(),
    "kg.workers": set(),
    "kg.read": set(),
    "kg.annotate": set(),
    # Extraction, from trees to statements, each by those above it.
    "kg.extract.times": set(),
    "kg.extract.syntax": {"kg.extract.times"},
    "kg.extract.words": {"kg.extract.syntax"},
    "kg.extract.mentions": {"kg.extract.times", "kg.extract.syntax", "kg.extract.words"},
    "kg.extract.attributions": {"kg.extract.times", "kg.extract.syntax", "kg.extract.words", "kg.extract.mentions"},
    "kg.extract.acts": {"kg.extract.syntax", "kg.extract.words", "kg.extract.mentions", "kg.extract.attributions"},
    "kg.extract.meetings": {
        *("kg.extract.times", "kg.extract.syntax", "kg.extract.words", "kg.extract.mentions"),
        "kg.extract.attributions",
    },
    "kg.extract.statements": {
        *("kg.extract.times", "kg.extract.syntax", "kg.extract.words", "kg.extract.mentions"),
        *("kg.extract.attributions", "kg.extract.acts", "kg.extract.meetings"),
    },
    "kg.extract.relations": {"kg.extract.syntax", "kg.extract.words", "kg.extract.mentions", "kg.extract.meetings"},
    "kg.extract": set(),
    # Resolution, from the gazetteer to meetings.
    "kg.resolve.gazetteer": set(),
    "kg.resolve.cast": {"kg.resolve.gazetteer"},
    "kg.resolve.references": {"kg.resolve.gazetteer", "kg.resolve.cast"},
    "kg.resolve.scenes": {"kg.resolve.gazetteer", "kg.resolve.cast", "kg.resolve.references"},
    "kg.resolve.meetings": {
        *("kg.resolve.gazetteer", "kg.resolve.cast", "kg.resolve.references", "kg.resolve.scenes"),
    },
    "kg.resolve": set(),
    "kg.graph": set(),
    "kg.query": {"kg.graph"},
    "kg.export": {"kg.query", "kg.graph"},
    "kg.record": set(),
    "kg.line": {"kg.annotate", "kg.extract", "kg.resolve"},
    "kg.provenance": {"kg.annotate", "kg.resolve.gazetteer"},
    "kg.build": {"kg.provenance", "kg.graph", "kg.read", "kg.record", "kg.resolve", "kg.workers"},
    "kg.evaluate": {"kg.line", "kg.read", "kg.annotate", "kg.record"},
    "kg.cli": {
        *("kg.config", "kg.read", "kg.line", "kg.record", "kg.workers", "kg.build"),
        *("kg.annotate", "kg.resolve", "kg.resolve.gazetteer", "kg.graph", "kg.query", "kg.export", "kg.evaluate"),
    },
    "api": {"kg.config", "kg.graph", "kg.query", "kg.export", "kg.record", "kg.read", "kg.build", "kg.workers"},
    # The package itself offers Python users the same doors as the command line.
    "kg": {"kg.config", "kg.read", "kg.line", "kg.record", "kg.build", "kg.graph", "kg.query", "kg.resolve"},
}

# Heavy or particular libraries and their homes.
HOMES: dict[str, set[str]] = {
    "spacy": {"kg.annotate", "kg.extract", "kg.evaluate"},
    "onnxruntime": {"kg.annotate"},
    "tokenizers": {"kg.annotate"},
    "threadpoolctl": {"kg.annotate"},
    "networkx": {"kg.evaluate", "kg.query"},
    "rdflib": {"kg.graph"},
    "oxrdflib": {"kg.graph"},
    "pyshacl": {"kg.graph"},
    "pyoxigraph": {"kg.graph", "kg.query", "kg.export"},
    "trafilatura": {"kg.read"},
    "httpx": {"kg.graph"},
    "typer": {"kg.cli"},
    "rich": {"kg.cli"},
    "fastapi": {"api"},
    "starlette": {"api"},
    "uvicorn": {"api"},
    "pydantic": {"kg.config", "api"},
    "pydantic_core": {"kg.graph", "kg.query"},
    "pydantic_settings": {"kg.config"},
    "multiprocessing": {"kg.workers", "kg.query"},
}

# Declared although nothing imports them by name, each with its reason.
NOT_IMPORTED = {
    "httptools": "uvicorn's fast parser, which api.connection builds on",
    "uvloop": "uvicorn's fast loop, which it takes where it is there",
    "lxml_html_clean": "trafilatura's HTML cleaner, which lxml no longer brings",
    "python_multipart": "starlette's parser of forms, which it does not bring",
}


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def home_of(module: str) -> str:
    """The longest entry of the table that `module` lies in."""
    return max((home for home in MAY_IMPORT if module == home or module.startswith(f"{home}.")), key=len)


def imports(path: Path, *, for_types: bool = True) -> Iterator[str]:
    """Every module that the file imports, also inside functions, and under TYPE_CHECKING if `for_types`."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if not for_types:
        tree.body = [n for n in tree.body if not (isinstance(n, ast.If) and ast.unparse(n.test) == "TYPE_CHECKING")]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            assert node.module
            submodules = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (
                s if (ROOT / s.replace(".", "/")).with_suffix(".py").exists() else node.module for s in submodules
            )


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_down_the_line(path: Path) -> None:
    module = name_of(path)
    home = home_of(module)
    own = module if home == "kg" else home
    for imported in imports(path):
        if imported.split(".")[0] == "api" and home != "api":
            pytest.fail(f"{module} imports {imported}: kg never imports api")
        if imported.split(".")[0] != "kg" or imported == own or imported.startswith(f"{own}."):
            continue
        assert home_of(imported) in MAY_IMPORT[home] | COMMON, f"{module} may not import {imported}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_each_heavy_library_has_its_homes(path: Path) -> None:
    home = home_of(name_of(path))
    for library in {imported.split(".")[0] for imported in imports(path, for_types=False)}:
        homes = HOMES.get(library, {home})
        assert any(home == one or home.startswith(f"{one}.") for one in homes), (
            f"{name_of(path)} may not import {library}"
        )


@pytest.mark.parametrize("path", [p for p in MODULES if p.name not in {"vocabulary.py", "ids.py"}], ids=name_of)
def test_iris_are_written_in_the_vocabulary_and_ids_alone(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            found = re.search(r"https?://[^\s\"'<>]*[#/][^\s\"'<>]*", node.value)
            assert not found or found[0].startswith("http://localhost"), f"{path}:{node.lineno}: {found and found[0]}"


@pytest.mark.parametrize("path", [p for p in MODULES if p.name != "config.py"], ids=name_of)
def test_the_environment_is_read_in_config_alone(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "os":
            assert node.attr not in {"environ", "getenv", "environb"}, f"{path}:{node.lineno}"


def test_no_module_is_called_for_what_it_is_not() -> None:
    assert not [path for path in MODULES if path.stem in {"utils", "util", "helpers", "helper", "common", "misc"}]


def test_the_line_stays_short() -> None:
    """Who wants to know the whole line reads one screen: 80 lines of code beside the words about it."""
    source = (ROOT / "kg" / "build.py").read_text(encoding="utf-8")
    words = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}
    docstrings = {node.lineno for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Expr)}
    lines = {
        token.start[0]
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type not in words and not (token.type == tokenize.STRING and token.start[0] in docstrings)
    }
    assert len(lines) <= 80


def test_declared_dependencies_are_those_imported() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {
        re.split(r"[<>=!~ \[;]", requirement)[0].replace("-", "_").lower()
        for requirement in (*project["dependencies"], *chain(*project["optional-dependencies"].values()))
    }
    distributions = packages_distributions()
    roots = {name.split(".")[0] for path in MODULES for name in imports(path, for_types=False)} - {
        "kg",
        "api",
        "__future__",
    }
    imported = {
        distributions[root][0].replace("-", "_").lower() for root in roots if root not in sys.stdlib_module_names
    }
    # pydantic comes with pydantic-settings, which is its public face here, and starlette with fastapi.
    imported -= {"pydantic", "starlette"}
    assert declared - set(NOT_IMPORTED) == imported


def test_every_output_format_is_in_the_table() -> None:
    modules = [import_module(f"kg.export.{path.stem}") for path in (ROOT / "kg" / "export").glob("[a-z]*.py")]
    assert set(FORMATS) == {value for module in modules for value in vars(module).values() if isinstance(value, Format)}


def test_every_group_of_routes_is_in_the_table() -> None:
    modules = [import_module(f"api.routes.{path.stem}") for path in (ROOT / "api" / "routes").glob("[a-z]*.py")]
    assert list(ROUTERS) == [router for router in ROUTERS if router in [module.router for module in modules]]
    assert len(ROUTERS) == len(modules)
