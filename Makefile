# make demo   builds a graph from the sample articles and prints who said what about whom
# make test   runs the tests        make check   format, lint, types (what CI runs before the tests)
# make docs   writes the documentation as pages into build/docs
# make clean  removes what these made

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STORE := demo-store

.DELETE_ON_ERROR:
.PHONY: demo test check docs readme clean

demo: $(VENV)/.installed
	$(BIN)/kg build data/articles --store $(STORE)
	$(BIN)/kg statements --store $(STORE) --since 2024-05 --limit 30
	@echo
	@echo "Each row is traced to a sentence. Go on with, for example:"
	@echo "  $(BIN)/kg statements --store $(STORE) --act accuse"
	@echo "  $(BIN)/kg meetings --store $(STORE)"
	@echo "  $(BIN)/kg query @docs/queries/who-accused-whom.rq --store $(STORE)"
	@echo "  $(BIN)/kg build YOUR-ARTICLES --store news"
	@echo "To ask over HTTP (pages, JSON, SPARQL; /docs lists all), serve it:"
	@echo "  $(BIN)/kg serve --store $(STORE) --open"

test: $(VENV)/.developer
	$(BIN)/pytest -q

check: $(VENV)/.developer
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

docs: $(VENV)/.developer
	$(BIN)/mkdocs build --strict

# Fills the excerpts of README.md anew; to be run when the extraction has changed.
readme: $(VENV)/.installed
	$(BIN)/kg build data/articles --store $(STORE) --quiet
	$(BIN)/python docs/excerpts.py $(STORE)

clean:
	rm -rf $(VENV) $(STORE) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find kg tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Rapporteur needs Python 3.11 or newer, but $(PYTHON) is $$($(PYTHON) --version 2>&1 || true). Name another: make PYTHON=python3.11" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "$(PYTHON) has no venv module. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: pyproject.toml $(VENV)/.python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

# `pip install --group` came with pip 25.1; Python 3.11 brings an older one.
$(VENV)/.developer: pyproject.toml $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev
	@touch $@
