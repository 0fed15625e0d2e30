"""Builds the sample minutes of `corpus/` and their labels from the meetings in `corpus/build/sources`.

Run `python -m corpus.build` from the root of the repository. Each meeting is one YAML file (see `source.py` for the
notation): what was said, and beside it what a careful person would label. The renderers write the same meeting as a
ModernGov page, printed minutes, a column layout, a Word document or plain text; the labels are checked against the text.
"""
