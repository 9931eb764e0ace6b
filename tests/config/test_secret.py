"""The generated key is made once and is its owner's."""

from concurrent.futures import ThreadPoolExecutor

from config.secret import kept_secret


def test_the_key_is_made_once_and_kept(tmp_path):
    """A restart finds the same key; nobody else may read it."""
    path = tmp_path / "data" / "secret-key"
    key = kept_secret(path)
    assert len(key) >= 50
    assert kept_secret(path) == key
    assert path.stat().st_mode & 0o777 == 0o600
    assert [entry.name for entry in path.parent.iterdir()] == ["secret-key"]


def test_processes_that_start_together_agree(tmp_path):
    """The first key in place is everybody's."""
    path = tmp_path / "secret-key"
    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(kept_secret, [path] * 32))) == 1
