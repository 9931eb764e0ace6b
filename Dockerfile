# Stet's one image: the command decides whether it is web server, worker or scheduler.
FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 \
    STET_STATIC_ROOT=/app/staticfiles STET_DATA_DIR=/data

RUN useradd --system --uid 10001 --home-dir /app stet && install --directory --owner stet /data
WORKDIR /app

# Requirements change less often than the code, so they are a layer of their own.
COPY requirements.txt .
RUN pip install --require-hashes --requirement requirements.txt

COPY manage.py ./
COPY config config
COPY stats stats
COPY articles articles
COPY templates templates
COPY locale locale
RUN SECRET_KEY=only-for-collecting python manage.py collectstatic --noinput --verbosity 0

USER stet
VOLUME /data
EXPOSE 8000
CMD ["granian", "--interface", "wsgi", "--host", "0.0.0.0", "--port", "8000", "--workers", "2", "--blocking-threads", "4", "--respawn-failed-workers", "config.wsgi:application"]
