#!/bin/sh
# Make .venv: a Python environment that holds exactly what requirements.txt names, checked by hash.
#
# .venv/ready says what the environment was made from; while that holds, a call costs milliseconds.
# A .venv without it was left by an interrupted set-up, and is created again.
# PYTHON=/path/to/python3.12 chooses the interpreter. Plain sh, so that a machine without Python hears why.
set -eu
trap 'exit 130' INT
cd "$(dirname "$0")/.."
here=$(pwd -P)

ready=.venv/ready
wanted="Python 3.11, 3.12 or 3.13"

# Version and home of the interpreter $1; a venv answers like the Python that it was made from.
identity() {
    "$1" -I -S -c 'import os, sys; print("%d.%d" % sys.version_info[:2], os.path.realpath(sys.base_prefix))' 2>/dev/null
}

# What an environment made from the interpreter $1 is: its first line for the place, the others for what is in it.
description() {
    echo "$(identity "$1") $here"
    cat requirements.txt
}

# Whether the interpreter $1 will do. If not, $faults says why.
suits() {
    version=$(identity "$1") || {
        [ -z "${PYTHON:-}" ] || faults=", $1 does not run"
        return 1
    }
    case $version in
    3.11\ * | 3.12\ * | 3.13\ *) ;;
    *)
        faults="$faults, $1 is ${version%% *}"
        return 1
        ;;
    esac
    "$1" -c 'import ensurepip, venv' 2>/dev/null && return
    faults="$faults, $1 has no venv (on Debian: apt install python3-venv)"
    return 1
}

# The first interpreter that will do.
choose() {
    faults=
    for python; do
        ! suits "$python" || return 0
    done
    echo "This project needs $wanted${faults:+ (${faults#, })}: install one," \
        "or name it as in 'make site PYTHON=/path/to/python3.12'." >&2
    exit 1
}

python=${PYTHON:-.venv/bin/python}
if [ -f $ready ]; then
    ! description "$python" | cmp -s - $ready || exit 0
    place=$(head -n 1 $ready)
fi
if [ "${place:-}" != "$(identity "$python") $here" ]; then
    if [ -n "${PYTHON:-}" ]; then choose "$PYTHON"; else choose python3 python3.13 python3.12 python3.11; fi
    echo "Setting up .venv with $python: about 2 GB, half a minute to a few minutes."
    rm -rf $ready .venv # in this order: it may be interrupted too
    "$python" -m venv .venv
    # uv itself comes from the lock, checked by hash like everything else
    sed -n '/^uv==/,/[^\\]$/p' requirements.txt > .venv/uv.txt
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r .venv/uv.txt
fi

rm -f $ready
# uv takes about half of pip's time. pip knows of mirrors set up for it alone, so it has the second try.
.venv/bin/uv pip sync --python .venv/bin/python --require-hashes --compile-bytecode requirements.txt ||
    .venv/bin/python -m pip install --disable-pip-version-check --require-hashes -r requirements.txt
description .venv/bin/python > $ready.new
mv $ready.new $ready
