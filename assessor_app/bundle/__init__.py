"""The container for every exchange: writer and staged reader (FORMAT.md)."""
