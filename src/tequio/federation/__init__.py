"""Peer hubs and shared catalogues: comes with the federation issue."""
