"""The parts that screens are built of: each draws one thing from the Theme and knows no record."""
