-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Meso Clinic authors
--
-- Version 5: records that may be one person's, what a merge took over, and legal erasure.

-- What twins are found by: numbers made of folded names, birth dates, phones and IDs. number is patient.number, which is not
-- declared: a million of them are written at once.
CREATE TABLE patient_twin_key (
  key INTEGER NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (key, number)
) STRICT, WITHOUT ROWID;

-- Keys that more than one record has, so that the twins of the clinic are found without reading all keys.
CREATE TABLE patient_twin_group (
  key INTEGER PRIMARY KEY
) STRICT;

CREATE TRIGGER patient_twin_key_shared AFTER INSERT ON patient_twin_key
WHEN EXISTS (SELECT 1 FROM patient_twin_key other WHERE other.key = NEW.key AND other.number <> NEW.number)
BEGIN
  INSERT INTO patient_twin_group (key) SELECT NEW.key WHERE NOT EXISTS (SELECT 1 FROM patient_twin_group WHERE key = NEW.key);
END;
CREATE TRIGGER patient_twin_key_alone AFTER DELETE ON patient_twin_key
WHEN (SELECT count(*) FROM patient_twin_key WHERE key = OLD.key) < 2
BEGIN
  DELETE FROM patient_twin_group WHERE key = OLD.key;
END;

CREATE INDEX patient_by_birth_date ON patient (birth_date) WHERE birth_date IS NOT NULL;

-- Two records that somebody has looked at: they are two persons. Reversible: the row is ended, never removed.
CREATE TABLE patient_different (
  id TEXT NOT NULL PRIMARY KEY,
  first TEXT NOT NULL REFERENCES patient (id),
  second TEXT NOT NULL REFERENCES patient (id),
  reason TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  decided_by TEXT NOT NULL REFERENCES staff (id),
  ended_at TEXT,
  ended_by TEXT REFERENCES staff (id),
  CONSTRAINT "an id is a UUID" CHECK (length (id) = 36),
  CONSTRAINT "two records are compared in one order" CHECK (first < second),
  CONSTRAINT "taking a decision back needs who and when" CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
  CONSTRAINT "a moment is UTC" CHECK (decided_at GLOB '????-??-??T??:??:??.??????Z'
    AND (ended_at IS NULL OR ended_at GLOB '????-??-??T??:??:??.??????Z'))
) STRICT;

CREATE UNIQUE INDEX patient_different_active ON patient_different (first, second) WHERE ended_at IS NULL;
CREATE INDEX patient_different_second ON patient_different (second);

CREATE TRIGGER patient_different_keep BEFORE DELETE ON patient_different
BEGIN SELECT RAISE (ABORT, 'a decision about two records is taken back, never deleted'); END;

-- What a merge took over into the record that is kept, so that taking it back gives back what nobody has changed since.
CREATE TABLE patient_link_field (
  link TEXT NOT NULL REFERENCES patient_link (id),
  field TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  PRIMARY KEY (link, field),
  CONSTRAINT "a field has a name" CHECK (field <> '')
) STRICT, WITHOUT ROWID;

CREATE TRIGGER patient_link_field_keep BEFORE DELETE ON patient_link_field
BEGIN SELECT RAISE (ABORT, 'a merge is taken back, never deleted'); END;

-- Legal erasure: a physician takes away what says who somebody is, for good. The rows stay, with their dates and what was measured
-- and given; free texts become '[erased]', the sheets' bytes too. patient.erased_at comes first and opens the way for the rest.

CREATE TABLE patient_erasure (
  patient TEXT NOT NULL PRIMARY KEY REFERENCES patient (id),
  reason TEXT NOT NULL,
  legal_basis TEXT NOT NULL,
  role TEXT NOT NULL,
  licence_number TEXT NOT NULL,
  erased_at TEXT NOT NULL,
  erased_zone TEXT NOT NULL,
  erased_by TEXT NOT NULL REFERENCES staff (id),
  CONSTRAINT "an erasure needs a reason" CHECK (trim (reason) <> ''),
  CONSTRAINT "an erasure needs its legal basis" CHECK (trim (legal_basis) <> ''),
  CONSTRAINT "only a physician erases" CHECK (role = 'physician'),
  CONSTRAINT "a moment is UTC" CHECK (erased_at GLOB '????-??-??T??:??:??.??????Z')
) STRICT;

