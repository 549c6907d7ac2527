# make demo, make test: all set-up on a fresh Debian/Ubuntu machine, then the job.
PYTHON ?= /usr/bin/python3
VERSION := $(shell sed -n 's/^version=//p' metadata.txt)
ZIP := dist/cmhcl-$(VERSION).zip
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
DEBIAN := qgis python3-qgis python3-venv xvfb xauth openbox imagemagick fonts-dejavu-core
SHIPPED := __init__.py metadata.txt LICENSE CHANGELOG.md README.md \
    $(shell find cmhcl_plugin core resources -type f -not -name '*.pyc')

.PHONY: demo ablation test test-core test-qgis test-desktop matrix lint scan zip env env-qgis \
    system clean

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

# The plugin in newer QGIS than this machine's; ARGS=SUITE for one Debian release alone.
matrix: env zip
	tools/matrix.sh $(ARGS)

lint: env
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy core cmhcl_plugin bench
	/usr/bin/python3 tools/check_qt6.py

zip: $(ZIP)

$(ZIP): $(SHIPPED) tools/make_zip.py tools/check_zip.py build/scanned
	$(PYTHON) tools/make_zip.py $@

# For unsafe code and for secrets, as the plugin repository does on upload.
scan: build/scanned

build/scanned: $(SHIPPED) .venv/done
	.venv/bin/bandit -q -r __init__.py cmhcl_plugin core
	@.venv/bin/detect-secrets-hook $(SHIPPED)
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
	        openbox import; } >/dev/null 2>&1; then \
	    $(SUDO) apt-get update && \
	    DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y --no-install-recommends $(DEBIAN); \
	fi

clean:
	rm -rf build dist
