#!/usr/bin/env bash
# The plugin's tests in the QGIS of other Debian releases: tools/matrix.sh [SUITE ...]
#
# Each release lives in a root folder under build/matrix, made by debootstrap and kept. QGIS and the
# tests run in it; the worker runs in .venv outside of it, as PyTorch is not installed twice. What
# is mounted for a run is seen by that run alone. PYTEST_ADDOPTS reaches pytest.
set -euo pipefail
cd "$(dirname "$0")/.."
REPOSITORY=$PWD
ROOTS=$REPOSITORY/build/matrix
PACKAGES="qgis python3-qgis python3-venv"  # qgis: qgis_process
ZIP=$(ls -t dist/cmhcl-*.zip | head -1)

main() {
    [ "$(id -u)" = 0 ] && unshare --mount true 2>/dev/null ||
        fail "making root folders needs root and the right to mount"
    command -v debootstrap >/dev/null ||
        fail "debootstrap is not installed (apt-get install debootstrap)"
    local suite failed=0
    [ $# -gt 0 ] || set -- trixie sid
    for suite in "$@"; do
        make_root "$suite"
        run_tests "$suite" || failed=1
    done
    return $failed
}

fail() {
    echo "matrix: $1" >&2
    exit 1
}

# make_root SUITE: a root folder with QGIS and pytest; only what is missing is made.
make_root() {
    local root=$ROOTS/$1 wanted
    if [ ! -d "$root" ]; then
        rm -rf "$root.partial"
        mkdir -p "$ROOTS"
        # In a mount namespace of its own, so that nothing stays mounted when it is interrupted.
        unshare --mount debootstrap --variant=minbase --include=ca-certificates \
            "$1" "$root.partial" $(mirror)
        mv "$root.partial" "$root"
    fi
    wanted="$PACKAGES $(cat requirements-qgis.txt)"
    if [ "$wanted" != "$(cat "$root/made" 2>/dev/null)" ]; then
        # A mirror that is a snapshot keeps releases beyond their date.
        in_root "$root" apt-get update -o Acquire::Check-Valid-Until=false
        in_root "$root" env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y --no-install-recommends $PACKAGES
        in_root "$root" apt-get clean
        # Fetched by pip outside, for the Python inside.
        .venv/bin/python -m pip install --upgrade -r requirements-qgis.txt --only-binary :all: \
            --python-version "$(python_in "$root" 'platform.python_version()')" \
            --target "$root/$(python_in "$root" 'site.getsitepackages()[0]')"
        echo "$wanted" >"$root/made"
    fi
}

# The Debian mirror that apt uses here; nothing where it is not known: debootstrap has its own then.
mirror() {
    apt-get indextargets --format '$(REPO_URI)' 'Origin: Debian' 'Label: Debian' | head -1
}

# in_root ROOT COMMAND ...
in_root() {
    local root=$1
    shift
    unshare --mount --pid --fork --kill-child --root="$root" --mount-proc -- "$@"
}

# python_in ROOT EXPRESSION
python_in() {
    in_root "$1" python3 -c "import platform, site; print($2)"
}

# run_tests SUITE
run_tests() {
    local root=$ROOTS/$1 scratch status=0
    scratch=$(mktemp -d)
    mkdir -p "$root/host" "$root$REPOSITORY" "$root$scratch"
    # Python of the world outside, in the folder of the same name there.
    cat >"$root/usr/local/bin/worker-python" <<END
#!/bin/sh
exec unshare --root=/host --wd="\$PWD" '$REPOSITORY/.venv/bin/python' "\$@"
END
    chmod +x "$root/usr/local/bin/worker-python"
    echo "matrix: $1, $(in_root "$root" python3 -c \
        'import sys, qgis.core; print("QGIS", qgis.core.Qgis.QGIS_VERSION, "Python", sys.version)')"
    unshare --mount --pid --fork --kill-child bash -e <<END || status=1
mount -t proc proc '$root/proc'
mount --rbind / '$root/host'
mount -o bind,ro '$REPOSITORY' '$root$REPOSITORY'
mount --bind '$scratch' '$root$scratch'
exec unshare --root='$root' --wd='$REPOSITORY' \
    env -i PATH=/usr/local/bin:/usr/bin:/bin HOME='$scratch' TMPDIR='$scratch' LANG=C.UTF-8 \
    QT_QPA_PLATFORM=offscreen PYTHONDONTWRITEBYTECODE=1 PYTEST_ADDOPTS='${PYTEST_ADDOPTS:-}' \
    CMHCL_PYTHON=/usr/local/bin/worker-python CMHCL_ZIP='$REPOSITORY/$ZIP' \
    python3 tools/run_tests.py -c tests/qgis/pytest.ini --rootdir='$scratch' tests/qgis
END
    rm -rf "$scratch"
    return $status
}

main "$@"