CREATE TRIGGER patient_erasure_by_physician BEFORE INSERT ON patient_erasure
WHEN NOT EXISTS (SELECT 1 FROM staff WHERE id = NEW.erased_by AND role = 'physician' AND active = 1)
BEGIN
  SELECT RAISE (ABORT, 'only a physician who works here erases a record');
END;
CREATE TRIGGER patient_erasure_update BEFORE UPDATE ON patient_erasure
BEGIN SELECT RAISE (ABORT, 'what was erased stays erased'); END;
CREATE TRIGGER patient_erasure_delete BEFORE DELETE ON patient_erasure
BEGIN SELECT RAISE (ABORT, 'what was erased stays erased'); END;

CREATE TRIGGER patient_erased BEFORE UPDATE ON patient
WHEN OLD.erased_at IS NOT NULL AND (NEW.erased_at IS NOT OLD.erased_at OR NEW.birth_date IS NOT NULL
  OR NEW.given_name || NEW.family_name || NEW.other_given_name || NEW.other_family_name || NEW.phone || NEW.second_phone || NEW.email
    || NEW.national_id || NEW.address || NEW.notes <> '')
BEGIN
  SELECT RAISE (ABORT, 'this record was erased');
END;

-- Nothing is added to an erased record.
CREATE TRIGGER screening_erased BEFORE INSERT ON screening
WHEN EXISTS (SELECT 1 FROM patient WHERE id = NEW.patient AND erased_at IS NOT NULL)
BEGIN SELECT RAISE (ABORT, 'this record was erased'); END;
CREATE TRIGGER formula_erased BEFORE INSERT ON formula
WHEN EXISTS (SELECT 1 FROM patient WHERE id = NEW.patient AND erased_at IS NOT NULL)
BEGIN SELECT RAISE (ABORT, 'this record was erased'); END;
CREATE TRIGGER formula_version_erased BEFORE INSERT ON formula_version
WHEN EXISTS (SELECT 1 FROM formula JOIN patient ON patient.id = formula.patient WHERE formula.id = NEW.formula AND erased_at IS NOT NULL)
BEGIN SELECT RAISE (ABORT, 'this record was erased'); END;
CREATE TRIGGER plan_erased BEFORE INSERT ON plan
WHEN EXISTS (SELECT 1 FROM patient WHERE id = NEW.patient AND erased_at IS NOT NULL)
BEGIN SELECT RAISE (ABORT, 'this record was erased'); END;
CREATE TRIGGER treatment_session_erased BEFORE INSERT ON treatment_session
WHEN EXISTS (SELECT 1 FROM patient WHERE id = NEW.patient AND erased_at IS NOT NULL)
BEGIN SELECT RAISE (ABORT, 'this record was erased'); END;
CREATE TRIGGER handout_issue_erased BEFORE INSERT ON handout_issue
WHEN EXISTS (SELECT 1 FROM patient WHERE id = NEW.patient AND erased_at IS NOT NULL)
BEGIN SELECT RAISE (ABORT, 'this record was erased'); END;
CREATE TRIGGER health_item_erased BEFORE INSERT ON health_item
WHEN EXISTS (SELECT 1 FROM patient WHERE id = NEW.patient AND erased_at IS NOT NULL)
BEGIN SELECT RAISE (ABORT, 'this record was erased'); END;
CREATE TRIGGER photo_erased BEFORE INSERT ON photo
WHEN EXISTS (SELECT 1 FROM patient WHERE id = NEW.patient AND erased_at IS NOT NULL)
BEGIN SELECT RAISE (ABORT, 'this record was erased'); END;
CREATE TRIGGER patient_link_erased BEFORE INSERT ON patient_link
WHEN EXISTS (SELECT 1 FROM patient WHERE id IN (NEW.duplicate, NEW.kept) AND erased_at IS NOT NULL)
BEGIN SELECT RAISE (ABORT, 'this record was erased'); END;
CREATE TRIGGER patient_different_erased BEFORE INSERT ON patient_different
WHEN EXISTS (SELECT 1 FROM patient WHERE id IN (NEW.first, NEW.second) AND erased_at IS NOT NULL)
BEGIN SELECT RAISE (ABORT, 'this record was erased'); END;

