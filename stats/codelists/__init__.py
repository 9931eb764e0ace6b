"""Codelists: the codes and bilingual names that tables of different publishers share. Pure data and readers."""
