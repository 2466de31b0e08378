# What the commands share: the packages that they need, the generator, the build. Sourced, from the root of the project.

PYTHON=/usr/bin/python3 # the system's, since its packages are; others on the PATH are peers in tests

# The packages of a group. Of alternatives, written with |, any will do; one behind a ? is left out where there is none.
packages_of() {
    case $1 in
    generate) echo "python3 python3-jinja2" ;;
    build)
        packages_of generate
        echo "g++ cmake ninja-build ccache pkg-config libboost1.81-dev|libboost1.83-dev libsimdjson-dev libssl-dev" \
            "libcurl4-openssl-dev zlib1g-dev nlohmann-json3-dev catch2 libcpp-httplib-dev"
        ;;
    clang) echo "clang-19 clang-format-19 clang-tidy-19 libclang-rt-19-dev libfuzzer-19-dev" ;;
    python) echo "python3-pytest mypy flake8 ?python3-regex" ;;
    bench) echo "libbenchmark-dev rapidjson-dev libboost-json1.81-dev|libboost-json1.83-dev nlohmann-json3-dev libsimdjson-dev ?valgrind" ;;
    peers) echo "openssl curl python3-botocore ?awscli" ;;
    esac
}

installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }
offered() { [ -n "$(apt-cache policy "$1" 2>/dev/null | grep -v '(none)' | grep Candidate:)" ]; }

# Installs what is missing of these groups. Quiet, and without apt, where nothing is.
need() {
    local group entry package missing=() updated=
    for group in "$@"; do
        for entry in $(packages_of "$group"); do
            local optional= found=
            case $entry in \?*) optional=1 entry=${entry#?} ;; esac
            for package in ${entry//|/ }; do installed "$package" && found=1; done
            [ -z "$found" ] || continue
            if [ -z "$updated" ]; then
                echo "== looking for $entry: apt-get update"
                as_root apt-get update -qq || true
                updated=1
            fi
            for package in ${entry//|/ }; do
                if offered "$package"; then
                    missing+=("$package")
                    found=1
                    break
                fi
            done
            [ -n "$found$optional" ] || { echo "dev: apt offers no $entry" >&2; exit 1; }
        done
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    echo "== installing ${missing[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi; }

codegen() { PYTHONPATH=codegen PYTHONDONTWRITEBYTECODE=1 "$PYTHON" -m cppsmith_codegen "$@"; }

# build PRESET [TARGET...]
build() {
    local preset=$1
    shift
    command -v ccache >/dev/null && export CMAKE_CXX_COMPILER_LAUNCHER=ccache CCACHE_SLOPPINESS=pch_defines,time_macros
    mkdir -p build
    cmake --preset "$preset" -DPython3_EXECUTABLE="$PYTHON" >"build/configure-$preset.log" 2>&1 || { cat "build/configure-$preset.log"; return 1; }
    # Of what a compiler says, the beginning tells; the whole stays in the log.
    cmake --build --preset "$preset" ${1:+--target "$@"} -- --quiet >"build/build-$preset.log" 2>&1 ||
        { head -n 60 "build/build-$preset.log" | cut -c 1-400; return 1; }
}

our_cpp() { find include fake_iot demo examples tests benchmarks -name '*.hpp' -o -name '*.cpp' | sort; }
