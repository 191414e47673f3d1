# Everything a developer runs. `make site` and `make test` set up all that they need, on a machine
# that has Python 3.11 and make.
.POSIX:
.PHONY: site serve test check lock bench bench-browser bench-terminal bench-check clean browser

PYTHON = python3
VENV = .venv
BIN = $(VENV)/bin
STAMP = $(VENV)/.installed
PEERS = $(VENV)/.peers-installed

site: $(STAMP)
	$(BIN)/kb build

serve: $(STAMP)
	$(BIN)/kb serve

test: $(STAMP) browser
	$(BIN)/python -m pytest

check: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

# How well and how fast the search finds, beside other engines.
bench: $(PEERS)
	$(BIN)/python -m tests.benchmarks.search_quality

# What the search in the browser loads, beside Pagefind; BENCH=--large takes far longer.
bench-browser: $(PEERS) browser
	$(BIN)/python -m tests.benchmarks.transfer $(BENCH)

# What `kb search` costs with 10,000 records.
bench-terminal: $(STAMP)
	$(BIN)/python -m tests.benchmarks.terminal

# What `kb check` costs with 10,000 records, and with 20,000 that no writer would write.
bench-check: $(STAMP)
	$(BIN)/python -m tests.benchmarks.check_speed
	$(BIN)/python -m tests.benchmarks.check_fuzz

# The peer that runs under node is left out where there is no npm, or no registry: the benchmark
# says so.
$(PEERS): $(STAMP) requirements-bench.lock tests/benchmarks/package-lock.json
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.lock
	-test -z "$$(command -v npm)" || npm ci --prefix tests/benchmarks --ignore-scripts --no-audit --no-fund
	touch $(PEERS)

# The lock holds hashes: nothing that differs from what was tested is installed.
$(STAMP): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "kb_builder needs Python 3.11; say where it is: make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $(STAMP)

# The browser of the system where there is one; else Debian's where it can be installed, else
# Playwright's own.
browser: $(STAMP)
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null \
	  || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null \
	       && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; } \
	  || $(BIN)/python -m playwright install chromium

lock:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --extra dev --generate-hashes \
	  --no-emit-index-url --custom-compile-command "make lock" --upgrade -o requirements.lock pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --extra bench --generate-hashes \
	  --constraint requirements.lock --no-emit-index-url \
	  --custom-compile-command "make lock" --upgrade -o requirements-bench.lock pyproject.toml

clean:
	rm -rf $(VENV) tests/benchmarks/node_modules .kb site site.new site.old dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
