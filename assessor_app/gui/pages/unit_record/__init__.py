"""The page of one unit of a candidate."""
