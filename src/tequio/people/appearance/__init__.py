"""How the hub looks: the colours that an operator chose, with who and when."""
