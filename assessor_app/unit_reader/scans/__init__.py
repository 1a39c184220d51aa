"""Pages that are pictures: their text, where the extra `scans` is installed. Recognised in a process of its own."""
