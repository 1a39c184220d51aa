"""Assessor: record, judge and sign workplace assessments offline."""

__version__ = "0.2.0"
