-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Meso Clinic authors
--
-- Version 2: sessions as they went, and records that were merged read as one person's.

-- Who a record is about: itself, or the one it was merged into over any number of steps. Merged records are few.
CREATE VIEW patient_person (patient, person) AS
  WITH RECURSIVE step (duplicate, kept) AS (
    SELECT duplicate, kept FROM patient_link WHERE unlinked_at IS NULL
    UNION
    SELECT step.duplicate, link.kept FROM step JOIN patient_link link ON link.duplicate = step.kept AND link.unlinked_at IS NULL)
  SELECT duplicate, kept FROM step
  WHERE NOT EXISTS (SELECT 1 FROM patient_link further WHERE further.duplicate = step.kept AND further.unlinked_at IS NULL)
  UNION ALL
  SELECT id, id FROM patient
  WHERE NOT EXISTS (SELECT 1 FROM patient_link link WHERE link.duplicate = patient.id AND link.unlinked_at IS NULL);

-- What belongs to one record of a person belongs to all of them.
DROP TRIGGER screening_amends_own;
CREATE TRIGGER screening_amends_own BEFORE INSERT ON screening
WHEN NEW.amends IS NOT NULL
  AND (SELECT person FROM patient_person WHERE patient = (SELECT patient FROM screening WHERE id = NEW.amends))
    IS NOT (SELECT person FROM patient_person WHERE patient = NEW.patient)
BEGIN
  SELECT RAISE (ABORT, 'a screening can only amend one of the same patient');
END;
DROP TRIGGER formula_version_screening;
CREATE TRIGGER formula_version_screening BEFORE INSERT ON formula_version
WHEN NEW.screening IS NOT NULL
  AND (SELECT person FROM patient_person WHERE patient = (SELECT patient FROM screening WHERE id = NEW.screening))
    IS NOT (SELECT person FROM patient_person WHERE patient = (SELECT patient FROM formula WHERE id = NEW.formula))
BEGIN
  SELECT RAISE (ABORT, 'the screening is another patient''s');
END;

-- SQLite takes 24:00 for a time of day.
CREATE TRIGGER plan_session_time BEFORE UPDATE ON plan_session
WHEN NEW.time >= '24:00'
BEGIN
  SELECT RAISE (ABORT, 'a time is HH:MM');
END;

-- Decisions of physicians that nobody marked as entered in error.
CREATE VIEW screening_decision_standing AS
  SELECT * FROM screening_decision
  WHERE NOT EXISTS (SELECT 1 FROM entered_in_error WHERE entity = 'screening-decision' AND entity_id = screening_decision.id);

-- What lets treatment go on, from one day to another, although a finding (NULL: any) says otherwise. What was decided after the
-- last signature isn't part of it yet.
CREATE VIEW screening_way_on (screening, rule, kind, from_day, to_day) AS
  SELECT screening, rule, kind, coalesce (clearance_date, '0001-01-01'), coalesce (clearance_expires, '9999-12-31')
  FROM screening_decision_standing way
  WHERE kind IN ('override', 'clearance') AND decided_at <= coalesce (
    (SELECT max (decided_at) FROM screening_decision_standing sign WHERE sign.screening = way.screening AND sign.kind = 'sign'),
    decided_at);

-- Sessions: what was given, by whom, on which screening; signed when stored

CREATE TABLE session_reaction (
  session TEXT NOT NULL REFERENCES treatment_session (id) DEFERRABLE INITIALLY DEFERRED,
  n INTEGER NOT NULL,
  term TEXT NOT NULL,
  grade INTEGER NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (session, n),
  CONSTRAINT "a reaction has a name" CHECK (trim (term) <> ''),
  CONSTRAINT "a grade is 1 to 5" CHECK (grade BETWEEN 1 AND 5),
  CONSTRAINT "another reaction needs a note" CHECK (term <> 'other' OR trim (note) <> '')
) STRICT;

