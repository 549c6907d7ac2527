#!/usr/bin/env bash
# make demo and make test on bare machines: tools/fresh.sh [SUITE[:USER] ...]
#
# SUITE is a Debian release, USER is root, or user: an ordinary one who may use sudo. By default
# bookworm and trixie, each as both. A machine is a root folder made by debootstrap, with git and
# make added and a clone of the last commit. The bare folder is kept under build/fresh; the copy
# that the commands run in is removed unless one of them fails. What they print is kept as
# build/fresh/SUITE-USER-COMMAND.log.
#
# The network is reached as it is from here: with apt's and pip's settings, the proxy and the
# certificates. Further variables:
#   FRESH_COMMANDS  the targets to make, "demo test" by default
#   FRESH_MOUNTS    folders that pip's settings name, such as one of wheels, to be seen inside under
#                   the same path
set -euo pipefail
cd "$(dirname "$0")/.."
REPOSITORY=$PWD
ROOTS=$REPOSITORY/build/fresh
COMMANDS=${FRESH_COMMANDS:-demo test}
CERTIFICATES=/usr/local/share/fresh-certificates.pem

main() {
    [ "$(id -u)" = 0 ] && unshare --mount true 2>/dev/null ||
        fail "making root folders needs root and the right to mount"
    command -v debootstrap >/dev/null ||
        fail "debootstrap is not installed (apt-get install debootstrap)"
    [ -z "$(git status --porcelain)" ] ||
        echo "fresh: changes that are not committed are not in the clone"
    [ $# -gt 0 ] || set -- bookworm trixie
    local argument machine failed=0 machines=()
    for argument in "$@"; do
        case $argument in
        *:root | *:user) machines+=("$argument") ;;
        *:*) fail "$argument: the user is root or user" ;;
        *) machines+=("$argument:root" "$argument:user") ;;
        esac
    done
    if [ ${#machines[@]} = 1 ]; then
        run_commands "${machines[0]%:*}" "${machines[0]#*:}"
    else
        for machine in "${machines[@]}"; do
            tools/fresh.sh "$machine" || failed=1  # a process of its own, which -e ends
        done
    fi
    return $failed
}

fail() {
    echo "fresh: $1" >&2
    exit 1
}

# run_commands SUITE USER
run_commands() {
    local suite=$1 user=$2 home=/root root=$ROOTS/$1-$2 command log start
    make_bare "$suite"
    echo "fresh: $suite as $user"
    rm -rf "$root"
    cp -a "$ROOTS/$suite" "$root"
    take_settings "$root"
    if [ "$user" != root ]; then
        home=/home/$user
        in_root "$root" root apt-get -qq update
        in_root "$root" root apt-get -qq install -y --no-install-recommends sudo >/dev/null
        in_root "$root" root useradd --create-home --shell /bin/bash "$user"
        echo "$user ALL=(ALL) NOPASSWD: ALL" >"$root/etc/sudoers.d/$user"
        rm -rf "$root"/var/lib/apt/lists/*
    fi
    git clone --quiet --no-hardlinks "$REPOSITORY" "$root$home/cmhcl"
    in_root "$root" root chown -R "$user:" "$home"
    for command in $COMMANDS; do
        log=$ROOTS/$suite-$user-$command.log
        start=$SECONDS
        if in_root "$root" "$user" make -C "$home/cmhcl" "$command" 2>&1 | tee "$log"; then
            echo "fresh: $suite as $user: make $command passed in $((SECONDS - start)) s"
        else
            echo "fresh: $suite as $user: make $command FAILED after $((SECONDS - start)) s;" \
                "see $log, the machine is left in $root"
            return 1
        fi
    done
    rm -rf "$root"
}

# make_bare SUITE: the root folder that machines are copied from.
make_bare() {
    local bare=$ROOTS/$1
    if [ ! -d "$bare" ]; then
        rm -rf "$bare.partial"
        mkdir -p "$ROOTS"
        # In a mount namespace of its own, so that nothing stays mounted when it is interrupted.
        unshare --mount debootstrap --variant=minbase --include=git,make \
            "$1" "$bare.partial" $(mirror)
        mv "$bare.partial" "$bare"
    fi
}

# The Debian mirror that apt uses here; nothing where it is not known: debootstrap has its own then.
mirror() {
    apt-get indextargets --format '$(REPO_URI)' 'Origin: Debian' 'Label: Debian' | head -1
}

# take_settings ROOT: how this machine reaches the network.
take_settings() {
    local root=$1 file certificates
    cp /etc/resolv.conf /etc/hosts "$root/etc/"
    apt-config dump --format '%F "%v";%n' Acquire::http Acquire::https Acquire::Check-Valid-Until \
        Acquire::Check-Date >"$root/etc/apt/apt.conf.d/99fresh"
    for file in /etc/pip.conf /etc/xdg/pip; do
        [ ! -e "$file" ] || { mkdir -p "$root${file%/*}" && cp -a "$file" "$root$file"; }
    done
    certificates=$(certificate_file)
    [ -z "$certificates" ] || cp -L "$certificates" "$root$CERTIFICATES"
}

# The certificates that pip is told to trust here; nothing where it is left to itself.
certificate_file() {
    local file=${PIP_CERT:-${REQUESTS_CA_BUNDLE:-}}
    [ ! -f "$file" ] || echo "$file"
}

# in_root ROOT USER COMMAND ...: with proc, shared memory, terminals and the folders of FRESH_MOUNTS,
# none of which outlive the command, nor does a process that it leaves behind.
in_root() {
    local root=$1 user=$2 home=/root variables=() name mounts=() folder
    shift 2
    [ "$user" = root ] || home=/home/$user
    for name in $(compgen -e); do
        case ${name,,} in
        pip_cert) ;;
        pip_* | http_proxy | https_proxy | no_proxy | all_proxy) variables+=("$name=${!name}") ;;
        esac
    done
    [ ! -e "$root$CERTIFICATES" ] || variables+=("PIP_CERT=$CERTIFICATES")
    for folder in ${FRESH_MOUNTS:-}; do
        mkdir -p "$root$folder"
        mounts+=("$folder")
    done
    unshare --mount --pid --fork --kill-child bash -e -c '
        root=$1 count=$2
        shift 2
        mount -t proc proc "$root/proc"
        mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
        mount -t devpts -o newinstance,ptmxmode=0666,gid=5,mode=620 devpts "$root/dev/pts"
        for folder in "${@:1:count}"; do
            mount -o bind,ro "$folder" "$root$folder"
        done
        shift "$count"
        exec unshare --root="$root" --wd=/ "$@"' \
        in_root "$root" ${#mounts[@]} "${mounts[@]}" \
        runuser -u "$user" -- env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        HOME="$home" USER="$user" LANG=C.UTF-8 "${variables[@]}" "$@" </dev/null
}

main "$@"
