"""Signs of a running import: seldom enough, seen by others, and a wish to stop that is heard."""

import pytest

from stats.ingest import signs
from stats.ingest.signs import Stopped, Watch
from stats.models import Stage
from stats.pace import Pace


def watch(entered=lambda stage: None):
    return Watch(7, Pace.of({"read": 1, "load": 3}), entered=entered)


def test_each_stage_is_told_once_and_timed():
    entered = []
    watched = watch(entered.append)
    for stage, part in ((Stage.READ, 0), (Stage.READ, 0.5), (Stage.LOAD, 0)):
        watched.mark(stage, part)
    assert entered == [Stage.READ, Stage.LOAD]
    assert list(watched.timings()) == ["read", "load"]
    assert all(seconds >= 0 for seconds in watched.timings().values())


def test_others_see_how_far_it_is(monkeypatch):
    monkeypatch.setattr(signs, "PAUSE", 0)
    watched = watch()
    assert signs.last(7) is None
    watched.mark(Stage.LOAD, 0)
    assert signs.last(7).percent == 25
    watched.mark(Stage.LOAD, 0.5)
    assert signs.last(7).percent == 62


def test_within_a_stage_signs_are_seldom(monkeypatch):
    monkeypatch.setattr(signs, "PAUSE", 3600)
    watched = watch()
    for part in (0, 0.5, 1):
        watched.mark(Stage.READ, part)
    assert signs.last(7).percent == 0
    watched.mark(Stage.LOAD, 0)
    assert signs.last(7).percent == 25


def test_a_wish_to_stop_is_heard_at_the_next_stage_and_forgotten_with_the_job():
    watched = watch()
    watched.mark(Stage.READ, 0)
    signs.wish_to_stop(7)
    with pytest.raises(Stopped, match="import 7"):
        watched.mark(Stage.LOAD, 0)
    signs.forget(7)
    watched.stop_if_asked()
    assert signs.last(7) is None
