# make demo, make test: all set-up on a fresh Debian/Ubuntu machine, then the job.
PYTHON ?= /usr/bin/python3
VERSION := $(shell sed -n 's/^version=//p' metadata.txt)
ZIP := dist/cmhcl-$(VERSION).zip
SHIPPED := __init__.py metadata.txt LICENSE CHANGELOG.md README.md \
    $(shell find cmhcl_plugin core resources -type f -not -name '*.pyc' -not -name '*.qm' \
        -not -path 'resources/docs/*')
DOCS := $(wildcard docs/*.md docs/*/*.md docs/*/*/*.md)
GUIDE := resources/docs/guide.css
# Test files run in two processes; if one crashes, the run fails instead of hanging.
PARALLEL := -n 2 --dist loadfile --max-worker-restart 0
TRANSLATIONS := $(patsubst %.ts,%.qm,$(wildcard resources/i18n/*.ts))

.PHONY: demo ablation test test-core test-qgis test-qt6 test-desktop matrix fresh \
    bench faults soak invariants fuzz fuzz-guided lock audit lint translations screenshots scan zip wheel \
    env env-qgis env-qt6 env-zip env-audit system clean

demo: system env zip
	$(PYTHON) tools/demo.py $(ZIP) build/demo

# Every row of the ablation; ARGS="--data DATA" and --quick for a look, else many hours.
ablation: env
	.venv/bin/python -m bench.ablation $(ARGS)

# Speed and memory, see docs/performance.md.
bench: env
	.venv/bin/python -m bench.engines
	.venv/bin/python -m bench.memory --sizes 4096 8192 16384
	.venv/bin/python -m bench.memory --cheap
	.venv/bin/python -m bench.outlines --sizes 4096 8192

# 1,000 faults during jobs, see docs/reliability.md; as root also full disks.
faults: system env env-qgis
	OMP_NUM_THREADS=1 .venv/bin/python -m bench.faults $(ARGS)

# 300 jobs through one worker, the plugin's window 30 times: does anything grow?
soak: system env env-qgis zip
	OMP_NUM_THREADS=1 .venv/bin/python -m bench.soak $(ARGS)

# What an extraction does not depend on; ARGS=FOLDER for scenes of your own.
invariants: env
	.venv/bin/python -m bench.invariants $(ARGS)

test: test-core test-qgis test-qt6 test-desktop

# Skipped tests fail these, unless they are of data that a clone does not have.
test-core: env env-zip
	OMP_NUM_THREADS=1 .venv/bin/python tools/run_tests.py $(PARALLEL) \
		tests/core tests/bench tests/tools tests/docs tests/packaging

test-qgis: system env env-qgis zip
	QT_QPA_PLATFORM=offscreen .venv-qgis/bin/python tools/run_tests.py $(PARALLEL) tests/qgis

# The plugin on Qt 6, where QGIS is a stand-in.
test-qt6: env env-qt6 $(TRANSLATIONS)
	QT_QPA_PLATFORM=offscreen .venv-qt6/bin/python tools/run_tests.py tests/qt6

test-desktop: system env env-qgis zip
	.venv-qgis/bin/python tools/run_tests.py tests/desktop

# The plugin in newer QGIS than this machine's; ARGS=SUITE for one Debian release alone.
matrix: env zip
	tools/matrix.sh $(ARGS)

# make demo and make test in bare Debian root folders; ARGS=trixie:user for one of them.
fresh:
	tools/fresh.sh $(ARGS)

lint: env
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy --strict core
	.venv/bin/mypy cmhcl_plugin bench
	.venv/bin/vermin -q -t=3.9- --no-tips --violations __init__.py cmhcl_plugin core/hatch
	/usr/bin/python3 tools/check_qt6.py
	$(PYTHON) tools/translations.py --check

# New texts of the plugin into resources/i18n/*.ts, for Qt Linguist or any editor.
translations:
	$(PYTHON) tools/translations.py

zip: $(ZIP)

$(ZIP): $(SHIPPED) $(TRANSLATIONS) $(GUIDE) tools/make_zip.py tools/check_zip.py \
    tools/make_sbom.py build/scanned
	$(PYTHON) tools/make_zip.py $@
	$(PYTHON) tools/make_sbom.py $@

resources/i18n/%.qm: resources/i18n/%.ts | system
	QT_SELECT=qt5 lrelease -silent $< -qm $@

$(GUIDE): $(DOCS) $(wildcard docs/images/*.png) tools/make_guide.py tools/guide.css \
    .venv-zip/done
	.venv-zip/bin/python tools/make_guide.py resources/docs

# Damaged and hostile inputs of every kind; ARGS="rasters --inputs 1000 --seed 2" for some.
fuzz: env
	.venv/bin/python -m bench.fuzz $(ARGS)

# The parsers alone, guided by the code that is reached, for a minute each.
fuzz-guided: env build/atheris
	PYTHONPATH=build/atheris .venv/bin/python -m bench.fuzz.guided $(ARGS)

build/atheris:
	.venv/bin/python -m pip install --target $@ atheris

# Exact versions and hashes of what the plugin installs, after a change of core/requirements*.txt.
lock: env-audit
	.venv-audit/bin/python tools/lock.py

# Known vulnerabilities of what the plugin installs, and unsafe code in all of the project.
audit: env-audit
	.venv-audit/bin/bandit -q -r __init__.py cmhcl_plugin core
	.venv-audit/bin/bandit -q -c pyproject.toml -r bench tools
	for lock in resources/locks/*.txt; do \
	    .venv-audit/bin/pip-audit --strict --disable-pip --no-deps -r $$lock || exit 1; done

# The library, for pip.
wheel: env
	rm -rf build/lib
	.venv/bin/python -m pip wheel --no-deps --no-build-isolation --wheel-dir dist .

# The pictures of the guide, from a real window; some minutes.
screenshots: system env zip
	.venv/bin/python tests/desktop/screenshots.py docs/images

# For unsafe code and for secrets, as the plugin repository does on upload.
scan: build/scanned

build/scanned: $(SHIPPED) $(DOCS) .venv-zip/done
	.venv-zip/bin/bandit -q -r __init__.py cmhcl_plugin core
	@.venv-zip/bin/detect-secrets-hook $(SHIPPED) $(DOCS)
	mkdir -p build
	touch $@

env: .venv/done
env-qgis: .venv-qgis/done
env-qt6: .venv-qt6/done
env-zip: .venv-zip/done
env-audit: .venv-audit/done

# PyTorch for the GPU or for the CPU, whichever suits this machine.
.venv/done: core/requirements.txt core/requirements-openvino.txt requirements-dev.txt | system
	$(PYTHON) tools/make_env.py .venv
	touch $@

.venv-qgis/done: requirements-qgis.txt | system
	/usr/bin/python3 -m venv --system-site-packages .venv-qgis
	.venv-qgis/bin/python -m pip install -r requirements-qgis.txt
	touch $@

.venv-qt6/done: requirements-qt6.txt | system
	$(PYTHON) -m venv .venv-qt6
	.venv-qt6/bin/python -m pip install -r requirements-qt6.txt
	touch $@

.venv-zip/done: requirements-zip.txt | system
	$(PYTHON) -m venv .venv-zip
	.venv-zip/bin/python -m pip install -r requirements-zip.txt
	touch $@

.venv-audit/done: requirements-audit.txt | system
	$(PYTHON) -m venv .venv-audit
	.venv-audit/bin/python -m pip install -r requirements-audit.txt
	touch $@

# Only what is missing, and only with Debian's package manager.
system:
	@tools/system.sh

clean:
	rm -rf build dist
