"""``/api/v1/``: what ``stats`` and ``articles`` offer to programs, with its description.

The description is OpenAPI at ``openapi.json``, and for people at ``docs/``. The page loads everything
from this server and has no script in its markup, so it works without the internet and under the policy.
"""

from csp.decorators import csp_update
from django.urls import include, path, re_path
from drf_spectacular.views import SpectacularJSONAPIView, SpectacularSwaggerSplitView

from config.security import STYLES_IN_MARKUP
from stats.api.missing import Nothing

app_name = "api"

_docs = csp_update(STYLES_IN_MARKUP)(SpectacularSwaggerSplitView.as_view(url_name="api:openapi"))

urlpatterns = [
    path("openapi.json", SpectacularJSONAPIView.as_view(), name="openapi"),
    path("docs/", _docs, name="docs"),
    path("", include("stats.api.urls")),
    path("", include("articles.api.urls")),
    re_path("", Nothing.as_view()),
]
