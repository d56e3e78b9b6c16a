"""What it counts for elsewhere: comes with recognition agreements."""
