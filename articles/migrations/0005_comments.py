import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0004_fields"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="step",
            name="action",
            field=models.CharField(
                choices=[
                    ("submitted", "Asked for a review"),
                    ("sent_back", "Sent back to the writer"),
                    ("approved", "Approved"),
                    ("changed", "Changed after it was approved"),
                    ("scheduled", "Scheduled"),
                    ("unscheduled", "Taken off the schedule"),
                    ("missed", "Could not be published when it was due"),
                    ("published", "Published"),
                    ("withdrawn", "Withdrawn"),
                    ("commented", "Commented"),
                    ("resolved", "Resolved a comment"),
                    ("shared", "Made a preview link"),
                    ("revoked", "Revoked a preview link"),
                    ("reopened", "Opened a comment again"),
                ],
                max_length=12,
                verbose_name="action",
            ),
        ),
        migrations.CreateModel(
            name="Comment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "revision",
                    models.PositiveIntegerField(
                        help_text="The newest one when the comment was made.", verbose_name="revision"
                    ),
                ),
                ("path", models.CharField(blank=True, max_length=200, verbose_name="place in the text")),
                ("quote", models.CharField(blank=True, max_length=300, verbose_name="words")),
                ("text", models.TextField(max_length=4000, verbose_name="comment")),
                ("at", models.DateTimeField(verbose_name="at")),
                ("resolved_at", models.DateTimeField(null=True, verbose_name="resolved")),
                (
                    "answer_to",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="articles.comment",
                        verbose_name="answer to",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="comments",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "resolved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="resolved by",
                    ),
                ),
            ],
            options={
                "verbose_name": "comment",
                "verbose_name_plural": "comments",
                "ordering": ("at", "pk"),
            },
        ),
        migrations.CreateModel(
            name="PreviewLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "editions",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        help_text="By dataset the number of the waiting edition that is shown as if it counted.",
                        verbose_name="editions",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="at")),
                ("expires_at", models.DateTimeField(verbose_name="expires")),
                ("revoked_at", models.DateTimeField(null=True, verbose_name="revoked")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="preview_links",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
            ],
            options={
                "verbose_name": "preview link",
                "verbose_name_plural": "preview links",
                "ordering": ("-at", "-pk"),
            },
        ),
    ]
