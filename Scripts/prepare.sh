# Sourced by the other scripts: finds Swift and installs the Debian packages that are missing.
# Asks no question; uses root or sudo, and only when something is missing.

need_swift() {
    if ! command -v swift >/dev/null 2>&1; then
        echo "Swift is not on the PATH. Dobush needs Swift 6.2 or newer for Debian 12:" >&2
        echo "https://www.swift.org/install/linux/" >&2
        exit 2
    fi
    local version major minor
    version=$(swift --version 2>/dev/null | grep -oE 'Swift version [0-9]+\.[0-9]+' | grep -oE '[0-9]+\.[0-9]+' | head -n 1)
    major=${version%%.*}
    minor=${version##*.}
    if [ -z "$version" ] || [ "$major" -lt 6 ] || { [ "$major" -eq 6 ] && [ "$minor" -lt 2 ]; }; then
        echo "Swift ${version:-of unknown version} is too old; Dobush needs 6.2 or newer:" >&2
        echo "https://www.swift.org/install/linux/" >&2
        exit 2
    fi
}

need_packages() {
    local missing="" name
    while read -r name _; do
        case "$name" in "" | "#"*) continue ;; esac
        dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $name"
    done < Scripts/packages.txt
    [ -z "$missing" ] && return 0
    echo "Installing$missing" >&2
    local root=""
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null 2>&1 || { echo "Needs root or sudo to install$missing" >&2; exit 2; }
        root="sudo"
    fi
    export DEBIAN_FRONTEND=noninteractive
    $root apt-get -o DPkg::Lock::Timeout=300 -qq update >/dev/null
    # nginx and postgresql start a server when they are installed, unless a policy says no; one that is
    # there already is left as it is.
    local policy=/usr/sbin/policy-rc.d made=""
    if [ ! -e "$policy" ]; then
        made=yes
        printf '#!/bin/sh\nexit 101\n' | $root tee "$policy" >/dev/null
        $root chmod 755 "$policy"
    fi
    local code=0
    # shellcheck disable=SC2086
    $root apt-get -o DPkg::Lock::Timeout=300 -qq install -y --no-install-recommends $missing >/dev/null || code=$?
    [ -z "$made" ] || $root rm -f "$policy"
    return "$code"
}

# Python packages for browser tests and schema checks, in a folder of their own.
need_python() {
    # The list as it was installed lies beside the packages, so that a changed list is noticed.
    cmp -s Scripts/requirements.txt .build/python/installed.txt && return 0
    python3 -m venv .build/python
    .build/python/bin/pip install -q -r Scripts/requirements.txt || return 1
    cp Scripts/requirements.txt .build/python/installed.txt
}

build() {
    swift build -c release --explicit-target-dependency-import-check error "$@"
}
