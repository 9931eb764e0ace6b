import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0005_comments")]

    operations = [
        migrations.AddField(
            model_name="article",
            name="follows",
            field=models.ForeignKey(
                editable=False,
                help_text="The revision of its original that a translation says.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="articles.revision",
                verbose_name="follows",
            ),
        ),
    ]
