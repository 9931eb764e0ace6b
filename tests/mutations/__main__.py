"""Damages every release in every way, imports the copies, and prints what became of them, by kind of damage.

`python -m tests.mutations [SHARE]`: the share of all copies to try, 1 by default. The exit code is 1 if
a copy was imported with wrong figures and nothing said so.
"""

import sys
from collections import Counter
from pathlib import Path

from tests.mutations.desk import releases_under
from tests.mutations.kinds import KINDS
from tests.mutations.trial import Outcome, Verdict, tried

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
    """Print the table, and every copy that went astray."""
    outcomes = tried(releases_under(RELEASES), share=share)
    print(table(outcomes))
    astray = [o for o in outcomes if o.verdict in (Verdict.SILENT, Verdict.ELSEWHERE)]
    for outcome in astray:
        print(f"{outcome.verdict}: {outcome.seed} {outcome.rules}")
    return 1 if astray else 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 1.0))
