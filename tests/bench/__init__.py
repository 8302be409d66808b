"""Benchmarks: each prints a figure that the documentation may quote. `just bench NAME` runs one."""
