"""The wallet: credentials that a learner brings from elsewhere. They are shown, and never weighed."""
