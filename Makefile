# Each target sets up what it needs first; see packaging/set_up.py.
PYTHON ?= python3
SET_UP := $(PYTHON) packaging/set_up.py

.PHONY: run test demo check shots bench package package-twice clean

run: ## open Tend
	@$(SET_UP) run -- $(ARGS)

test: ## run the tests
	@$(SET_UP) test -- $(ARGS)

demo: ## open Tend on a year of a team that never was
	@$(SET_UP) run -- --demo

check: ## style, types, import contracts
	@$(SET_UP) python -- -m ruff check .
	@$(SET_UP) python -- -m ruff format --check .
	@$(SET_UP) python -- -m mypy
	@$(SET_UP) python -- -c "from importlinter.cli import lint_imports_command as lint; lint()"

shots: ## draw every page in both looks to build/shots
	@QT_QPA_PLATFORM=offscreen $(SET_UP) python -- packaging/shots.py $(ARGS)

bench: ## how long things take, to benchmarks/latest.md
	@QT_QPA_PLATFORM=offscreen $(SET_UP) python -- -m benchmarks $(ARGS)

package: ## one folder with all of Tend, and on Debian a .deb, to build/package
	@$(SET_UP) python -- packaging/make_package.py

package-twice: ## the same commit built twice, compared file by file
	@$(SET_UP) python -- packaging/twice.py

clean: ## remove what was made here, never a journal
	rm -rf .venv build .mypy_cache .ruff_cache .import_linter_cache
