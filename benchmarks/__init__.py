"""Speed as ratios measured in one run (the machines are noisy): `python3 packaging/dev.py bench`."""
