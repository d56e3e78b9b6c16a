"""Cloth worked out from a word: pure arithmetic on a small grid of threads, for pages and for paper alike.

`cloths` has the pieces (band, panel, rosette), `patterns` what is woven into them, `threads` turns both into path data.
"""
