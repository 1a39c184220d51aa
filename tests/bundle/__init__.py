"""The container: what goes in comes out, and nothing else is accepted."""
