"""Numbers are written and read exactly, whatever the user's flags let the compiler do with floating-point arithmetic."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from conftest import ROOT

FLAGS = [
    "",
    "-ffast-math",
    "-ffast-math -fno-finite-math-only",
    "-freciprocal-math",
    "-funsafe-math-optimizations",
    "-fassociative-math -fno-signed-zeros -fno-trapping-math",
]
PROGRAM = """
#include <cppsmith/detail/number_read.hpp>
#include <cppsmith/json/put_number.hpp>

#include <bit>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <random>
#include <string_view>

int main() {
    std::mt19937_64 random(23);
    for (int i = 0; i < 300'000; ++i) {
        auto const decimal = static_cast<double>(random() % 1'000'000'000'000) / 1e6;
        // The number itself, and its neighbours, of which most have seventeen digits.
        auto const value = std::bit_cast<double>(std::bit_cast<std::uint64_t>(decimal) + random() % 3 - 1);
        if (!(value >= 1e-3)) continue;
        char ours[64], theirs[64];
        std::string_view const is(ours, static_cast<std::size_t>(cppsmith::json::detail::put_floating(ours, value) - ours));
        std::string_view const wanted(theirs, static_cast<std::size_t>(std::to_chars(theirs, theirs + 64, value).ptr - theirs));
        double back = 0;
        std::from_chars(wanted.data(), wanted.data() + wanted.size(), back);
        if (is == wanted && cppsmith::detail::parse_floating<double>(wanted) == back) continue;
        std::printf("%.*s instead of %.*s", static_cast<int>(is.size()), is.data(), static_cast<int>(wanted.size()), wanted.data());
        return 1;
    }
}
"""


@pytest.mark.parametrize("flags", FLAGS, ids=lambda f: f or "default")
def test_numbers_stay_exact(compiler: str, flags: str, tmp_path: Path) -> None:
    command = [compiler, "-std=c++20", "-O2", *flags.split(), "-I", str(ROOT / "include"), "-x", "c++", "-", "-o", "program"]
    subprocess.run(command, input=PROGRAM, text=True, cwd=tmp_path, check=True, timeout=300)
    done = subprocess.run([tmp_path / "program"], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout
