# Thin names for the commands behind them. The virtual environment is made on first use and kept in .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RONDAN := $(BIN)/rondan
READY := $(VENV)/.ready
DATA ?= ../shared/corpora

.DEFAULT_GOAL := help
.PHONY: help site serve test check bench bench-extract bench-search bench-build clean

help: ## show this list
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-14s %s\n", $$1, $$2}' Makefile

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
	$(BIN)/pytest -n auto --ignore tests/browser
	$(BIN)/pytest -n auto tests/browser

check: $(READY) ## content problems and broken links of the archive in this folder
	$(RONDAN) check

bench: bench-extract bench-search bench-build ## measure quality and speed against peers; DATA=folder of the corpora

bench-extract: $(READY) ## the cleaner against trafilatura and readability-lxml
	$(BIN)/python -m bench.extract --data $(DATA)/extraction
	$(BIN)/python -m bench.dump_speed --data $(DATA)/extraction
	$(BIN)/python -m bench.pages_invented

bench-search: $(READY) ## search against Pagefind and MiniSearch
	$(BIN)/python -m bench.search --data $(DATA)/search

bench-build: $(READY) ## the build against Hugo; CORPUS=folder of articles YEAR/ID.md other than our own
	$(BIN)/python -m bench.build $(if $(CORPUS),--corpus $(CORPUS))

clean: ## remove what Rondan and the tests made; never content/ or raw/
	rm -rf site .rondan .mypy_cache .ruff_cache .pytest_cache
