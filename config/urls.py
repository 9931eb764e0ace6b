"""Every address of the site, from here to each app's own list.

Readers' pages carry their language in front (``/en/``, ``/fr/``; ``/`` sends to one of them). What is
for programs has one address in all languages.
"""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from config.health import healthz

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("i18n/", include("django.conf.urls.i18n")),
    path("admin/", admin.site.urls),
    path("api/v1/", include("config.api")),
    path("", include("articles.urls_root")),
    *i18n_patterns(path("", include("articles.urls"))),
]
