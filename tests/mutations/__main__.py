"""Damages every release in every way, imports the copies, and prints what became of them, by kind of damage.

`python -m tests.mutations [SHARE]`: the share of all copies to try, 1 by default. The exit code is 1 if
a copy was imported with wrong figures and nothing said so.
"""

import sys
from collections import Counter
from pathlib import Path

from tests.mutations.desk import releases_under
from tests.mutations.kinds import KINDS
from tests.mutations.trial import Outcome, Verdict, tried, tried_as_next

RELEASES = Path(__file__).resolve().parents[3] / "shared" / "releases"


def table(outcomes: list[Outcome]) -> str:
    """The counts by kind and in all, as a table in Markdown; the last column is for a first edition."""
    heads = [*Verdict, "told by the file alone"]
    lines = [f"| damage | copies | {' | '.join(heads)} |", "|---" * (len(heads) + 2) + "|"]
    for name in [*(kind.__name__ for kind in KINDS), "in all"]:
        of_kind = [o for o in outcomes if name in (o.kind, "in all")]
        count = Counter(o.verdict for o in of_kind)
        wrong = [o for o in of_kind if o.verdict is not Verdict.EQUAL]
        alone = sum(o.alone in (Verdict.REFUSED, Verdict.WARNED) for o in wrong)
        cells = [
            len(of_kind),
            *(count[v] or "" for v in Verdict),
            f"{alone} of {len(wrong)}" if wrong else "",
        ]
        lines.append(f"| {name.replace('_', ' ')} | {' | '.join(map(str, cells))} |")
    return "\n".join(lines)


def main(share: float) -> int:
    """Print a table for copies of the edition in force, one for the next edition, and what went astray."""
    paths = releases_under(RELEASES)
    outcomes = tried(paths, share=share)
    following = tried_as_next(paths, share=share)
    print(f"With the original in force:\n\n{table(outcomes)}\n")
    print(f"As the next edition:\n\n{table(following)}\n")
    for outcome in (*outcomes, *following):
        if outcome.verdict not in (Verdict.REFUSED, Verdict.WARNED, Verdict.EQUAL):
            print(f"{outcome.verdict}: {outcome.seed} {' '.join(outcome.rules)}")
    return int(any(outcome.verdict in (Verdict.SILENT, Verdict.ELSEWHERE) for outcome in outcomes))


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 1.0))
