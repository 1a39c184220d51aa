"""Units from files: the shipped unit files today, awarding bodies' documents as they come."""
