"""Closed support cases as a knowledge base: checked, indexed and published."""

__version__ = "0.1.0"
