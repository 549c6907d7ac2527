# make demo, make test: all set-up on a fresh Debian/Ubuntu machine, then the job.
PYTHON ?= /usr/bin/python3
VERSION := $(shell sed -n 's/^version=//p' metadata.txt)
ZIP := dist/cmhcl-$(VERSION).zip
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
DEBIAN := qgis python3-qgis python3-venv xvfb xauth openbox imagemagick fonts-dejavu-core
SHIPPED := $(shell find cmhcl_plugin core resources -type f -not -name '*.pyc')

.PHONY: demo ablation test test-core test-qgis test-desktop lint zip env env-qgis system clean

demo: system env zip
	$(PYTHON) tools/demo.py $(ZIP) build/demo

# Every row and switch of the ablation; ARGS=--quick for a look, else about an hour and more.
ablation: env
	.venv/bin/python -m bench.ablation $(ARGS)

test: test-core test-qgis test-desktop

test-core: env
	.venv/bin/python -m pytest tests/core

test-qgis: system env env-qgis zip
	QT_QPA_PLATFORM=offscreen .venv-qgis/bin/python -m pytest tests/qgis

test-desktop: system env env-qgis zip
	.venv-qgis/bin/python -m pytest tests/desktop

lint: env
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy core cmhcl_plugin bench

zip: $(ZIP)

$(ZIP): __init__.py metadata.txt LICENSE CHANGELOG.md README.md tools/make_zip.py $(SHIPPED)
	$(PYTHON) tools/make_zip.py $@

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
	        openbox import; } >/dev/null 2>&1; then \
	    $(SUDO) apt-get update && \
	    DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y --no-install-recommends $(DEBIAN); \
	fi

clean:
	rm -rf build dist
