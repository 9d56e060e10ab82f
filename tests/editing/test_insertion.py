"""Where a new entry goes, and that nothing else changes."""

from plugins.editing.insertion import append_entry, insert_by_name, insert_in_list

TERMS = """# Begrippen

- term: arts
  uitleg: a

# hoort bij zorg
- term: zorg
  uitleg: z
"""
STARTS = [("arts", 3), ("zorg", 7)]
ENTRY = "- term: kind\n  uitleg: k\n"


def test_an_entry_goes_before_the_first_that_comes_later_and_above_its_comment():
    assert insert_by_name(TERMS, ENTRY, "kind", STARTS) == TERMS.replace(
        "# hoort", f"{ENTRY}\n# hoort"
    )


def test_a_first_entry_stays_below_the_comment_of_the_file():
    assert insert_by_name(TERMS, ENTRY, "aap", STARTS) == TERMS.replace(
        "- term: arts", f"{ENTRY}\n- term: arts"
    )


def test_the_last_entry_goes_below_all_others():
    assert insert_by_name(TERMS, ENTRY, "Zuid", STARTS) == f"{TERMS}\n{ENTRY}"


def test_an_empty_file_holds_only_the_entry():
    assert append_entry("", ENTRY) == ENTRY
    assert append_entry("\n\n", ENTRY) == ENTRY


def test_a_file_without_a_last_line_end_gets_one():
    assert append_entry("- term: arts", ENTRY) == f"- term: arts\n\n{ENTRY}"


FIGURES = """cijfers:
  # Groep een
  - id: a
    wat: a

  # Groep twee

  - id: b
    wat: b
tabellen:
  - id: t
"""


def test_an_entry_goes_below_the_last_of_its_group_and_above_the_next_comment():
    entry = "  - id: n\n"

    assert insert_in_list(FIGURES, entry, 3, (3, 8, 1, 10)) == FIGURES.replace(
        "    wat: a\n", f"    wat: a\n\n{entry}"
    )


def test_the_last_entry_of_a_list_goes_above_the_next_field():
    entry = "  - id: n\n"

    assert insert_in_list(FIGURES, entry, 8, (3, 8, 1, 10)) == FIGURES.replace(
        "    wat: b\n", f"    wat: b\n\n{entry}"
    )


def test_the_last_entry_of_a_file_without_a_last_line_end_is_followed_by_one():
    assert insert_in_list("cijfers:\n  - id: a", "  - id: n\n", 2, (2,)) == (
        "cijfers:\n  - id: a\n\n  - id: n\n"
    )
