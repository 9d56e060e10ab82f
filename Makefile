# Only bootstraps: makes .venv from the lock files, then hands over to invoke (tasks.py).
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all:

.PHONY: site serve publish test lint clean

site: .venv/site.stamp
	@$(BIN)/invoke build

serve: .venv/site.stamp
	@$(BIN)/invoke serve

publish: .venv/publish.stamp
	@$(BIN)/invoke publish --naar "$(NAAR)"

test: .venv/test.stamp
	@$(BIN)/invoke test

lint: .venv/test.stamp
	@$(BIN)/invoke lint

clean:
	rm -rf output .build

.venv/site.stamp: requirements.txt
	$(PYTHON) -m venv .venv
	$(PIP) -r requirements.txt
	@touch $@

.venv/publish.stamp: .venv/site.stamp requirements-publish.txt
	$(PIP) -r requirements-publish.txt
	@touch $@

.venv/test.stamp: .venv/site.stamp requirements-test.txt
	$(PIP) -r requirements-test.txt
	@touch $@
