"""Values and rules of the trade. Standard library only: no Qt, no SQL, no files, no clock, no random numbers."""