-- Signed rows stay as they are but for the texts and the birth date of somebody whose record was erased.
DROP TRIGGER screening_update;
CREATE TRIGGER screening_update BEFORE UPDATE ON screening
WHEN NOT EXISTS (SELECT 1 FROM patient WHERE id = OLD.patient AND erased_at IS NOT NULL)
  OR NEW.birth_date IS NOT NULL OR NEW.reason NOT IN ('', '[erased]')
  OR (NEW.id, NEW.patient, NEW.date, NEW.form, NEW.sex, NEW.weight_g, NEW.protocol, NEW.protocol_reviewed, NEW.verdict, NEW.until,
    NEW.amends, NEW.recorded_at, NEW.recorded_zone, NEW.recorded_by)
  IS NOT (OLD.id, OLD.patient, OLD.date, OLD.form, OLD.sex, OLD.weight_g, OLD.protocol, OLD.protocol_reviewed, OLD.verdict, OLD.until,
    OLD.amends, OLD.recorded_at, OLD.recorded_zone, OLD.recorded_by)
BEGIN SELECT RAISE (ABORT, 'a signed screening never changes'); END;

DROP TRIGGER screening_decision_update;
CREATE TRIGGER screening_decision_update BEFORE UPDATE ON screening_decision
WHEN NOT EXISTS (SELECT 1 FROM screening JOIN patient ON patient.id = screening.patient
    WHERE screening.id = OLD.screening AND patient.erased_at IS NOT NULL)
  OR NEW.reason NOT IN ('', '[erased]') OR coalesce (NEW.clearance_from, '[erased]') <> '[erased]'
  OR coalesce (NEW.clearance_document, '[erased]') <> '[erased]'
  OR (NEW.id, NEW.screening, NEW.kind, NEW.rule, NEW.clearance_date, NEW.clearance_expires, NEW.role, NEW.licence_number,
    NEW.decided_at, NEW.decided_zone, NEW.decided_by)
  IS NOT (OLD.id, OLD.screening, OLD.kind, OLD.rule, OLD.clearance_date, OLD.clearance_expires, OLD.role, OLD.licence_number,
    OLD.decided_at, OLD.decided_zone, OLD.decided_by)
BEGIN SELECT RAISE (ABORT, 'a signed decision never changes'); END;

DROP TRIGGER formula_version_update;
CREATE TRIGGER formula_version_update BEFORE UPDATE ON formula_version
WHEN NOT EXISTS (SELECT 1 FROM formula JOIN patient ON patient.id = formula.patient
    WHERE formula.id = OLD.formula AND patient.erased_at IS NOT NULL)
  OR NEW.name NOT IN ('', '[erased]')
  OR (NEW.formula, NEW.version, NEW.screening, NEW.protocol, NEW.sex, NEW.weight_g, NEW.allergies_asked, NEW.diluent, NEW.to_volume,
    NEW.points, NEW.volume_per_point, NEW.dead_space, NEW.ok, NEW.total_volume_ul, NEW.diluent_volume_ul, NEW.created_at,
    NEW.created_zone, NEW.created_by)
  IS NOT (OLD.formula, OLD.version, OLD.screening, OLD.protocol, OLD.sex, OLD.weight_g, OLD.allergies_asked, OLD.diluent, OLD.to_volume,
    OLD.points, OLD.volume_per_point, OLD.dead_space, OLD.ok, OLD.total_volume_ul, OLD.diluent_volume_ul, OLD.created_at,
    OLD.created_zone, OLD.created_by)
BEGIN SELECT RAISE (ABORT, 'a version of a formula never changes'); END;

