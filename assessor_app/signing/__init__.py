"""PDF bytes to signed bytes, and signed bytes to a verdict: the only place that knows pyHanko.

Nothing is imported here, because importing pyHanko takes half a second and must never be on the way to the first
window. Callers import `keys`, `authority`, `seal` and `verify` when a signing screen opens.
"""
