# The commands of Byline, one line each; `make` alone prints them. Options of a command go in ARGS:
#   make html ARGS="--content ../other/content"
# Python is the first of python3, python3.13 ... that is new enough, or yours: make html PYTHON=python3.12

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help html publish serve check new report form doctor words docs test lint bench bench-growth bench-cards bench-checks bench-hub bench-log test-scale lighthouse screenshots clean ready ready-for-documents ready-for-form ready-to-test ready-for-scale

BYLINE := .venv/bin/byline

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile

html: ready ## check and build the site: output/ is public, internal/ is for colleagues
	@$(BYLINE) build $(ARGS)

publish: ready ## build the site as the public will see it (settings: publishconf.py)
	@$(BYLINE) build --production $(ARGS)

serve: ready ## build the site and show it at http://localhost:8000
	@$(BYLINE) serve $(ARGS)

check: ready ## every fault of every text, with its line
	@$(BYLINE) check $(ARGS)

new: ready$(if $(findstring --from,$(ARGS)),-for-documents) ## begin an article; or a person: make new ARGS=author
	@$(BYLINE) new $(or $(ARGS),article)

report: ready ## what was contributed and what it brought, for colleagues: make report ARGS="--period 2026-Q2"
	@$(BYLINE) report $(ARGS)

form: ready-for-form html ## install the form for people who write in a browser, and build the site with it (needs npm, once)

doctor: ready ## what is missing on this machine or unsafe in this site, and the fix
	@$(BYLINE) doctor $(ARGS)

docs: ready ## write the parts of the documentation that are made from code
	@.venv/bin/python .ci/reference

words: ready ## bring the catalogs of a theme up to date with its templates (another theme: make words ARGS=themes/ours)
	@.venv/bin/python .ci/words $(ARGS)

test: ready-to-test lint ## everything that a change must pass
	@.venv/bin/pytest -n 2 $(ARGS)

lint: ready-to-test ## style and types alone
	@.venv/bin/ruff check
	@.venv/bin/ruff format --check
	@.venv/bin/mypy --strict -p byline

bench: ready-to-test ## measure the press against Pelican and Hugo and write docs/performance.md (some rows: make bench ARGS="edit nothing")
	@.venv/bin/python tests/bench/press.py $(ARGS)

bench-growth: ready-to-test ## measure how the press grows from 1,000 to 30,000 articles and write docs/performance.md
	@.venv/bin/python tests/bench/growth.py $(ARGS)

bench-cards: ready-to-test ## measure share cards against Material for MkDocs and write docs/performance.md
	@.venv/bin/python tests/bench/cards.py $(ARGS)

bench-checks: ready-to-test ## measure the check on four real blogs, and of one edited article, into docs/performance.md
	@.venv/bin/python tests/bench/checks.py $(ARGS)

bench-hub: ready-to-test ## measure what hub, digest and plans add to a build and write docs/performance.md
	@.venv/bin/python tests/bench/hub.py $(ARGS)

bench-log: ready-to-test ## measure the import of access logs beside GoAccess (Debian package) and write docs/performance.md
	@.venv/bin/python tests/bench/logs.py $(ARGS)

test-scale: ready-for-scale ## show that DuckDB and Spark count the same, and write docs/scale.md (installs Spark, once)
	@.venv/bin/python tests/bench/scale.py $(ARGS)

lighthouse: ready-to-test ## measure the public site and write the table in docs/performance.md (needs Node)
	@.venv/bin/python .ci/lighthouse $(ARGS)

screenshots: ready-to-test ## shoot every kind of page into .cache/screenshots/
	@.venv/bin/python .ci/screenshots $(ARGS)

clean: ## remove what was built; texts, settings and the installed tools stay
	rm -rf output internal .cache

ready:
	@PYTHON="$(PYTHON)" .ci/setup

ready-for-documents:
	@PYTHON="$(PYTHON)" .ci/setup documents

ready-for-form:
	@PYTHON="$(PYTHON)" .ci/setup form

ready-to-test:
	@PYTHON="$(PYTHON)" .ci/setup test

ready-for-scale:
	@PYTHON="$(PYTHON)" .ci/setup spark
