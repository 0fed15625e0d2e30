"""Views that a person can read in any SQLite browser: plain columns, dates as 2024-03-12, nothing to join."""

from __future__ import annotations

VIEWS = """
CREATE VIEW places AS
SELECT m.id AS meeting_id, i.id AS item_id, m.organisation, m.committee, m.date AS meeting_date, i.number, i.title AS item, m.source
FROM meetings m LEFT JOIN items i ON i.meeting_id = m.id
WHERE m.replaced_by IS NULL;

CREATE VIEW earlier_versions AS
SELECT o.organisation, o.committee, o.date AS meeting_date, o.source, o.status, m.source AS replaced_by, o.id AS meeting_id
FROM meetings o JOIN meetings m ON m.id = o.replaced_by
ORDER BY o.date, o.source;

CREATE VIEW register_of_actions AS
SELECT a.id, p.organisation, p.committee, p.meeting_date, p.number, p.item, a.text AS action, iif(o.id IS NULL, a.owner, o.owner) AS owner,
  a.due_text, iif(o.id IS NULL, a.due_date, o.due_date) AS due_date, iif(o.id IS NULL, a.status, o.status) AS status,
  iif(o.id IS NULL, a.state, o.state) AS state, iif(o.id IS NULL, a.days_late, o.days_late) AS days_late,
  iif(o.id IS NULL, a.meetings_late, o.meetings_late) AS meetings_late, a.meetings_since,
  iif(o.id IS NULL, a.reason, o.reason) AS reason, iif(o.id IS NULL, a.closing_quote, o.closing_quote) AS closing_quote,
  o.set_fields AS set_by_officer, o.note AS officers_note, a.as_of, coalesce(a.document, p.source) AS source, a.page, a.quote AS evidence,
  a.rule, a.confidence, a.confidence_reason
FROM actions a JOIN places p ON p.meeting_id = a.meeting_id AND p.item_id = a.item_id
LEFT JOIN officer_actions o ON o.meeting_id = a.meeting_id AND o.action_id = a.id;

CREATE VIEW overdue_actions AS
SELECT * FROM register_of_actions WHERE status = 'overdue' ORDER BY due_date, organisation, committee;

CREATE VIEW open_actions AS
SELECT * FROM register_of_actions WHERE status IN ('open', 'overdue') ORDER BY due_date IS NULL, due_date, organisation, committee;

CREATE VIEW history_of_actions AS
SELECT p.organisation, p.committee, p.meeting_date AS raised, a.text AS action, a.owner, n.date AS taken_up,
  n.item AS under_item, n.status AS said_to_be, n.text AS words, n.due_date AS new_due_date, n.how AS linked_by, n.source, a.id AS action_id
FROM action_mentions n
JOIN actions a ON a.meeting_id = n.meeting_id AND a.id = n.action_id
JOIN places p ON p.meeting_id = a.meeting_id AND p.item_id = a.item_id
ORDER BY a.id, n.position;

CREATE VIEW resolutions_by_meeting AS
SELECT p.organisation, p.committee, p.meeting_date, p.number, p.item, r.label, r.text AS resolution, r.type, r.moved_by, r.seconded_by,
  r.vote, r.votes_for, r.votes_against, r.abstained, r.procedural, coalesce(r.document, p.source) AS source, r.page,
  r.confidence
FROM resolutions r JOIN places p ON p.meeting_id = r.meeting_id AND p.item_id = r.item_id
ORDER BY p.meeting_date, p.source, r.position;

CREATE VIEW who_asked_what AS
SELECT q.asked_by, p.organisation, p.committee, p.meeting_date, p.number, p.item, q.text AS question,
  q.answered_by, q.answer, coalesce(q.document, p.source) AS source, q.page, q.confidence
FROM questions q JOIN places p ON p.meeting_id = q.meeting_id AND p.item_id = q.item_id
ORDER BY p.meeting_date, p.source, q.position;

CREATE VIEW unanswered_questions AS
SELECT * FROM who_asked_what WHERE answered_by IS NULL AND answer IS NULL;

CREATE VIEW who_said_what AS
SELECT c.speaker, p.organisation, p.committee, p.meeting_date, p.number, p.item, c.text AS said,
  coalesce(c.document, p.source) AS source, c.page
FROM contributions c JOIN places p ON p.meeting_id = c.meeting_id AND p.item_id = c.item_id
ORDER BY p.meeting_date, p.source, c.position;

CREATE VIEW attendance_summary AS
SELECT m.organisation, m.committee, t.name, count(*) AS listed, sum(t.status = 'present') AS present,
  sum(t.status = 'in attendance') AS in_attendance,
  sum(t.status = 'apologies') AS apologies, sum(t.status = 'absent') AS absent, min(m.date) AS first_meeting, max(m.date) AS last_meeting
FROM attendance t JOIN meetings m ON m.id = t.meeting_id
WHERE m.replaced_by IS NULL
GROUP BY m.organisation, m.committee, t.name
ORDER BY m.organisation, m.committee, t.name;

CREATE VIEW to_settle AS
SELECT u.kind, u.text, u.reason, m.organisation, m.committee, m.date AS meeting_date, u.item,
  coalesce(u.document, m.source) AS source, u.page
FROM unsettled u JOIN meetings m ON m.id = u.meeting_id
WHERE m.replaced_by IS NULL
ORDER BY m.date, m.source, u.position;
"""
