"""Embeds: from an answer to a view, one file a kind.

A view is frozen and holds every word as readers will see it; templates and charts only lay it out. A figure
in a sentence (`sentence`) goes the same way.
"""
