"""People who are made up: they learn in demonstrations, and nobody signs in as them."""
