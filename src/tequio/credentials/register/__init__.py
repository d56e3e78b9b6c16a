"""The register of what an organisation issued and took back."""
