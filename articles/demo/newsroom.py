"""The people of the demonstration, one for each role, with exactly the rights of the role."""

from __future__ import annotations

from django.contrib.auth.models import Group, Permission, User

from articles import permissions
from articles.demo.cast import PEOPLE
from stats.permissions import GROUPS

PERMISSIONS = {name: (*codes, *permissions.READING) for name, codes in GROUPS.items()} | permissions.GROUPS


def groups() -> dict[str, Group]:
    """The roles as groups, with exactly their permissions."""
    made = {}
    for name, codes in PERMISSIONS.items():
        group, _ = Group.objects.get_or_create(name=name)
        wanted = [code.split(".") for code in codes]
        group.permissions.set(
            Permission.objects.get(content_type__app_label=app, codename=codename) for app, codename in wanted
        )
        made[name] = group
    return made


def people() -> dict[str, User]:
    """The people by role; a password that somebody changed stays changed."""
    roles = groups()
    made = {}
    for person in PEOPLE:
        user, new = User.objects.get_or_create(
            username=person.username,
            defaults={"first_name": person.first_name, "last_name": person.last_name, "is_staff": True},
        )
        if new:
            user.set_password(person.password)
            user.save()
        user.groups.add(roles[person.role])
        made[person.role] = user
    return made