-- What the check knew of the patient: allergies in their own words.
DROP TRIGGER formula_fact_update;
CREATE TRIGGER formula_fact_update BEFORE UPDATE ON formula_fact
WHEN NOT EXISTS (SELECT 1 FROM formula JOIN patient ON patient.id = formula.patient
    WHERE formula.id = OLD.formula AND patient.erased_at IS NOT NULL)
  OR NEW.value <> '[erased]' OR (NEW.formula, NEW.version, NEW.list, NEW.n) IS NOT (OLD.formula, OLD.version, OLD.list, OLD.n)
BEGIN SELECT RAISE (ABORT, 'a version of a formula never changes'); END;
DROP TRIGGER formula_finding_update;
CREATE TRIGGER formula_finding_update BEFORE UPDATE ON formula_finding
WHEN NOT EXISTS (SELECT 1 FROM formula JOIN patient ON patient.id = formula.patient
    WHERE formula.id = OLD.formula AND patient.erased_at IS NOT NULL)
  OR NEW.message <> '[erased]' OR (NEW.formula, NEW.version, NEW.n, NEW.severity, NEW.code, NEW.source)
  IS NOT (OLD.formula, OLD.version, OLD.n, OLD.severity, OLD.code, OLD.source)
BEGIN SELECT RAISE (ABORT, 'a version of a formula never changes'); END;

DROP TRIGGER treatment_session_update;
CREATE TRIGGER treatment_session_update BEFORE UPDATE ON treatment_session
WHEN NOT EXISTS (SELECT 1 FROM patient WHERE id = OLD.patient AND erased_at IS NOT NULL)
  OR NEW.notes NOT IN ('', '[erased]') OR NEW.reason NOT IN ('', '[erased]')
  OR (NEW.id, NEW.patient, NEW.plan, NEW.session_n, NEW.date, NEW.time, NEW.operator, NEW.operator_role, NEW.operator_licence,
    NEW.physician, NEW.screening, NEW.formula, NEW.formula_version, NEW.points, NEW.volume_ul, NEW.wasted_ul, NEW.pain,
    NEW.systolic_before, NEW.diastolic_before, NEW.systolic_after, NEW.diastolic_after, NEW.amends, NEW.recorded_at,
    NEW.recorded_zone, NEW.recorded_by)
  IS NOT (OLD.id, OLD.patient, OLD.plan, OLD.session_n, OLD.date, OLD.time, OLD.operator, OLD.operator_role, OLD.operator_licence,
    OLD.physician, OLD.screening, OLD.formula, OLD.formula_version, OLD.points, OLD.volume_ul, OLD.wasted_ul, OLD.pain,
    OLD.systolic_before, OLD.diastolic_before, OLD.systolic_after, OLD.diastolic_after, OLD.amends, OLD.recorded_at,
    OLD.recorded_zone, OLD.recorded_by)
BEGIN SELECT RAISE (ABORT, 'a signed session never changes'); END;

DROP TRIGGER session_reaction_update;
CREATE TRIGGER session_reaction_update BEFORE UPDATE ON session_reaction
WHEN NOT EXISTS (SELECT 1 FROM treatment_session JOIN patient ON patient.id = treatment_session.patient
    WHERE treatment_session.id = OLD.session AND patient.erased_at IS NOT NULL)
  OR NEW.note NOT IN ('', '[erased]')
  OR (NEW.session, NEW.n, NEW.term, NEW.grade) IS NOT (OLD.session, OLD.n, OLD.term, OLD.grade)
BEGIN SELECT RAISE (ABORT, 'a signed session never changes'); END;

DROP TRIGGER handout_issue_update;
CREATE TRIGGER handout_issue_update BEFORE UPDATE ON handout_issue
WHEN NOT EXISTS (SELECT 1 FROM patient WHERE id = OLD.patient AND erased_at IS NOT NULL)
  OR NEW.pdf <> CAST ('[erased]' AS BLOB)
  OR (NEW.id, NEW.patient, NEW.kind, NEW.language, NEW.paper, NEW.sheet_date, NEW.sheet_time, NEW.protocol, NEW.formula,
    NEW.formula_version, NEW.plan, NEW.plan_session, NEW.pages, NEW.issued_at, NEW.issued_zone, NEW.issued_by)
  IS NOT (OLD.id, OLD.patient, OLD.kind, OLD.language, OLD.paper, OLD.sheet_date, OLD.sheet_time, OLD.protocol, OLD.formula,
    OLD.formula_version, OLD.plan, OLD.plan_session, OLD.pages, OLD.issued_at, OLD.issued_zone, OLD.issued_by)
