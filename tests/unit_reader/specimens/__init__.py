"""Specimen unit documents with hand-written truth, in every shape and kind that the reader must cope with."""
