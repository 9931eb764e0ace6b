"""Damaged copies of every release: none is imported with wrong figures unless a place of them is named.

A sample of those that `make mutations` tries.
"""

import pytest

from tests.mutations.desk import releases_under
from tests.mutations.kinds import KINDS
from tests.mutations.trial import Verdict, tried

pytestmark = [pytest.mark.releases, pytest.mark.long]


def test_no_damaged_copy_is_imported_silently(releases):
    paths = releases_under(releases)
    outcomes = tried(paths, share=0.4)
    assert len(outcomes) >= 800
    assert {outcome.file for outcome in outcomes} == set(paths)
    assert len({outcome.kind for outcome in outcomes}) > 0.9 * len(KINDS)
    assert [o for o in outcomes if o.verdict in (Verdict.SILENT, Verdict.ELSEWHERE, Verdict.REVISION)] == []
