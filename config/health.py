"""``/healthz``: whether this process can do its work, for supervisors and load balancers.

It asks the database one thing, because a web process without one serves nothing that counts. Whether
workers keep up is told by the age of waiting jobs in the admin, not by web processes failing.
"""

from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@never_cache
@require_safe
def healthz(_request: HttpRequest) -> JsonResponse:
    """200 ``{"status": "ok"}``, or 503 with what is missing."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"status": "unavailable", "missing": "database"}, status=503)
    return JsonResponse({"status": "ok"})
