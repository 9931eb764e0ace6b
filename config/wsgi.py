"""The web application as a server calls it: ``granian --interface wsgi config.wsgi:application``.

A client's address and scheme are taken from ``X-Forwarded-For`` and ``X-Forwarded-Proto`` only when the
request comes from a proxy that the settings trust.
"""

import gc
import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from granian.utils.proxies import wrap_wsgi_with_proxy_headers

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

application = get_wsgi_application()
if settings.STET_TRUSTED_PROXIES:
    application = wrap_wsgi_with_proxy_headers(application, trusted_hosts=settings.STET_TRUSTED_PROXIES)

# What start-up made stays for good. Looking through it again and again cost a question of hundreds of figures
# a fifth of its time.
gc.collect()
gc.freeze()
