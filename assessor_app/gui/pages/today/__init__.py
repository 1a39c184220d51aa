"""What matters today."""
