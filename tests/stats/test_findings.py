"""Findings: what was noticed, how bad it is, and where."""

from stats.findings import Finding, Severity, Where, refuse


def test_a_place_says_only_what_is_known():
    assert str(Where()) == ""
    assert str(Where("a.xlsx", "PR", 3, 4)) == "a.xlsx, sheet 'PR', row 3, column 4"
    assert str(Where("a.csv", row=1)) == "a.csv, row 1"


def test_a_refusal_says_its_message_and_its_place():
    refusal = refuse("read.empty", "the file is empty", Where("a.csv"))
    assert str(refusal) == "the file is empty (a.csv)"
    (finding,) = refusal.findings
    assert (finding.rule, finding.severity) == ("read.empty", Severity.REFUSAL)


def test_a_finding_is_plain_data_in_json():
    finding = Finding("screen.older", Severity.WARNING, "older", Where("a.csv", row=2))
    assert finding.as_json() == {
        "rule": "screen.older",
        "severity": "warning",
        "message": "older",
        "where": {"file": "a.csv", "sheet": "", "row": 2, "column": None},
    }
