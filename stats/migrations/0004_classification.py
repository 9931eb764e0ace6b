from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("stats", "0003_rollups")]

    operations = [
        migrations.AddField(
            model_name="edition",
            name="classification",
            field=models.JSONField(default=list, verbose_name="classification"),
        ),
    ]
