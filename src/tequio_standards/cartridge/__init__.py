"""Common Cartridge: comes with its importer."""
