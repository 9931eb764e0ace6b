"""Django's view of ``articles``: the app in which people write and readers read."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    """Articles and what they say."""

    name = "articles"
    verbose_name = _("Articles")

    def ready(self) -> None:
        """Listen to stats."""
        from articles import receivers  # noqa: F401, PLC0415 (models can be imported once apps are loaded)
