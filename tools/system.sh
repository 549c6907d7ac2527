#!/bin/sh
# The programs that the other targets need: tools/system.sh
#
# Installs the Debian packages of those that are missing, and fails if one is missing afterwards.
set -eu

# PROGRAM:PACKAGE
PROGRAMS="qgis:qgis xvfb-run:xvfb Xvfb:xvfb xauth:xauth openbox:openbox
    lrelease:qttools5-dev-tools"
# MODULE:PACKAGE, of /usr/bin/python3
MODULES="qgis.core:python3-qgis qgis.PyQt.QtSvg:python3-qgis venv:python3-venv
    ensurepip:python3-venv"
# FILE:PACKAGE
FILES="/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf:fonts-dejavu-core"

# missing: a line "NAME PACKAGE" for each that is not there.
missing() {
    for entry in $PROGRAMS; do
        command -v "${entry%%:*}" >/dev/null || echo "${entry%%:*} ${entry##*:}"
    done
    for entry in $MODULES; do
        /usr/bin/python3 -c "import ${entry%%:*}" >/dev/null 2>&1 ||
            echo "Python-module-${entry%%:*} ${entry##*:}"
    done
    for entry in $FILES; do
        [ -e "${entry%%:*}" ] || echo "${entry%%:*} ${entry##*:}"
    done
}

# column N LINES: the N-th word of each line, once, on one line.
column() {
    echo "$2" | cut -d ' ' -f "$1" | sort -u | tr '\n' ' ' | sed 's/ $//'
}

fail() {
    echo "make system: $1" >&2
    exit 1
}

gone=$(missing)
[ -n "$gone" ] || exit 0
names=$(column 1 "$gone")
packages=$(column 2 "$gone")
command -v apt-get >/dev/null ||
    fail "missing: $names; install them with the package manager of this system."
as_root=
if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null ||
        fail "missing: $names; install sudo, or as root the packages $packages."
    as_root=sudo
fi
echo "Installing the Debian packages $packages"
$as_root apt-get update
# sudo does not hand variables on.
$as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends $packages
gone=$(missing)
[ -z "$gone" ] || fail "still missing after the installation of $packages: $(column 1 "$gone")."
