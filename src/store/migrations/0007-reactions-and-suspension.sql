-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Meso Clinic authors
--
-- Version 7: “no reactions” as something that was said, and who suspended a course, when.

-- A session of before this version tells of no reactions where nobody said anything: that stays “not said”.
ALTER TABLE treatment_session ADD COLUMN reactions_none INTEGER NOT NULL DEFAULT 0
  CONSTRAINT "reactions_none is 0 or 1" CHECK (reactions_none IN (0, 1));

CREATE TRIGGER treatment_session_reactions_none BEFORE INSERT ON treatment_session
WHEN NEW.reactions_none = 1 AND EXISTS (SELECT 1 FROM session_reaction WHERE session = NEW.id)
BEGIN
  SELECT RAISE (ABORT, 'a session with reactions can''t say that there were none');
END;

-- Of the state that a plan is in. A plan that never had another has neither.
ALTER TABLE plan ADD COLUMN status_at TEXT
  CONSTRAINT "a moment is UTC" CHECK (status_at GLOB '????-??-??T??:??:??.??????Z');
ALTER TABLE plan ADD COLUMN status_by TEXT REFERENCES staff (id);

UPDATE plan SET
  status_at = (SELECT at_utc FROM audit JOIN audit_payload payload ON payload.seq = audit.seq
    WHERE entity = 'plan' AND entity_id = plan.id AND body LIKE '%"plan_status"%' ORDER BY audit.seq DESC LIMIT 1),
  status_by = (SELECT staff FROM audit JOIN audit_payload payload ON payload.seq = audit.seq
    WHERE entity = 'plan' AND entity_id = plan.id AND body LIKE '%"plan_status"%' ORDER BY audit.seq DESC LIMIT 1);
