"""A filled vault of every released format, openable for ever. `make.py` made each with the program of its day."""
