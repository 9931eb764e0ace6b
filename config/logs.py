"""The log: one line an event on standard error, for people to read or as JSON for machines.

All that is logged through Python's ``logging`` and through structlog goes the same way, from every
process, so that a supervisor or container runtime collects it.
https://www.structlog.org/en/stable/standard-library.html
"""

from typing import Any

import structlog
from structlog.typing import Processor

_SHARED: tuple[Processor, ...] = (
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.stdlib.ExtraAdder(),
    structlog.processors.TimeStamper(fmt="iso"),
)


def logging_settings(*, level: str, form: str) -> dict[str, Any]:
    """Django's LOGGING; ``form`` is "console" or "json"."""
    # Tracebacks without the values of variables, among which there may be passwords.
    tracebacks = structlog.processors.ExceptionRenderer(
        structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
    )
    as_json: tuple[Processor, ...] = (tracebacks, structlog.processors.JSONRenderer())
    as_text: tuple[Processor, ...] = (
        structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback),
    )
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "stet": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": _SHARED,
                "processors": (
                    structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                    *(as_json if form == "json" else as_text),
                ),
            }
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "stet"}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            # Django's own handlers would print everything twice, and mail what nobody reads.
            "django": {"handlers": [], "level": level, "propagate": True},
            # Addresses that do not exist are asked for all day long; only failures are worth a line.
            "django.request": {"level": "ERROR"},
        },
    }


def configure_structlog() -> None:
    """Send structlog's events through ``logging``, where the settings above take them."""
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_SHARED,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
