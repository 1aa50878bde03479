# Every target sets up what it needs: a fresh clone with Python >= 3.11, make and git is enough.
# The lock names everything, so pip resolves nothing (--no-deps): older pips look past a pinned package
# that is asked for with an extra, find a newer one and stop at its missing hash.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help run test check format contract bench backtest lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Tonus needs Python 3.11 or newer; name one with: make PYTHON=python3.12 ..."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/run: $(VENV)/pip requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	@touch $@

$(VENV)/dev: $(VENV)/run requirements-dev.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-dev.lock
	@touch $@

run: $(VENV)/run ## migrate the database, load the catalogue and serve
	@$(BIN)/tonus serve

test: $(VENV)/dev ## run every test, on SQLite and on PostgreSQL; hold the coverage
	$(BIN)/pytest -n auto --cov --cov-report=
	$(BIN)/coverage report --omit='app/engine/*' --fail-under=95
	$(BIN)/coverage report --include='app/engine/*' --fail-under=100

check: $(VENV)/dev ## lint, types, architecture
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/dev ## format and mend what ruff can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

contract: $(VENV)/run ## write openapi/v1.json anew from the code
	$(BIN)/tonus contract

bench: $(VENV)/dev ## measure speed
	$(BIN)/python -m benchmarks.speed

backtest: $(VENV)/dev ## score the predictions on real logs, draw the plots: make backtest DATA=folder
	@test -n "$(DATA)" || { echo "Name the folder of logs: make backtest DATA=folder"; exit 1; }
	$(BIN)/python -m benchmarks.backtest $(DATA) docs/science
	$(BIN)/python -m benchmarks.strength $(DATA)
	$(BIN)/python -m benchmarks.training_load $(DATA)
	$(BIN)/python -m benchmarks.energy $(DATA)
	$(BIN)/python -m benchmarks.forecast $(DATA)

lock: ## pin the newest versions that pyproject.toml allows (needs uv)
	uv pip compile pyproject.toml --group build --upgrade --universal --python-version 3.11 --generate-hashes \
		--no-header --no-annotate --no-emit-index-url --quiet --output-file requirements.lock
	uv pip compile pyproject.toml --group build --group dev --upgrade --universal --python-version 3.11 --generate-hashes \
		--no-header --no-annotate --no-emit-index-url --quiet --constraints requirements.lock --output-file requirements-dev.lock

clean: ## remove the virtual environment and the caches, keep the data
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage
