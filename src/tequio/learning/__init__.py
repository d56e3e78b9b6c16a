"""What is learned: courses, modules, packages, review, catalogue, runs, enrolment."""
