"""Assessor: record, judge and sign workplace assessments offline."""

__version__ = "0.1.0"
