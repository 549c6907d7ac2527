# make demo, make test: all set-up on a fresh Debian/Ubuntu machine, then the job.
PYTHON ?= /usr/bin/python3
VERSION := $(shell sed -n 's/^version=//p' metadata.txt)
ZIP := dist/cmhcl-$(VERSION).zip
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
DEBIAN := qgis python3-qgis python3-venv xvfb xauth openbox imagemagick fonts-dejavu-core \
    qttools5-dev-tools
SHIPPED := __init__.py metadata.txt LICENSE CHANGELOG.md README.md \
    $(shell find cmhcl_plugin core resources -type f -not -name '*.pyc' -not -name '*.qm' \
        -not -path 'resources/docs/*')
DOCS := $(wildcard docs/*.md docs/*/*.md)
GUIDE := resources/docs/guide.css
TRANSLATIONS := $(patsubst %.ts,%.qm,$(wildcard resources/i18n/*.ts))

.PHONY: demo ablation test test-core test-qgis test-desktop matrix lint translations screenshots \
    scan zip wheel env env-qgis system clean

demo: system env zip
	$(PYTHON) tools/demo.py $(ZIP) build/demo

# Every row and switch of the ablation; ARGS=--quick for a look, else about an hour and more.
ablation: env
	.venv/bin/python -m bench.ablation $(ARGS)

test: test-core test-qgis test-desktop

test-core: env
	.venv/bin/python -m pytest tests/core tests/packaging

test-qgis: system env env-qgis zip
	QT_QPA_PLATFORM=offscreen .venv-qgis/bin/python -m pytest tests/qgis

test-desktop: system env env-qgis zip
	.venv-qgis/bin/python -m pytest tests/desktop

# The plugin in newer QGIS than this machine's; ARGS=SUITE for one Debian release alone.
matrix: env zip
	tools/matrix.sh $(ARGS)

lint: env
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy --strict core
	.venv/bin/mypy cmhcl_plugin bench
	/usr/bin/python3 tools/check_qt6.py
	$(PYTHON) tools/translations.py --check

# New texts of the plugin into resources/i18n/*.ts, for Qt Linguist or any editor.
translations:
	$(PYTHON) tools/translations.py

zip: $(ZIP)

$(ZIP): $(SHIPPED) $(TRANSLATIONS) $(GUIDE) tools/make_zip.py tools/check_zip.py build/scanned
	$(PYTHON) tools/make_zip.py $@

resources/i18n/%.qm: resources/i18n/%.ts | system
	QT_SELECT=qt5 lrelease -silent $< -qm $@

$(GUIDE): $(DOCS) $(wildcard docs/images/*.png) tools/make_guide.py tools/guide.css .venv/done
	.venv/bin/python tools/make_guide.py resources/docs

# The library, for pip.
wheel: env
	rm -rf build/lib
	.venv/bin/python -m pip wheel --no-deps --no-build-isolation --wheel-dir dist .

# The pictures of the guide, from a real window; some minutes.
screenshots: system env zip
	.venv/bin/python tests/desktop/screenshots.py docs/images

# For unsafe code and for secrets, as the plugin repository does on upload.
scan: build/scanned

build/scanned: $(SHIPPED) $(DOCS) .venv/done
	.venv/bin/bandit -q -r __init__.py cmhcl_plugin core
	@.venv/bin/detect-secrets-hook $(SHIPPED) $(DOCS)
	mkdir -p build
	touch $@

env: .venv/done
env-qgis: .venv-qgis/done

.venv/done: core/requirements.txt requirements-dev.txt | system
	$(PYTHON) -m venv .venv
	.venv/bin/python -m pip install -r core/requirements.txt -r requirements-dev.txt
	touch $@

.venv-qgis/done: requirements-qgis.txt | system
	/usr/bin/python3 -m venv --system-site-packages .venv-qgis
	.venv-qgis/bin/python -m pip install -r requirements-qgis.txt
	touch $@

# Only where something is missing, and only with Debian's package manager.
system:
	@if ! { /usr/bin/python3 -c 'import qgis.core, ensurepip' && command -v qgis Xvfb xauth \
	        openbox import lrelease; } >/dev/null 2>&1; then \
	    $(SUDO) apt-get update && \
	    DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y --no-install-recommends $(DEBIAN); \
	fi

clean:
	rm -rf build dist
