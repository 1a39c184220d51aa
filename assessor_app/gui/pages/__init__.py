"""The screens, one package each: a view (dumb) and, beside it, its presenter."""
