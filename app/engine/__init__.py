"""The science: pure functions on frozen records. No clock, no settings, no I/O."""

ENGINE_VERSION = "0.1.0"
"""Moves whenever an answer moves; the changelog says by how much."""
