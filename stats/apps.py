"""Django's view of ``stats``: the app that holds official figures and answers questions about them."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StatsConfig(AppConfig):
    """Datasets, editions, cells."""

    name = "stats"
    verbose_name = _("Statistics")
