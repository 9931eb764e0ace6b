from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import migrations, models
import django.db.models.deletion

import stats.models.dataset
from stats.models.unchangeable import guard, release

ROUTINE = ["new_periods", "revision", "rows_come", "suppression"]


def carry_rules_over(apps, schema_editor):
    """A dataset whose routine editions counted at once goes on so: all but what used to wait."""
    apps.get_model("stats", "Dataset").objects.filter(routine_alone=True).update(alone_kinds=ROUTINE)


def carry_rules_back(apps, schema_editor):
    apps.get_model("stats", "Dataset").objects.exclude(alone_kinds=[]).update(routine_alone=True)


def name_deciders(apps, schema_editor):
    """Who decided is written down as this person is called now."""
    decisions = apps.get_model("stats", "Decision").objects
    for decision in decisions.filter(by__isnull=False).select_related("by"):
        decision.actor, decision.by_name = "person", decision.by.username
        decision.save(update_fields=["actor", "by_name"])


def guard_decisions(apps, schema_editor):
    guard(schema_editor.connection, "stats_decision")


def release_decisions(apps, schema_editor):
    release(schema_editor.connection, "stats_decision")


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("stats", "0005_mapping"),
    ]

    operations = [
        migrations.AddField(
            model_name="dataset",
            name="alone_kinds",
            field=models.JSONField(
                blank=True,
                default=list,
                help_text="An edition that makes only these changes waits for nobody. None: every edition waits for a person.",
                validators=[stats.models.dataset.are_kinds],
                verbose_name="changes that count at once",
            ),
        ),
        migrations.AddField(
            model_name="dataset",
            name="alone_warned",
            field=models.BooleanField(
                default=False,
                help_text="Otherwise an edition with a warning waits, whatever it changes.",
                verbose_name="even with warnings",
            ),
        ),
        migrations.AddField(
            model_name="dataset",
            name="alone_percent",
            field=models.FloatField(
                blank=True,
                help_text="Of the cells that were there before. Empty: any number.",
                null=True,
                validators=[MinValueValidator(0), MaxValueValidator(100)],
                verbose_name="at most so many of the cells changed, in percent",
            ),
        ),
        migrations.AddField(
            model_name="dataset",
            name="alone_move",
            field=models.PositiveIntegerField(
                blank=True,
                help_text="In the unit of the dataset, totals included. Empty: any move.",
                null=True,
                verbose_name="no figure moved by more than",
            ),
        ),
        migrations.RunPython(carry_rules_over, carry_rules_back),
        migrations.RemoveField(model_name="dataset", name="routine_alone"),
        migrations.AddField(
            model_name="decision",
            name="actor",
            field=models.CharField(
                choices=[("person", "A person"), ("rule", "The dataset’s rule"), ("command", "A command")],
                default="command",
                max_length=8,
                verbose_name="decided by",
            ),
        ),
        migrations.AddField(
            model_name="decision",
            name="by_name",
            field=models.CharField(blank=True, max_length=150, verbose_name="by"),
        ),
        migrations.AlterField(
            model_name="decision",
            name="at",
            field=models.DateTimeField(db_index=True, verbose_name="at"),
        ),
        migrations.AlterField(
            model_name="decision",
            name="by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="by",
            ),
        ),
        migrations.AlterField(
            model_name="decision",
            name="edition",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="decisions",
                to="stats.edition",
                verbose_name="edition",
            ),
        ),
        migrations.AlterField(
            model_name="decision",
            name="verdict",
            field=models.CharField(
                choices=[
                    ("accepted", "Accepted"),
                    ("refused", "Refused"),
                    ("taken_back", "Taken back"),
                    ("held", "Held"),
                    ("left", "Left to a person"),
                ],
                max_length=12,
                verbose_name="verdict",
            ),
        ),
        migrations.RunPython(name_deciders, migrations.RunPython.noop),
        migrations.RunPython(guard_decisions, release_decisions),
    ]
