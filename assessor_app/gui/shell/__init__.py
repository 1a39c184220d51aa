"""The frame around the pages: rail, page stack, toasts and the command palette."""
