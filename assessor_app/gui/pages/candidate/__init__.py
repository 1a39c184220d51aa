"""One candidate: overview and the form of their details."""
