"""The people of the demonstration: one at the data desk, one editor, each with the rights of the role."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission, User

DATA_DESK = "Data desk"
EDITOR = "Editor"

PERMISSIONS = {
    DATA_DESK: (
        "stats.view_dataset",
        "stats.change_dataset",
        "stats.add_dataset",
        "stats.view_dimension",
        "stats.change_dimension",
        "stats.view_member",
        "stats.change_member",
        "stats.view_alias",
        "stats.add_alias",
        "stats.change_alias",
        "stats.delete_alias",
        "stats.view_edition",
        "stats.import_edition",
        "stats.accept_edition",
        "stats.view_decision",
        "stats.view_importjob",
        "stats.view_sourcefile",
        "articles.view_article",
    ),
    EDITOR: (
        "articles.view_article",
        "articles.add_article",
        "articles.change_article",
        "articles.publish_article",
        "stats.view_dataset",
        "stats.view_edition",
    ),
}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can sign in to the demonstration."""

    username: str
    password: str
    first_name: str
    last_name: str
    role: str


PEOPLE = (
    Person("desk", "stet-data-desk", "Dana", "Desrosiers", DATA_DESK),
    Person("editor", "stet-editor", "Erin", "Tremblay", EDITOR),
)


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
