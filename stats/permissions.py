"""Who may do what with statistics: the permissions of the newsroom's groups, as plain data.

Bringing figures in and letting them count are two duties. A newsroom that wants four eyes gives its people
`IMPORTING` and only some of them `DECIDING`; the data desk of a small one has both.
"""

from __future__ import annotations

READING = (
    "stats.view_dataset",
    "stats.view_dimension",
    "stats.view_member",
    "stats.view_alias",
    "stats.view_edition",
    "stats.view_decision",
    "stats.view_importjob",
    "stats.view_check",
)
"""Look at datasets, members, editions, decisions, imports and checks, and export those lists."""

IMPORTING = (*READING, "stats.import_edition")
"""Upload release files, see what they change, and store them as editions that wait."""

DECIDING = (*READING, "stats.accept_edition")
"""Accept, refuse and take back editions."""

MAPPING = ("stats.import_edition", "stats.accept_edition")
"""Either lets a person say what unmatched labels are: it is part of bringing figures in."""

CURATING = (
    *READING,
    "stats.add_dataset",
    "stats.change_dataset",
    "stats.change_dimension",
    "stats.change_member",
    "stats.add_alias",
    "stats.change_alias",
    "stats.delete_alias",
)
"""Add datasets, say what they measure, name their members."""

DATA_DESK = tuple(dict.fromkeys((*IMPORTING, *DECIDING, *CURATING)))
"""The group "Data desk"."""

GROUPS = {"Data desk": DATA_DESK}
"""Groups by name, with permissions as `app.codename`."""
