"""Checking a text before it is published: the rules of `articles.checklist`, given what they must know."""

from articles.checking.checking import errors, findings

__all__ = ["errors", "findings"]
