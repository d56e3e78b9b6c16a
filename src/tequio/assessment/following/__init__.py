"""What practice makes us believe of many learners at once, for whoever follows a run."""
