"""Codelists: the codes and bilingual names that tables share. Pure data and its readers."""
