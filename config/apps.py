"""Django's view of ``config``: an app for the sake of its commands and checks, and Stet's own admin."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _


class ConfigConfig(AppConfig):
    """Holds the ``run`` command and the system checks; has no models."""

    name = "config"
    label = "config"
    verbose_name = _("Installation")

    def ready(self) -> None:
        """Register the checks."""
        from config import checks  # noqa: F401, PLC0415 (Django registers checks once apps are loaded)


class StetAdminConfig(AdminConfig):
    """Django's admin, with Stet's site as the default one."""

    default_site = "config.admin.StetAdminSite"
