"""From a service model to C++ headers: load, resolve, render."""

__version__ = "0.1.0"
