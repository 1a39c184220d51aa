"""The look of the program: tokens, type, icons, style; no widget of its own and no screen."""