-- operator_role and operator_licence are those of that moment: they may change later, these don't.
CREATE TABLE treatment_session (
  id TEXT NOT NULL PRIMARY KEY,
  patient TEXT NOT NULL REFERENCES patient (id),
  plan TEXT,
  session_n INTEGER,
  date TEXT NOT NULL,
  time TEXT,
  operator TEXT NOT NULL REFERENCES staff (id),
  operator_role TEXT NOT NULL,
  operator_licence TEXT NOT NULL,
  physician TEXT REFERENCES staff (id),
  screening TEXT NOT NULL REFERENCES screening (id),
  formula TEXT,
  formula_version INTEGER,
  points INTEGER NOT NULL,
  volume_ul INTEGER NOT NULL,
  wasted_ul INTEGER NOT NULL,
  pain INTEGER,
  systolic_before INTEGER,
  diastolic_before INTEGER,
  systolic_after INTEGER,
  diastolic_after INTEGER,
  notes TEXT NOT NULL,
  amends TEXT UNIQUE REFERENCES treatment_session (id),
  reason TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  recorded_zone TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES staff (id),
  FOREIGN KEY (plan, session_n) REFERENCES plan_session (plan, n),
  FOREIGN KEY (formula, formula_version) REFERENCES formula_version (formula, version),
  CONSTRAINT "an id is a UUID" CHECK (length (id) = 36),
  CONSTRAINT "a plan comes with the number of its session" CHECK ((plan IS NULL) = (session_n IS NULL)),
  CONSTRAINT "a session has a day" CHECK (date IS date (date)),
  CONSTRAINT "a time is HH:MM" CHECK (time IS NULL OR (time IS strftime ('%H:%M', time) AND length (time) = 5 AND time < '24:00')),
  CONSTRAINT "a physician or a nurse treats" CHECK (operator_role IN ('physician', 'nurse')),
  CONSTRAINT "a formula comes with its version" CHECK ((formula IS NULL) = (formula_version IS NULL)),
  CONSTRAINT "points are never negative" CHECK (points >= 0),
  CONSTRAINT "volumes are never negative" CHECK (volume_ul >= 0 AND wasted_ul >= 0),
  CONSTRAINT "pain is 0 to 10" CHECK (pain IS NULL OR pain BETWEEN 0 AND 10),
  CONSTRAINT "blood pressure before is two values that can be" CHECK (
    (systolic_before IS NULL AND diastolic_before IS NULL)
    OR (systolic_before IS NOT NULL AND diastolic_before IS NOT NULL AND systolic_before <= 300 AND diastolic_before >= 20
      AND systolic_before > diastolic_before)),
  CONSTRAINT "blood pressure after is two values that can be" CHECK (
    (systolic_after IS NULL AND diastolic_after IS NULL)
    OR (systolic_after IS NOT NULL AND diastolic_after IS NOT NULL AND systolic_after <= 300 AND diastolic_after >= 20
      AND systolic_after > diastolic_after)),
  CONSTRAINT "an amendment needs a reason" CHECK (amends IS NULL OR trim (reason) <> ''),
  CONSTRAINT "a moment is UTC" CHECK (recorded_at GLOB '????-??-??T??:??:??.??????Z')
) STRICT;

CREATE INDEX treatment_session_by_patient ON treatment_session (patient, date, recorded_at);
CREATE INDEX treatment_session_by_plan ON treatment_session (plan, session_n);
CREATE INDEX treatment_session_by_screening ON treatment_session (screening);

-- An amendment tells what was: what held when the first record was made, and stays as it was there, isn't asked again.

CREATE TRIGGER treatment_session_amends BEFORE INSERT ON treatment_session
WHEN NEW.amends IS NOT NULL
  AND (SELECT person FROM patient_person WHERE patient = (SELECT patient FROM treatment_session WHERE id = NEW.amends))
    IS NOT (SELECT person FROM patient_person WHERE patient = NEW.patient)
BEGIN
  SELECT RAISE (ABORT, 'a session can only amend one of the same patient');
END;
CREATE TRIGGER treatment_session_amends_error BEFORE INSERT ON treatment_session
WHEN EXISTS (SELECT 1 FROM entered_in_error WHERE entity = 'session' AND entity_id = NEW.amends)
BEGIN
  SELECT RAISE (ABORT, 'what was entered in error isn''t amended');
