from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("stats", "0004_classification")]

    operations = []
