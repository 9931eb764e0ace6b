"""Django's settings, and those of the parts that Stet stands on.

The environment is read through ``config/environment.py`` alone. What takes more than a line (database,
cache, queue, policy, log) is worked out in the module of that name beside this one.
"""

from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _

from articles.editor.extensions import EDITOR_EXTENSIONS
from config.caches import cache
from config.databases import database
from config.environment import BASE_DIR, data_dir, env
from config.logs import configure_structlog, logging_settings
from config.queue import broker, timetable
from config.secret import kept_secret
from config.security import POLICY

# --- The site -------------------------------------------------------------------------------------

STET_DATA_DIR = data_dir()
STET_BASE_URL = env.str("STET_BASE_URL").rstrip("/")
STET_SITE_NAME = env.str("STET_SITE_NAME")
STET_TRUSTED_PROXIES = env.list("STET_TRUSTED_PROXIES")
_ADDRESS = urlsplit(STET_BASE_URL)
_HTTPS = _ADDRESS.scheme == "https"

DEBUG = env.bool("DEBUG")
SECRET_KEY = env.str("SECRET_KEY") or kept_secret(STET_DATA_DIR / "secret-key")
ALLOWED_HOSTS = [*env.list("ALLOWED_HOSTS"), *([_ADDRESS.hostname] if _ADDRESS.hostname else [])]

# --- Applications ---------------------------------------------------------------------------------

INSTALLED_APPS = [
    "config.apps.ConfigConfig",
    "articles.apps.ArticlesConfig",
    "stats.apps.StatsConfig",
    "config.apps.StetAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "import_export",
    "django_prose_editor",
    "js_asset",
    "csp",
    "axes",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    # Last, as its documentation asks: it answers sign-ins that the others let through.
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.context.site",
            ],
        },
    }
]

# --- Storage --------------------------------------------------------------------------------------

DATABASES = {"default": database(env.str("DATABASE_URL"), data_dir=STET_DATA_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": cache(env.str("REDIS_URL"), cache_url=env.str("REDIS_CACHE_URL"), data_dir=STET_DATA_DIR)
}

MEDIA_ROOT = STET_DATA_DIR / "media"

# Static files have their content's hash in their names once `collectstatic` has gathered them; without
# a folder for that they are served from where each package keeps them, and nothing needs gathering.
STATIC_URL = "/static/"
STATIC_ROOT = env.str("STET_STATIC_ROOT") or None
WHITENOISE_USE_FINDERS = STATIC_ROOT is None
_STATIC_STORAGE = (
    "whitenoise.storage.CompressedManifestStaticFilesStorage"
    if STATIC_ROOT
    else "django.contrib.staticfiles.storage.StaticFilesStorage"
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": _STATIC_STORAGE},
}

# --- Language and time ----------------------------------------------------------------------------

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("fr", _("French"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
TIME_ZONE = "America/Toronto"
USE_TZ = True

# --- Signing in and safety ------------------------------------------------------------------------

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "admin:login"

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False

CONTENT_SECURITY_POLICY = POLICY
CSRF_TRUSTED_ORIGINS = [STET_BASE_URL]
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE = _HTTPS
SECURE_HSTS_SECONDS = env.int("STET_HSTS_SECONDS") if _HTTPS else 0
X_FRAME_OPTIONS = "SAMEORIGIN"
SILENCED_SYSTEM_CHECKS = [
    # Whether sub-domains and browsers' built-in lists are included is the domain owner's decision.
    "security.W005",
    "security.W021",
    # The proxy that ends TLS turns http into https; the health check stays reachable without it.
    "security.W008",
    # The admin shows previews of its own pages in frames.
    "security.W019",
]

DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000

# --- Writing --------------------------------------------------------------------------------------

# The text editor's nodes for figures and embeds, with what they add to the allow-list of markup.
DJANGO_PROSE_EDITOR_EXTENSIONS = EDITOR_EXTENSIONS

# --- The newsroom ---------------------------------------------------------------------------------

STET_APPROVAL = env.str("STET_APPROVAL")
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("STET_MAIL_FROM")
globals().update(env.email_url("EMAIL_URL"))

# --- The API --------------------------------------------------------------------------------------

STET_API_RATE = env.str("STET_API_RATE")
REST_FRAMEWORK = {
    # It is read by anybody and changed by nobody: no sessions, no forms, one form of answer.
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "UNAUTHENTICATED_USER": None,
    "DEFAULT_PERMISSION_CLASSES": [],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "stats.api.negotiation.AlwaysFirst",
    "DEFAULT_PAGINATION_CLASS": "stats.api.paging.Pages",
    "DEFAULT_FILTER_BACKENDS": [],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_THROTTLE_CLASSES": ["rest_framework.throttling.AnonRateThrottle"],
    "DEFAULT_THROTTLE_RATES": {"anon": STET_API_RATE or None},
    # The client's address is what the server says; proxies are told apart in config/wsgi.py.
    "NUM_PROXIES": 0,
    "EXCEPTION_HANDLER": "stats.api.problems.handler",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Stet",
    "DESCRIPTION": "Official statistics and the articles that stand on them.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "stats.api.question.with_grammar",
    ],
    # The page comes from this server, so that it works without the internet and under the policy.
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
}

# --- Background work ------------------------------------------------------------------------------

CELERY_BROKER_URL, CELERY_BROKER_TRANSPORT_OPTIONS = broker(env.str("REDIS_URL"), data_dir=STET_DATA_DIR)
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = True
# A process that has read large workbooks gives its memory back by being replaced.
CELERY_WORKER_MAX_TASKS_PER_CHILD = 100
# Nobody asks workers questions through the broker, and in a folder such messages would pile up.
CELERY_WORKER_ENABLE_REMOTE_CONTROL = bool(env.str("REDIS_URL"))
CELERY_TIMEZONE = TIME_ZONE
CELERY_BEAT_SCHEDULE_FILENAME = str(STET_DATA_DIR / "timetable")

# --- Stet's own -----------------------------------------------------------------------------------

STET_CATALOGUE_URL = env.str("STET_CATALOGUE_URL")
STET_ALLOWED_HOSTS_FETCH = env.list("STET_ALLOWED_HOSTS_FETCH")
STET_REFRESH_ENABLED = env.bool("STET_REFRESH_ENABLED")
STET_REFRESH_MINUTES = env.float("STET_REFRESH_MINUTES")
STET_FETCH_TIMEOUT = env.float("STET_FETCH_TIMEOUT")
STET_FETCH_LIMIT = env.int("STET_FETCH_LIMIT")
STET_UPLOAD_LIMIT = env.int("STET_UPLOAD_LIMIT")
STET_BOUNDS = env.str("STET_BOUNDS")
CELERY_BEAT_SCHEDULE = timetable(refresh_minutes=STET_REFRESH_MINUTES, refresh_enabled=STET_REFRESH_ENABLED)

# --- Log ------------------------------------------------------------------------------------------

STET_LOG_LEVEL = env.str("STET_LOG_LEVEL")
STET_LOG_FORMAT = env.str("STET_LOG_FORMAT")
LOGGING = logging_settings(level=STET_LOG_LEVEL, form=STET_LOG_FORMAT)
configure_structlog()