END;

CREATE TRIGGER treatment_session_physician BEFORE INSERT ON treatment_session
WHEN NEW.physician IS NOT (SELECT physician FROM treatment_session WHERE id = NEW.amends)
  AND EXISTS (SELECT 1 FROM staff WHERE id = NEW.physician AND role <> 'physician')
BEGIN
  SELECT RAISE (ABORT, 'only a physician is in charge of a session');
END;

CREATE TRIGGER treatment_session_plan BEFORE INSERT ON treatment_session
WHEN NEW.plan IS NOT NULL
  AND (SELECT person FROM patient_person WHERE patient = (SELECT patient FROM plan WHERE id = NEW.plan))
    IS NOT (SELECT person FROM patient_person WHERE patient = NEW.patient)
BEGIN
  SELECT RAISE (ABORT, 'the plan is another patient''s');
END;
CREATE TRIGGER treatment_session_plan_suspended BEFORE INSERT ON treatment_session
WHEN NEW.plan IS NOT (SELECT plan FROM treatment_session WHERE id = NEW.amends)
  AND EXISTS (SELECT 1 FROM plan WHERE id = NEW.plan AND status = 'suspended')
BEGIN
  SELECT RAISE (ABORT, 'the plan is suspended until a physician lets it go on');
END;
CREATE TRIGGER treatment_session_once BEFORE INSERT ON treatment_session
WHEN NEW.plan IS NOT NULL AND EXISTS (
  SELECT 1 FROM treatment_session same WHERE same.plan = NEW.plan AND same.session_n = NEW.session_n
    AND same.id IS NOT NEW.amends
    AND NOT EXISTS (SELECT 1 FROM treatment_session later WHERE later.amends = same.id)
    AND NOT EXISTS (SELECT 1 FROM entered_in_error WHERE entity = 'session' AND entity_id = same.id))
BEGIN
  SELECT RAISE (ABORT, 'this session of the plan is on record already; amend it');
END;

CREATE TRIGGER treatment_session_formula BEFORE INSERT ON treatment_session
WHEN (SELECT person FROM patient_person WHERE patient = (SELECT patient FROM formula WHERE id = NEW.formula))
  <> (SELECT person FROM patient_person WHERE patient = NEW.patient)
BEGIN
  SELECT RAISE (ABORT, 'the formula is another patient''s');
END;
CREATE TRIGGER treatment_session_formula_ok BEFORE INSERT ON treatment_session
WHEN EXISTS (SELECT 1 FROM formula_version WHERE formula = NEW.formula AND version = NEW.formula_version AND ok = 0)
BEGIN
  SELECT RAISE (ABORT, 'this version of the formula is blocked');
END;
CREATE TRIGGER treatment_session_formula_error BEFORE INSERT ON treatment_session
WHEN NEW.formula IS NOT (SELECT formula FROM treatment_session WHERE id = NEW.amends)
  AND EXISTS (SELECT 1 FROM entered_in_error WHERE entity = 'formula' AND entity_id = NEW.formula)
BEGIN
  SELECT RAISE (ABORT, 'this formula was entered in error');
END;
CREATE TRIGGER treatment_session_excluded BEFORE INSERT ON treatment_session
WHEN EXISTS (
  SELECT 1 FROM formula_line JOIN screening_list ON list = 'excluded' AND value = ingredient
  WHERE formula = NEW.formula AND version = NEW.formula_version AND screening = NEW.screening)
BEGIN
  SELECT RAISE (ABORT, 'the formula holds an ingredient that the screening of that day excludes');
END;

CREATE TRIGGER treatment_session_screening BEFORE INSERT ON treatment_session
WHEN (SELECT person FROM patient_person WHERE patient = (SELECT patient FROM screening WHERE id = NEW.screening))
  IS NOT (SELECT person FROM patient_person WHERE patient = NEW.patient)
BEGIN
  SELECT RAISE (ABORT, 'the screening is another patient''s');
