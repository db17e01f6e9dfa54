# make run    sets everything up, then serves Sizewise on http://localhost:8501
# make test   sets everything up, a browser and PostgreSQL included, then runs every test
# make check  reads every lesson, quiz and model file and lists each problem
# make bench  measures Sizewise beside a bare Streamlit app
# make faults breaks things under learners at work, for about ten minutes
#
# Needs Python 3.11 or newer and nothing else. Another Python: make run PYTHON=python3.12

SHELL := /bin/sh
PORT ?= 8501
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
APT := apt-get install -y -qq --no-install-recommends
ROOT_ON_DEBIAN := command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]

.PHONY: run test check bench faults setup browser postgres clean
.DELETE_ON_ERROR:

run: $(VENV)/run.stamp
	@exec $(BIN)/python -m streamlit run app.py --server.port $(PORT)

check: $(VENV)/run.stamp
	@$(BIN)/python -m sizewise check

# From fast to slow: the first thing that is wrong stops the run. Journeys are the longest files of
# those in browsers: they start first, so that no process is left alone with one at the end.
IN_BROWSERS := tests/journeys tests/browser
SIDE_BY_SIDE := --numprocesses auto --dist loadfile
test: setup browser postgres
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/python -m sizewise check
	$(BIN)/pytest $(SIDE_BY_SIDE) --maxprocesses 4 $(IN_BROWSERS:%=--ignore=%)
	$(BIN)/pytest $(SIDE_BY_SIDE) --maxprocesses 2 $(IN_BROWSERS)

bench: setup browser
	@$(BIN)/python -m tests.bench

# The same tests as in `make test`, with a hundred kills and not a few.
faults: setup postgres
	@$(BIN)/pytest tests/faults --rounds 100

setup: $(VENV)/test.stamp

browser: $(VENV)/test.stamp
	@$(BIN)/python -m tests.browser.chrome >/dev/null 2>&1 \
	|| if $(ROOT_ON_DEBIAN); then apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(APT) chromium; fi
	@$(BIN)/python -m tests.browser.chrome

postgres: $(VENV)/test.stamp
	@$(BIN)/python -m tests.record.postgres >/dev/null 2>&1 \
	|| if $(ROOT_ON_DEBIAN); then apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(APT) postgresql; fi
	@$(BIN)/python -m tests.record.postgres

$(VENV)/run.stamp: requirements.txt | $(BIN)/python
	@echo "Installing $<: about a minute, once"
	@$(PIP) -r $<
	@touch $@

$(VENV)/test.stamp: requirements-dev.txt $(VENV)/run.stamp
	@echo "Installing $<: about a minute, once"
	@$(PIP) -r $<
	@touch $@

# Debian ships Python without the two modules that make a virtual environment.
$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { echo "Sizewise needs Python 3.11 or newer. Install it, or name it: make run PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import sys; v = sys.version_info; sys.exit(v < (3, 11) and f"Sizewise needs Python 3.11 or newer; this is {v[0]}.{v[1]}. Name a newer one: make run PYTHON=python3.12")'
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
	|| if $(ROOT_ON_DEBIAN); then apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(APT) python3-venv; \
	else echo "Python cannot make virtual environments here. On Debian and Ubuntu type: sudo apt install python3-venv"; exit 1; fi
	$(PYTHON) -m venv $(VENV)

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis test-results
