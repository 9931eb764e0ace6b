"""SQLite is set up for several processes; an address decides otherwise."""

from pathlib import Path

from config.databases import PREPARED_FROM, database


def test_without_an_address_the_database_is_a_file_in_the_data_folder():
    """Immediate transactions, a long wait for the lock, write-ahead logging."""
    config = database("", data_dir=Path("/data"))
    assert config["ENGINE"] == "django.db.backends.sqlite3"
    assert config["NAME"] == "/data/stet.sqlite3"
    assert config["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in config["OPTIONS"]["init_command"]


def test_an_address_names_the_server():
    """PostgreSQL gets no option that is SQLite's, and keeps the plans of what is asked over and over."""
    config = database("postgres://stet:secret@db.example:5433/figures", data_dir=Path("/data"))
    assert config["ENGINE"] == "django.db.backends.postgresql"
    assert (config["HOST"], config["PORT"], config["NAME"]) == ("db.example", 5433, "figures")
    assert config["OPTIONS"] == {"prepare_threshold": PREPARED_FROM}
    assert config["CONN_HEALTH_CHECKS"] is True


def test_an_address_may_forbid_prepared_statements():
    """For a pooler that hands out connections by transaction and does not know them."""
    config = database("postgres://db.example/figures?prepare_threshold=never", data_dir=Path("/data"))
    assert config["OPTIONS"] == {"prepare_threshold": None}


def test_an_address_may_name_another_sqlite_file():
    """It is treated as carefully as the default one."""
    config = database("sqlite:////elsewhere/figures.sqlite3", data_dir=Path("/data"))
    assert config["NAME"] == "/elsewhere/figures.sqlite3"
    assert config["OPTIONS"]["timeout"] == 20
