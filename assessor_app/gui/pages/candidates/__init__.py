"""The caseload list."""
