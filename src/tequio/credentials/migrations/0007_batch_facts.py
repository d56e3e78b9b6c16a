from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("credentials", "0006_templates_and_batches"),
    ]

    operations = [
        migrations.AddField(
            model_name="batch",
            name="facts",
            field=models.JSONField(default=dict),
        ),
        migrations.AddConstraint(
            model_name="batch",
            constraint=models.CheckConstraint(condition=models.Q(("rows__gt", 0)), name="a_batch_has_rows"),
        ),
    ]