END;
CREATE TRIGGER treatment_session_screening_day BEFORE INSERT ON treatment_session
WHEN NEW.date <> (SELECT date FROM screening WHERE id = NEW.screening)
BEGIN
  SELECT RAISE (ABORT, 'the screening is of another day');
END;
CREATE TRIGGER treatment_session_screening_counts BEFORE INSERT ON treatment_session
WHEN NEW.screening IS NOT (SELECT screening FROM treatment_session WHERE id = NEW.amends)
  AND (EXISTS (SELECT 1 FROM entered_in_error WHERE entity = 'screening' AND entity_id = NEW.screening)
    OR EXISTS (SELECT 1 FROM screening WHERE amends = NEW.screening))
BEGIN
  SELECT RAISE (ABORT, 'this screening was amended or entered in error');
END;
CREATE TRIGGER treatment_session_block BEFORE INSERT ON treatment_session
WHEN EXISTS (SELECT 1 FROM screening WHERE id = NEW.screening AND verdict = 'block')
BEGIN
  SELECT RAISE (ABORT, 'nobody is treated on a block; screen again when the fact has changed');
END;
CREATE TRIGGER treatment_session_incomplete BEFORE INSERT ON treatment_session
WHEN EXISTS (SELECT 1 FROM screening WHERE id = NEW.screening AND verdict = 'incomplete')
BEGIN
  SELECT RAISE (ABORT, 'nobody is treated on an incomplete screening; answer what is missing');
END;

-- What a physician has to have decided before: each wait overridden, each clearance given or overridden, and all of it signed.
CREATE TRIGGER treatment_session_signed BEFORE INSERT ON treatment_session
WHEN NEW.screening IS NOT (SELECT screening FROM treatment_session WHERE id = NEW.amends)
  AND EXISTS (SELECT 1 FROM screening WHERE id = NEW.screening AND verdict NOT IN ('suitable', 'block', 'incomplete'))
  AND NOT EXISTS (SELECT 1 FROM screening_decision_standing WHERE screening = NEW.screening AND kind = 'sign')
BEGIN
  SELECT RAISE (ABORT, 'this verdict has to be signed by a physician first');
END;
CREATE TRIGGER treatment_session_defer BEFORE INSERT ON treatment_session
WHEN NEW.screening IS NOT (SELECT screening FROM treatment_session WHERE id = NEW.amends) AND (
  EXISTS (SELECT 1 FROM screening WHERE id = NEW.screening AND verdict = 'defer'
    AND NOT EXISTS (SELECT 1 FROM screening_way_on WHERE screening = NEW.screening AND kind = 'override'))
  OR EXISTS (SELECT 1 FROM screening_finding finding WHERE finding.screening = NEW.screening AND outcome = 'defer'
    AND NOT EXISTS (SELECT 1 FROM screening_way_on way WHERE way.screening = NEW.screening AND kind = 'override'
      AND (way.rule IS NULL OR way.rule = finding.rule))))
BEGIN
  SELECT RAISE (ABORT, 'the verdict says wait, and no physician has overridden each reason for it');
END;
CREATE TRIGGER treatment_session_clearance BEFORE INSERT ON treatment_session
WHEN NEW.screening IS NOT (SELECT screening FROM treatment_session WHERE id = NEW.amends) AND (
  EXISTS (SELECT 1 FROM screening WHERE id = NEW.screening AND verdict = 'clearance'
    AND NOT EXISTS (SELECT 1 FROM screening_way_on WHERE screening = NEW.screening AND NEW.date BETWEEN from_day AND to_day))
  OR EXISTS (SELECT 1 FROM screening_finding finding WHERE finding.screening = NEW.screening AND outcome = 'clearance'
    AND NOT EXISTS (SELECT 1 FROM screening_way_on way WHERE way.screening = NEW.screening
      AND (way.rule IS NULL OR way.rule = finding.rule) AND NEW.date BETWEEN from_day AND to_day)))
BEGIN
  SELECT RAISE (ABORT, 'a clearance that the verdict asks for is missing or doesn''t hold on that day');
