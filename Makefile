# Thin names for the commands behind them. The virtual environment is made on first use and kept in .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RONDAN := $(BIN)/rondan
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help site serve test check bench clean

help: ## show this list
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' Makefile

$(READY): pyproject.toml requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $(READY)

site: $(READY) ## ingest the sample pages in raw/ and build the archive into site/
	$(RONDAN) ingest raw
	$(RONDAN) build

serve: $(READY) ## preview at http://127.0.0.1:8000/ with live reload
	$(RONDAN) serve

test: $(READY) ## lint, types and all tests; fetches a browser if none is there
	$(BIN)/python -m tests.browser.obtain
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto

check: $(READY) ## content problems and broken links of the archive in this folder
	$(RONDAN) check

bench: $(READY) ## measure quality and speed on real data, where it is there
	$(BIN)/python -m bench

clean: ## remove what Rondan and the tests made; never content/ or raw/
	rm -rf site .rondan .mypy_cache .ruff_cache .pytest_cache
