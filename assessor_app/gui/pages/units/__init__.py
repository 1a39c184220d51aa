"""Reading the unit documents."""
