# Everyday work on Stet. `make` alone lists what there is; docs/development.md says more.
# Nothing is needed beforehand but Python 3.11 or newer: the first use of a target makes .venv.

PYTHON ?= python3
BIN := .venv/bin
RUN := $(BIN)/python manage.py
# What `make test-services` runs against; both must be there.
SERVICES_DATABASE_URL ?= postgres://postgres@127.0.0.1:5432/stet
SERVICES_REDIS_URL ?= redis://127.0.0.1:6379/8

# A virtual environment is up to date when it holds a stamp named after its requirements' checksum,
# which, unlike a time, survives a fresh clone and a change of branch.
FOR_RUNNING := .venv/for-running-$(shell cksum < requirements.txt | cut -d ' ' -f 1)
FOR_DEVELOPING := .venv/for-developing-$(shell cat requirements.txt requirements-dev.txt | cksum | cut -d ' ' -f 1)
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes

.DEFAULT_GOAL := help
.PHONY: help run test check test-services bench mutations pictures messages requirements clean

help: ## List the targets.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(FOR_RUNNING) ## Bring up web server, worker and scheduler with sample data. ARGS="--port 8001"
	@$(RUN) run $(ARGS)

test: $(FOR_DEVELOPING) ## Run the tests that need nothing but Python. ARGS="-k name"
	@$(BIN)/python -m pytest $(ARGS)

check: $(FOR_DEVELOPING) ## Check style, types, imports, templates, migrations and settings.
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache --no-logo
	@git ls-files -z 'templates/*.html' '*/templates/*.html' | xargs -0 -r $(BIN)/djade --check --target-version 5.2
	@DJANGO_SETTINGS_MODULE=tests.settings $(RUN) makemigrations --check --dry-run
	@DJANGO_SETTINGS_MODULE=tests.settings_production $(RUN) check --deploy --fail-level WARNING
	@$(BIN)/python -m pip check

test-services: $(FOR_DEVELOPING) ## Run all tests on PostgreSQL and Redis, with browser and real releases.
	@DATABASE_URL=$(SERVICES_DATABASE_URL) REDIS_URL=$(SERVICES_REDIS_URL) \
		$(BIN)/python -m pytest -m "" $(ARGS)

bench: $(FOR_DEVELOPING) ## Measure, and print the figures side by side.
	@$(BIN)/python -m tests.bench $(ARGS)

mutations: $(FOR_DEVELOPING) ## Damage copies of the real releases and count what importing makes of them. ARGS=0.1
	@$(BIN)/python -m tests.mutations $(ARGS)

pictures: $(FOR_DEVELOPING) ## Take the pictures of the screens that stand in docs/.
	@$(BIN)/python -m tests.pictures $(ARGS)

messages: $(FOR_DEVELOPING) ## Collect new phrases for translation (needs gettext) and compile what is translated.
	@if command -v xgettext > /dev/null; then \
		cd $(CURDIR) && DJANGO_SETTINGS_MODULE=tests.settings $(RUN) makemessages --locale fr --no-location \
			--ignore '.venv' --ignore 'var' --ignore 'tests'; \
	else echo "gettext is not installed: only compiling."; fi
	@$(BIN)/pybabel --quiet compile --use-fuzzy --directory locale --domain django

requirements: $(FOR_DEVELOPING) ## Pin requirements anew. ARGS="--upgrade"
	@for list in requirements requirements-dev; do \
		$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
			--no-emit-index-url --custom-compile-command "make requirements" \
			--output-file $$list.txt $(ARGS) $$list.in || exit 1; \
	done

clean: ## Remove the virtual environment and what tools leave behind; keeps var/.
	@rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis staticfiles
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Stet needs Python 3.11 or newer, $(PYTHON) is older. Name another: make PYTHON=python3.12 …"; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "On Debian and Ubuntu: apt install python3-venv"; rm -rf .venv; exit 1; }

$(FOR_RUNNING): | .venv/pyvenv.cfg
	@echo "Installing what Stet needs …"
	@$(INSTALL) -r requirements.txt
	@rm -f .venv/for-running-* && touch $@

$(FOR_DEVELOPING): | $(FOR_RUNNING)
	@echo "Installing what developing Stet needs …"
	@$(INSTALL) -r requirements-dev.txt
	@rm -f .venv/for-developing-* && touch $@
