"""Matching: by code, exactly, by alias, under the same parent; what is left is new and said aloud."""

from stats.codebook import TOTAL, Dimension, Member, Role
from stats.findings import Severity
from stats.labels import Label
from stats.matching import SAID_ALOUD, DimensionRules, match
from tests.stats.readings import reading


def dimension(*members, slug="citizenship"):
    return Dimension(slug, Label(slug), 0, Member(1, TOTAL, Label("Total"), Role.TOTAL), members)


def matched(*paths, known=(), language="en", announce=True, **rules):
    slug = "citizenship"
    return match(
        reading([(path,) for path in paths], language=language),
        [DimensionRules(slug, **rules)],
        [dimension(*known)],
        announce=announce,
        file="a.xlsx",
    )


def codes(found):
    return [codes[0] for codes in found.rows]


def test_new_members_get_codes_from_their_labels():
    found = matched(("Côte d’Ivoire",), ())
    assert codes(found) == ["cote-divoire", TOTAL]
    assert found.members[0]["cote-divoire"].new


def test_parts_get_the_code_of_their_parent_in_front():
    found = matched(("Economic", "Caregiver"), ("Economic",), ("Family", "Caregiver"))
    assert codes(found) == ["economic/caregiver", "economic", "family/caregiver"]
    assert found.members[0]["family/caregiver"].parent == "family"


def test_a_known_spelling_is_the_member_whatever_its_case_and_accents():
    known = Member(2, "CI", Label("Côte d'Ivoire", ""))
    found = matched(("COTE D’IVOIRE",), known=(known,))
    assert codes(found) == ["CI"]
    assert found.findings == []
    assert not found.members[0]["CI"].new


def test_an_alias_is_the_member_and_keeps_its_label():
    known = Member(2, "SB", Label("Solomon Islands"), aliases=("Solomons, The",))
    found = matched(("Solomons, The",), known=(known,))
    assert codes(found) == ["SB"]
    assert found.members[0]["SB"].label == Label("Solomon Islands")


def test_one_name_under_two_parents_is_two_members():
    known = (
        Member(2, "a", Label("Economic")),
        Member(3, "a/x", Label("Caregiver"), parent="a"),
        Member(4, "b", Label("Family")),
    )
    found = matched(("Economic", "Caregiver"), ("Family", "Caregiver"), known=known)
    assert codes(found) == ["a/x", "b/caregiver"]


def test_a_code_in_the_label_is_the_code_and_leaves_the_label():
    found = matched(("2174 - Computer programmers",), ("Other occupations",), coded=True)
    assert codes(found) == ["2174", "other-occupations"]
    assert found.members[0]["2174"].label.en == "Computer programmers"


def test_a_known_code_is_the_member_though_its_label_was_changed():
    known = Member(2, "2174", Label("Programmers"))
    found = matched(("2174 – Computer programmers",), known=(known,), coded=True)
    assert codes(found) == ["2174"]
    assert found.members[0]["2174"].label.en == "Programmers"


def test_provinces_have_the_codes_of_the_post():
    found = matched(("Quebec",), ("Newfoundland and Labrador",), codelist="provinces")
    assert codes(found) == ["QC", "NL"]
    assert codes(matched(("Québec",), language="fr", codelist="provinces")) == ["QC"]


def test_remainders_and_what_is_not_stated_have_their_roles():
    found = matched(
        ("Other countries",),
        ("Country not stated",),
        ("Non déclaré",),
        ("India",),
        others=("other-countries",),
    )
    roles = [member.role for member in found.members[0].values()]
    assert roles == [Role.OTHER, Role.NOT_STATED, Role.NOT_STATED, Role.MEMBER]


def test_unmatched_labels_are_said_aloud_with_their_line_and_the_nearest():
    found = matched(("Solomon Islands",), known=(Member(2, "s", Label("Solomons, The")),))
    (finding,) = found.findings
    assert (finding.rule, finding.severity) == ("resolve.unmatched", Severity.WARNING)
    assert (finding.where.file, finding.where.row) == ("a.xlsx", 6)
    assert "'Solomon Islands' matches no member" in finding.message
    assert "'Solomons, The'" in finding.message


def test_many_unmatched_labels_are_said_in_few_words():
    found = matched(*[(f"Country {n}",) for n in range(SAID_ALOUD + 5)])
    assert len(found.findings) == SAID_ALOUD + 1
    assert "5 more labels" in found.findings[-1].message


def test_nothing_is_said_of_a_first_edition():
    assert matched(("India",), announce=False).findings == []


def test_a_label_in_the_other_language_completes_a_member():
    known = Member(2, "QC", Label("Quebec", ""))
    found = matched(("Québec",), known=(known,), language="fr", codelist="provinces")
    assert found.members[0]["QC"].label == Label("Quebec", "Québec")


def test_another_name_beside_a_known_code_is_no_other_member():
    known = Member(2, "2174", Label("Programmers", "Programmeurs"), aliases=("Coders",))
    found = matched(("2174 - Computer programmers",), known=(known,), coded=True)
    assert found.members[0]["2174"].renamed == Label("Computer programmers", "")
    assert found.unmatched == []
    assert [f.rule for f in found.findings] == ["resolve.renamed"]
    assert matched(("2174 - CODERS",), known=(known,), coded=True).findings == []


def test_a_new_code_is_unmatched_though_its_name_is_known_unless_it_is_an_alias():
    known = Member(2, "2174", Label("Programmers"))
    found = matched(("21231 - Programmers",), known=(known,), coded=True)
    assert [member.code for _axis, member in found.unmatched] == ["21231"]
    alias = Member(2, "2174", Label("Programmers"), aliases=("21231",))
    assert codes(matched(("21231 - Anything",), known=(alias,), coded=True)) == ["2174"]


def test_parts_of_a_new_member_are_new_with_it():
    known = (Member(2, "eco", Label("Economic")),)
    found = matched(("Work", "Caregiver"), ("Work",), ("Economic", "Caregiver"), known=known)
    assert [member.code for _axis, member in found.unmatched] == ["work", "eco/caregiver"]
    assert len(found.findings) == 2
