"""What the person decides about the program."""
