"""The sign-off of one unit or one visit."""
