"""Guidance in a narrow column is read as sentences, not as the column broke it."""

from assessor_app.unit_reader.joining import paragraphs


def test_lines_of_one_sentence_are_put_together_and_the_next_begins_a_line() -> None:
    lines = [
        "Service failure is where the",
        "customer service standard",
        "and/or customer expectations",
        "have not been met",
        "Service profit chain is the",
        "relationship between loyalty, and",
        "Productivity",
        "• speed",
        "• cost, and",
        "quality",
    ]
    assert paragraphs(lines).splitlines() == [
        "Service failure is where the customer service standard and/or customer expectations have not been met",
        "Service profit chain is the relationship between loyalty, and Productivity",
        "• speed",
        "• cost, and quality",
    ]


def test_no_line_gives_nothing() -> None:
    assert paragraphs([]) == ""
    assert paragraphs(["", "One."]) == "One."
