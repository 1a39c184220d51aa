"""The printed page: fonts, text, marks, tags, fields and the file itself. It knows nothing of units or signers."""
