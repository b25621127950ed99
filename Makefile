# make run     set up and open the demo clinic        make test    everything, as CI runs it
# make setup   only make .venv                        make lint    ruff, types, import direction
# make bench   the measurements of docs               make pins    resolve the requirement files anew (needs uv)
# make faults  what breaks, the long forms (hours; QUICK=1 for minutes)
# make pictures   draw the pictures of README and docs anew
# make bundle  the program with its Python in one folder, dist/capox-planner, and packed beside it
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV_PYTHON := .venv/bin/python

.PHONY: setup run test bench faults lint pins pictures bundle clean

setup:
	@$(PYTHON) tools/setup_environment.py

run: setup
	@$(VENV_PYTHON) tools/run_program.py

lint: setup
	@$(VENV_PYTHON) tools/lint.py

test:
	@$(PYTHON) tools/setup_environment.py --tests
	@$(VENV_PYTHON) tools/lint.py & lint=$$!; $(VENV_PYTHON) tools/run_tests.py; tests=$$?; wait $$lint && exit $$tests

bench: setup
	@$(VENV_PYTHON) bench/run.py

faults: setup
	@$(VENV_PYTHON) bench/faults/run.py $(if $(QUICK),--quick)

pins:
	uv pip compile --universal --generate-hashes --no-header --quiet --python-version 3.11 pyproject.toml -o requirements.txt
	uv pip compile --universal --generate-hashes --no-header --quiet --python-version 3.11 --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt
	uv pip compile --universal --generate-hashes --no-header --quiet --python-version 3.11 --extra bundle -c requirements.txt pyproject.toml -o requirements-bundle.txt

pictures: setup
	@$(VENV_PYTHON) tools/write_pictures.py

bundle:
	@$(PYTHON) tools/setup_environment.py --bundle
	@.venv-bundle/bin/python tools/bundle/make_bundle.py

clean:
	rm -rf .venv .venv-bundle dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis out build
