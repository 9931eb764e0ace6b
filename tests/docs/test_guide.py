import re

from config.environment import BASE_DIR
from tests.pictures import SHOTS

GUIDE = (BASE_DIR / "docs" / "guide.md").read_text(encoding="utf-8")
SHOWN = set(re.findall(r"pictures/([\w-]+)\.png", GUIDE))


def test_every_screen_is_in_the_guide_with_a_picture_that_is_there() -> None:
    assert {shot.name for shot in SHOTS} == SHOWN
    assert {path.stem for path in (BASE_DIR / "docs" / "pictures").glob("*.png")} == SHOWN


def test_the_pictures_stay_light() -> None:
    assert sum(path.stat().st_size for path in (BASE_DIR / "docs" / "pictures").glob("*.png")) < 3_000_000