END;
CREATE TRIGGER treatment_session_wait BEFORE INSERT ON treatment_session
WHEN NEW.screening IS NOT (SELECT screening FROM treatment_session WHERE id = NEW.amends)
  AND EXISTS (SELECT 1 FROM screening_decision_standing wait WHERE wait.screening = NEW.screening AND wait.kind = 'wait'
    AND NOT EXISTS (SELECT 1 FROM screening_decision_standing sign WHERE sign.screening = NEW.screening AND sign.kind = 'sign'
      AND sign.decided_at > wait.decided_at))
BEGIN
  SELECT RAISE (ABORT, 'a physician decided to wait, and none has signed since');
END;

CREATE TRIGGER session_reaction_sealed BEFORE INSERT ON session_reaction
WHEN EXISTS (SELECT 1 FROM treatment_session WHERE id = NEW.session)
BEGIN SELECT RAISE (ABORT, 'a signed session never changes'); END;
CREATE TRIGGER treatment_session_update BEFORE UPDATE ON treatment_session
BEGIN SELECT RAISE (ABORT, 'a signed session never changes'); END;
CREATE TRIGGER treatment_session_delete BEFORE DELETE ON treatment_session
BEGIN SELECT RAISE (ABORT, 'a signed session is never deleted'); END;
CREATE TRIGGER session_reaction_update BEFORE UPDATE ON session_reaction
BEGIN SELECT RAISE (ABORT, 'a signed session never changes'); END;
CREATE TRIGGER session_reaction_delete BEFORE DELETE ON session_reaction
BEGIN SELECT RAISE (ABORT, 'a signed session is never deleted'); END;

-- Sessions can be marked too. A CHECK can't be changed: the table is made anew around its rows, under its own name, so that what
-- refers to it still does.

CREATE TABLE entered_in_error_before AS SELECT * FROM entered_in_error ORDER BY rowid;
DROP TABLE entered_in_error;

CREATE TABLE entered_in_error (
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  marked_at TEXT NOT NULL,
  marked_zone TEXT NOT NULL,
  marked_by TEXT NOT NULL REFERENCES staff (id),
  PRIMARY KEY (entity, entity_id),
  CONSTRAINT "only signed records are marked" CHECK (entity IN ('screening', 'screening-decision', 'formula', 'handout', 'session')),
  CONSTRAINT "marking an error needs a reason" CHECK (trim (reason) <> ''),
  CONSTRAINT "a moment is UTC" CHECK (marked_at GLOB '????-??-??T??:??:??.??????Z')
) STRICT;

INSERT INTO entered_in_error (entity, entity_id, reason, marked_at, marked_zone, marked_by)
  SELECT entity, entity_id, reason, marked_at, marked_zone, marked_by FROM entered_in_error_before ORDER BY rowid;
DROP TABLE entered_in_error_before;

CREATE TRIGGER entered_in_error_exists BEFORE INSERT ON entered_in_error
WHEN NOT EXISTS (SELECT 1 FROM screening WHERE NEW.entity = 'screening' AND id = NEW.entity_id
  UNION ALL SELECT 1 FROM screening_decision WHERE NEW.entity = 'screening-decision' AND id = NEW.entity_id
  UNION ALL SELECT 1 FROM formula WHERE NEW.entity = 'formula' AND id = NEW.entity_id
  UNION ALL SELECT 1 FROM handout_issue WHERE NEW.entity = 'handout' AND id = NEW.entity_id
  UNION ALL SELECT 1 FROM treatment_session WHERE NEW.entity = 'session' AND id = NEW.entity_id)
BEGIN
  SELECT RAISE (ABORT, 'there is no such record to mark');
END;
CREATE TRIGGER entered_in_error_update BEFORE UPDATE ON entered_in_error
BEGIN SELECT RAISE (ABORT, 'a mark of error never changes'); END;
CREATE TRIGGER entered_in_error_delete BEFORE DELETE ON entered_in_error
BEGIN SELECT RAISE (ABORT, 'a mark of error is never deleted'); END;
