"""Finds what must not be published, and replaces it."""
