"""Who may do what with articles: the permissions of the newsroom's groups, as plain data.

Writing, approving and publishing are three duties; each role has those of the one before it.
"""

from __future__ import annotations

from stats.permissions import READING as FIGURES

READING = ("articles.view_article", "articles.view_revision", "articles.view_step")
"""Look at articles, at what they said before, and at what was done with them."""

WRITING = (*FIGURES, *READING, "articles.add_article", "articles.change_article")
"""Write, save, preview, and ask for a review."""

EDITING = (*WRITING, "articles.approve_article")
"""Approve what others wrote, or send it back."""

PUBLISHING = (*EDITING, "articles.publish_article", "articles.delete_article")
"""Publish, schedule and withdraw."""

GROUPS = {"Writer": WRITING, "Editor": EDITING, "Publisher": PUBLISHING}
"""Groups by name, with permissions as `app.codename`."""
