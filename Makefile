# Every line can be typed by hand; CONTRIBUTING.md lists them.
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin

help: ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort

dev: ## a virtual environment with everything to develop
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --require-hashes -r .ci/eisen.txt
	$(BIN)/pip install --quiet --no-deps -e .

check: lint test ## what CI runs in your own environment

lint: ## style, types, layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy --strict
	$(BIN)/lint-imports

fix: ## repair style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

test: ## all tests, with coverage
	$(BIN)/pytest --cov

snapshots: ## accept the current output as the expected one, and show what changed
	TOEZICHT_SNAPSHOTS=bijwerken $(BIN)/pytest -q -k snapshot || true
	git diff --stat

docs: ## make the generated pages again
	$(BIN)/python -m tests.architecture.generate

snelheid: ## measure start-up, reading, growth on hostile text, and the PDF of a report
	$(BIN)/python tests/benchmarks/snelheid.py
	$(BIN)/python -m tests.benchmarks.groei
	$(BIN)/python -m tests.benchmarks.rapport

eisen: ## lock the versions again, with hashes and without addresses
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --no-annotate --python-version 3.11 --extra test --extra dev -o .ci/eisen.txt pyproject.toml
	echo hatchling | $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --no-annotate --python-version 3.11 -c .ci/eisen.txt -o .ci/gebruik.txt pyproject.toml -

.PHONY: help dev check lint fix test snapshots docs snelheid eisen
