"""The certificate on paper: what stands on the sheet, its woven band, and the Typst page that sets it."""
