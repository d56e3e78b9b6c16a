"""The language linter: what pages say comes from the catalogues, in whole sentences, in our words."""