BEGIN SELECT RAISE (ABORT, 'a sheet that was handed out never changes'); END;

DROP TRIGGER entered_in_error_update;
CREATE TRIGGER entered_in_error_update BEFORE UPDATE ON entered_in_error
WHEN NEW.reason <> '[erased]'
  OR (NEW.entity, NEW.entity_id, NEW.marked_at, NEW.marked_zone, NEW.marked_by)
  IS NOT (OLD.entity, OLD.entity_id, OLD.marked_at, OLD.marked_zone, OLD.marked_by)
  OR NOT EXISTS (SELECT 1 FROM patient WHERE erased_at IS NOT NULL AND id IN (
    SELECT patient FROM screening WHERE OLD.entity = 'screening' AND id = OLD.entity_id
    UNION ALL SELECT screening.patient FROM screening_decision JOIN screening ON screening.id = screening_decision.screening
      WHERE OLD.entity = 'screening-decision' AND screening_decision.id = OLD.entity_id
    UNION ALL SELECT patient FROM formula WHERE OLD.entity = 'formula' AND id = OLD.entity_id
    UNION ALL SELECT patient FROM handout_issue WHERE OLD.entity = 'handout' AND id = OLD.entity_id
    UNION ALL SELECT patient FROM treatment_session WHERE OLD.entity = 'session' AND id = OLD.entity_id))
BEGIN SELECT RAISE (ABORT, 'a mark of error never changes'); END;

DROP TRIGGER patient_link_end_once;
CREATE TRIGGER patient_link_end_once BEFORE UPDATE ON patient_link
WHEN NEW.id <> OLD.id OR NEW.duplicate <> OLD.duplicate OR NEW.kept <> OLD.kept OR NEW.linked_at <> OLD.linked_at
  OR NEW.linked_by <> OLD.linked_by
  OR NOT (
    (OLD.unlinked_at IS NULL AND NEW.unlinked_at IS NOT NULL AND NEW.reason = OLD.reason)
    OR ((NEW.unlinked_at, NEW.unlinked_by) IS (OLD.unlinked_at, OLD.unlinked_by) AND NEW.reason = '[erased]'
      AND coalesce (NEW.unlink_reason, '[erased]') = '[erased]'
      AND EXISTS (SELECT 1 FROM patient WHERE id IN (OLD.duplicate, OLD.kept) AND erased_at IS NOT NULL)))
BEGIN
  SELECT RAISE (ABORT, 'a merge can only be taken back, and once');
END;
-- Who was erased together stays together.
CREATE TRIGGER patient_link_stays BEFORE UPDATE OF unlinked_at ON patient_link
WHEN OLD.unlinked_at IS NULL AND NEW.unlinked_at IS NOT NULL
  AND EXISTS (SELECT 1 FROM patient WHERE id IN (OLD.duplicate, OLD.kept) AND erased_at IS NOT NULL)
BEGIN
  SELECT RAISE (ABORT, 'this record was erased');
END;

-- A reason may name somebody. It goes once its erasure is recorded; the row keeps its hash, and so the chain holds.
DROP TRIGGER audit_update;
CREATE TRIGGER audit_update BEFORE UPDATE ON audit
WHEN NEW.reason <> '[erased]' OR OLD.action = 'erase'
  OR (NEW.seq, NEW.at_utc, NEW.staff, NEW.action, NEW.entity, NEW.entity_id, NEW.payload_digest, NEW.prev, NEW.hash)
  IS NOT (OLD.seq, OLD.at_utc, OLD.staff, OLD.action, OLD.entity, OLD.entity_id, OLD.payload_digest, OLD.prev, OLD.hash)
  OR NOT EXISTS (SELECT 1 FROM audit erasure WHERE erasure.entity = 'audit' AND erasure.entity_id = CAST (OLD.seq AS TEXT)
    AND erasure.action = 'erase')
BEGIN SELECT RAISE (ABORT, 'the audit never changes'); END;
