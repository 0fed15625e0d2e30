# Two commands matter: `make run` and `make test`; `make help` lists the rest.
# Nothing is needed beforehand but Python 3.11 or later and make: everything else is installed into the folder .venv.

# The first Python on the path that is new enough. Another one: `make PYTHON=/path/to/python run`.
PYTHON ?= $(or $(shell for p in python3 python3.11 python3.12 python3.13 python3.14 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo $$p; break; }; done),python3)
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# A day on which the sample minutes show every status; minutes of your own are judged as of today unless you say otherwise.
AS_OF ?= 2025-03-31

.DEFAULT_GOAL := help
.PHONY: help run test lint check corpus bench clean

help: ## list the targets
	@grep -E '^[a-z]+:.*## ' $(firstword $(MAKEFILE_LIST)) | sed 's/:.*## /\t/' | while IFS="$$(printf '\t')" read -r name what; do \
		printf '  make %-8s %s\n' "$$name" "$$what"; done

run: $(VENV)/.installed ## read the sample minutes in corpus/ and write their register to outputs/
	$(BIN)/minutes-miner run corpus --out outputs --as-of $(AS_OF)

test: $(VENV)/.installed-dev ## run the tests
	$(BIN)/python -m pytest

lint: $(VENV)/.installed-dev ## check style, format, types and the rules' own examples
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --output-format concise .
	$(BIN)/mypy
	$(BIN)/minutes-miner rules check

check: ## everything that CI checks, in a fresh environment
	.ci/run

corpus: $(VENV)/.installed-dev ## build the sample minutes anew from corpus/build/sources
	$(BIN)/python -m corpus.build

bench: $(VENV)/.installed-dev ## measure the speed, as ratios to bare parsing
	$(BIN)/python -m benchmarks

clean: ## remove the environment, caches and builds; outputs/ is left alone
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Stamps: installing waits for a change of what is to be installed. The install is editable, so that rules/ and code act at once.
$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed, $(PYTHON) is " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(VENV)/.installed: setup.cfg pyproject.toml | $(VENV)/.made
	$(PIP) install --editable .
	@touch $@

$(VENV)/.installed-dev: setup.cfg pyproject.toml | $(VENV)/.made
	$(PIP) install --editable '.[dev]'
	@touch $(VENV)/.installed $@
