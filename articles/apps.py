"""Django's view of ``articles``: the app in which people write and readers read."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    """Articles and what they say."""

    name = "articles"
    verbose_name = _("Articles")
