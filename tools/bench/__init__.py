"""`./dev bench`: runs the benchmark programs, and shows what they measured."""
