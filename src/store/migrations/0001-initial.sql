-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Meso Clinic authors
--
-- Version 1. Landed migrations are never edited: add the next one.
--
-- Days are ISO dates, moments are UTC with microseconds, and the zone of the clinic's clock stands beside them.
-- The names of constraints and the texts of triggers reach people: they finish the sentence "The record was refused: …".
-- A signed record is written children first, header last: children whose header exists are refused, so that nothing
-- can be added to it later; the deferred foreign keys see to it that the header does come.

-- People and settings

CREATE TABLE staff (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  licence_number TEXT NOT NULL,
  active INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  CONSTRAINT "an id is a UUID" CHECK (length (id) = 36),
  CONSTRAINT "a member of staff needs a name" CHECK (trim (name) <> ''),
  CONSTRAINT "a role is physician, nurse or desk" CHECK (role IN ('physician', 'nurse', 'desk')),
  CONSTRAINT "active is 0 or 1" CHECK (active IN (0, 1)),
  CONSTRAINT "a moment is UTC" CHECK (created_at GLOB '????-??-??T??:??:??.??????Z')
) STRICT;

CREATE TRIGGER staff_keep BEFORE DELETE ON staff
BEGIN
  SELECT RAISE (ABORT, 'staff are never deleted, only made inactive');
END;

CREATE TABLE clinic_setting (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL,
  CONSTRAINT "a setting's key is lower-case words with dashes" CHECK (key <> '' AND key NOT GLOB '*[^a-z0-9-]*')
) STRICT;

-- Numbers that are given out once and never again.
CREATE TABLE number_sequence (
  name TEXT NOT NULL PRIMARY KEY,
  next INTEGER NOT NULL,
  CONSTRAINT "a sequence only grows" CHECK (next >= 1)
) STRICT;

CREATE TRIGGER number_sequence_grow BEFORE UPDATE ON number_sequence
WHEN NEW.next <= OLD.next OR NEW.name <> OLD.name
BEGIN
  SELECT RAISE (ABORT, 'a number is never given out twice');
END;

INSERT INTO number_sequence (name, next) VALUES ('file-number', 1);

-- Patients

CREATE TABLE patient (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  file_number TEXT NOT NULL UNIQUE,
  file_number_key TEXT NOT NULL UNIQUE,
  given_name TEXT NOT NULL,
  family_name TEXT NOT NULL,
  sex TEXT NOT NULL,
  birth_date TEXT,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  national_id TEXT NOT NULL,
  language TEXT NOT NULL,
  notes TEXT NOT NULL,
  sort_key BLOB NOT NULL,
  revision INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL REFERENCES staff (id),
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL REFERENCES staff (id),
  erased_at TEXT,
  CONSTRAINT "an id is a UUID" CHECK (length (id) = 36),
  CONSTRAINT "a patient needs a file number" CHECK (file_number <> '' AND file_number_key <> ''),
  CONSTRAINT "a patient needs a name" CHECK (trim (given_name) <> '' OR trim (family_name) <> '' OR erased_at IS NOT NULL),
  CONSTRAINT "sex is female, male, other or unknown" CHECK (sex IN ('female', 'male', 'other', 'unknown')),
  CONSTRAINT "a birth date is a day" CHECK (birth_date IS NULL OR birth_date IS date (birth_date)),
  CONSTRAINT "a language is a short code" CHECK (length (language) <= 8),
  CONSTRAINT "a revision counts from 1" CHECK (revision >= 1),
  CONSTRAINT "a moment is UTC" CHECK (created_at GLOB '????-??-??T??:??:??.??????Z'
    AND updated_at GLOB '????-??-??T??:??:??.??????Z'
    AND (erased_at IS NULL OR erased_at GLOB '????-??-??T??:??:??.??????Z'))
) STRICT;

CREATE INDEX patient_by_name ON patient (sort_key, file_number);

CREATE TRIGGER patient_keep BEFORE DELETE ON patient
BEGIN
  SELECT RAISE (ABORT, 'a patient''s record is never deleted');
END;

CREATE TRIGGER patient_identity BEFORE UPDATE ON patient
WHEN NEW.id <> OLD.id OR NEW.number <> OLD.number OR NEW.created_at <> OLD.created_at OR NEW.created_by <> OLD.created_by
  OR NEW.revision < OLD.revision
BEGIN
  SELECT RAISE (ABORT, 'who a record is about never changes');
END;

-- Folded words; rowid is patient.number. digits: every end of three digits or more of the phone and the ID, so that
-- the beginning of a word there is any part of the number.
CREATE VIRTUAL TABLE patient_search USING fts5 (
  name, other, digits,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* Co'",
  prefix = '1 2 3', detail = column
);
INSERT INTO patient_search (patient_search, rank) VALUES ('secure-delete', 1);

-- Two records that are one person: duplicate points to kept. Reversible: the row is ended, never removed.
CREATE TABLE patient_link (
  id TEXT NOT NULL PRIMARY KEY,
  duplicate TEXT NOT NULL REFERENCES patient (id),
  kept TEXT NOT NULL REFERENCES patient (id),
  reason TEXT NOT NULL,
  linked_at TEXT NOT NULL,
  linked_by TEXT NOT NULL REFERENCES staff (id),
  unlinked_at TEXT,
  unlinked_by TEXT REFERENCES staff (id),
  unlink_reason TEXT,
  CONSTRAINT "an id is a UUID" CHECK (length (id) = 36),
  CONSTRAINT "a record can't be merged into itself" CHECK (duplicate <> kept),
  CONSTRAINT "merging needs a reason" CHECK (trim (reason) <> ''),
  CONSTRAINT "taking a merge back needs who, when and why" CHECK (
    (unlinked_at IS NULL AND unlinked_by IS NULL AND unlink_reason IS NULL)
    OR (unlinked_at IS NOT NULL AND unlinked_by IS NOT NULL AND trim (unlink_reason) <> ''))
) STRICT;

CREATE UNIQUE INDEX patient_link_active ON patient_link (duplicate) WHERE unlinked_at IS NULL;
CREATE INDEX patient_link_kept ON patient_link (kept);

CREATE TRIGGER patient_link_no_circle BEFORE INSERT ON patient_link
WHEN EXISTS (SELECT 1 FROM patient_link WHERE duplicate = NEW.kept AND unlinked_at IS NULL)
BEGIN
  SELECT RAISE (ABORT, 'the record to keep has itself been merged into another');
END;

CREATE TRIGGER patient_link_end_once BEFORE UPDATE ON patient_link
WHEN OLD.unlinked_at IS NOT NULL OR NEW.unlinked_at IS NULL OR NEW.id <> OLD.id OR NEW.duplicate <> OLD.duplicate
  OR NEW.kept <> OLD.kept OR NEW.reason <> OLD.reason OR NEW.linked_at <> OLD.linked_at OR NEW.linked_by <> OLD.linked_by
BEGIN
  SELECT RAISE (ABORT, 'a merge can only be taken back, and once');
END;

CREATE TRIGGER patient_link_keep BEFORE DELETE ON patient_link
BEGIN
  SELECT RAISE (ABORT, 'a merge is taken back, never deleted');
END;

-- The clinical content of the time, so that an old verdict can be evaluated again

CREATE TABLE protocol_document (
  protocol TEXT NOT NULL REFERENCES protocol_archive (hash) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (protocol, name),
  CONSTRAINT "a document needs a name" CHECK (name <> '')
) STRICT;

CREATE TABLE protocol_archive (
  hash TEXT NOT NULL PRIMARY KEY,
  version TEXT NOT NULL,
  archived_at TEXT NOT NULL,
  CONSTRAINT "a hash is 64 hexadecimal digits" CHECK (length (hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
  CONSTRAINT "a moment is UTC" CHECK (archived_at GLOB '????-??-??T??:??:??.??????Z')
) STRICT;

CREATE TRIGGER protocol_document_sealed BEFORE INSERT ON protocol_document
WHEN EXISTS (SELECT 1 FROM protocol_archive WHERE hash = NEW.protocol)
BEGIN
  SELECT RAISE (ABORT, 'archived content never changes');
END;
CREATE TRIGGER protocol_document_update BEFORE UPDATE ON protocol_document
BEGIN SELECT RAISE (ABORT, 'archived content never changes'); END;
CREATE TRIGGER protocol_document_delete BEFORE DELETE ON protocol_document
BEGIN SELECT RAISE (ABORT, 'archived content is never deleted'); END;
CREATE TRIGGER protocol_archive_update BEFORE UPDATE ON protocol_archive
BEGIN SELECT RAISE (ABORT, 'archived content never changes'); END;
CREATE TRIGGER protocol_archive_delete BEFORE DELETE ON protocol_archive
BEGIN SELECT RAISE (ABORT, 'archived content is never deleted'); END;

-- Screenings: the answers with what was known, the verdict as it was given; signed when stored

CREATE TABLE screening_answer (
  screening TEXT NOT NULL REFERENCES screening (id) DEFERRABLE INITIALLY DEFERRED,
  question TEXT NOT NULL,
  kind TEXT NOT NULL,
  date TEXT,
  milli INTEGER,
  choice TEXT,
  PRIMARY KEY (screening, question),
  CONSTRAINT "an answer is one of its kind" CHECK (
    (kind IN ('no', 'yes', 'unknown') AND date IS NULL AND milli IS NULL AND choice IS NULL)
    OR (kind = 'date' AND date IS NOT NULL AND date IS date (date) AND milli IS NULL AND choice IS NULL)
    OR (kind = 'number' AND milli IS NOT NULL AND date IS NULL AND choice IS NULL)
    OR (kind = 'choice' AND choice <> '' AND date IS NULL AND milli IS NULL))
) STRICT;

CREATE TABLE screening_finding (
  screening TEXT NOT NULL REFERENCES screening (id) DEFERRABLE INITIALLY DEFERRED,
  n INTEGER NOT NULL,
  rule TEXT NOT NULL,
  outcome TEXT NOT NULL,
  until TEXT,
  ingredient TEXT,
  source TEXT NOT NULL,
  overridable INTEGER NOT NULL,
  PRIMARY KEY (screening, n),
  CONSTRAINT "an outcome is a known one" CHECK (outcome IN ('exclude', 'caution', 'clearance', 'defer', 'incomplete', 'block')),
  CONSTRAINT "only a defer has a day" CHECK (until IS NULL OR (outcome = 'defer' AND until IS date (until))),
  CONSTRAINT "a block can't be overridden" CHECK (overridable = 0 OR (overridable = 1 AND outcome <> 'block')),
  CONSTRAINT "an exclusion names its ingredient" CHECK (outcome <> 'exclude' OR ingredient <> '')
) STRICT;

-- The sentences as they were shown, in each language there was.
CREATE TABLE screening_finding_text (
  screening TEXT NOT NULL,
  n INTEGER NOT NULL,
  language TEXT NOT NULL,
  reason TEXT NOT NULL,
  advice TEXT NOT NULL,
  PRIMARY KEY (screening, n, language),
  FOREIGN KEY (screening, n) REFERENCES screening_finding (screening, n) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE screening_missing (
  screening TEXT NOT NULL REFERENCES screening (id) DEFERRABLE INITIALLY DEFERRED,
  n INTEGER NOT NULL,
  question TEXT NOT NULL,
  why TEXT NOT NULL,
  PRIMARY KEY (screening, n),
  CONSTRAINT "what is missing has a known reason" CHECK (why IN ('not-asked', 'unknown', 'contradiction'))
) STRICT;

CREATE TABLE screening_list (
  screening TEXT NOT NULL REFERENCES screening (id) DEFERRABLE INITIALLY DEFERRED,
  list TEXT NOT NULL,
  n INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (screening, list, n),
  CONSTRAINT "a verdict's list is a known one" CHECK (list IN ('excluded', 'cleared', 'indication'))
) STRICT;

CREATE TABLE screening (
  id TEXT NOT NULL PRIMARY KEY,
  patient TEXT NOT NULL REFERENCES patient (id),
  date TEXT NOT NULL,
  form TEXT NOT NULL,
  sex TEXT NOT NULL,
  birth_date TEXT,
  weight_g INTEGER,
  protocol TEXT NOT NULL REFERENCES protocol_archive (hash),
  protocol_reviewed INTEGER NOT NULL,
  verdict TEXT NOT NULL,
  until TEXT,
  amends TEXT UNIQUE REFERENCES screening (id),
  reason TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  recorded_zone TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES staff (id),
  CONSTRAINT "an id is a UUID" CHECK (length (id) = 36),
  CONSTRAINT "a screening has a day" CHECK (date IS date (date)),
  CONSTRAINT "a form is full or short" CHECK (form IN ('full', 'short')),
  CONSTRAINT "sex is female, male, other or unknown" CHECK (sex IN ('female', 'male', 'other', 'unknown')),
  CONSTRAINT "a birth date is a day" CHECK (birth_date IS NULL OR birth_date IS date (birth_date)),
  CONSTRAINT "a weight is above zero" CHECK (weight_g IS NULL OR weight_g > 0),
  CONSTRAINT "reviewed is 0 or 1" CHECK (protocol_reviewed IN (0, 1)),
  CONSTRAINT "a verdict is a known one" CHECK (verdict IN ('suitable', 'caution', 'clearance', 'defer', 'incomplete', 'block')),
  CONSTRAINT "only a defer has a day" CHECK (until IS NULL OR (verdict = 'defer' AND until IS date (until))),
  CONSTRAINT "an amendment needs a reason" CHECK (amends IS NULL OR trim (reason) <> ''),
  CONSTRAINT "a moment is UTC" CHECK (recorded_at GLOB '????-??-??T??:??:??.??????Z')
) STRICT;

CREATE INDEX screening_by_patient ON screening (patient, date, recorded_at);

CREATE TRIGGER screening_agrees BEFORE INSERT ON screening
WHEN NEW.verdict <> 'block' AND EXISTS (SELECT 1 FROM screening_finding WHERE screening = NEW.id AND outcome = 'block')
BEGIN
  SELECT RAISE (ABORT, 'a finding that blocks makes the verdict a block');
END;
CREATE TRIGGER screening_complete BEFORE INSERT ON screening
WHEN NEW.verdict NOT IN ('block', 'incomplete') AND EXISTS (SELECT 1 FROM screening_missing WHERE screening = NEW.id)
BEGIN
  SELECT RAISE (ABORT, 'a verdict with something missing is incomplete');
END;
CREATE TRIGGER screening_amends_own BEFORE INSERT ON screening
WHEN NEW.amends IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM screening WHERE id = NEW.amends AND patient = NEW.patient)
BEGIN
  SELECT RAISE (ABORT, 'a screening can only amend one of the same patient');
END;

CREATE TRIGGER screening_answer_sealed BEFORE INSERT ON screening_answer
WHEN EXISTS (SELECT 1 FROM screening WHERE id = NEW.screening)
BEGIN SELECT RAISE (ABORT, 'a signed screening never changes'); END;
CREATE TRIGGER screening_finding_sealed BEFORE INSERT ON screening_finding
WHEN EXISTS (SELECT 1 FROM screening WHERE id = NEW.screening)
BEGIN SELECT RAISE (ABORT, 'a signed screening never changes'); END;
CREATE TRIGGER screening_finding_text_sealed BEFORE INSERT ON screening_finding_text
WHEN EXISTS (SELECT 1 FROM screening WHERE id = NEW.screening)
BEGIN SELECT RAISE (ABORT, 'a signed screening never changes'); END;
CREATE TRIGGER screening_missing_sealed BEFORE INSERT ON screening_missing
WHEN EXISTS (SELECT 1 FROM screening WHERE id = NEW.screening)
BEGIN SELECT RAISE (ABORT, 'a signed screening never changes'); END;
CREATE TRIGGER screening_list_sealed BEFORE INSERT ON screening_list
WHEN EXISTS (SELECT 1 FROM screening WHERE id = NEW.screening)
BEGIN SELECT RAISE (ABORT, 'a signed screening never changes'); END;

CREATE TRIGGER screening_update BEFORE UPDATE ON screening
BEGIN SELECT RAISE (ABORT, 'a signed screening never changes'); END;
CREATE TRIGGER screening_delete BEFORE DELETE ON screening
BEGIN SELECT RAISE (ABORT, 'a signed screening is never deleted'); END;
CREATE TRIGGER screening_answer_update BEFORE UPDATE ON screening_answer
BEGIN SELECT RAISE (ABORT, 'a signed screening never changes'); END;
CREATE TRIGGER screening_answer_delete BEFORE DELETE ON screening_answer
BEGIN SELECT RAISE (ABORT, 'a signed screening is never deleted'); END;
CREATE TRIGGER screening_finding_update BEFORE UPDATE ON screening_finding
BEGIN SELECT RAISE (ABORT, 'a signed screening never changes'); END;
CREATE TRIGGER screening_finding_delete BEFORE DELETE ON screening_finding
BEGIN SELECT RAISE (ABORT, 'a signed screening is never deleted'); END;
CREATE TRIGGER screening_finding_text_update BEFORE UPDATE ON screening_finding_text
BEGIN SELECT RAISE (ABORT, 'a signed screening never changes'); END;
CREATE TRIGGER screening_finding_text_delete BEFORE DELETE ON screening_finding_text
BEGIN SELECT RAISE (ABORT, 'a signed screening is never deleted'); END;
CREATE TRIGGER screening_missing_update BEFORE UPDATE ON screening_missing
BEGIN SELECT RAISE (ABORT, 'a signed screening never changes'); END;
CREATE TRIGGER screening_missing_delete BEFORE DELETE ON screening_missing
BEGIN SELECT RAISE (ABORT, 'a signed screening is never deleted'); END;
CREATE TRIGGER screening_list_update BEFORE UPDATE ON screening_list
BEGIN SELECT RAISE (ABORT, 'a signed screening never changes'); END;
CREATE TRIGGER screening_list_delete BEFORE DELETE ON screening_list
BEGIN SELECT RAISE (ABORT, 'a signed screening is never deleted'); END;

-- What a physician decided about a verdict. role is the role at that moment: it may change later, this doesn't.
CREATE TABLE screening_decision (
  id TEXT NOT NULL PRIMARY KEY,
  screening TEXT NOT NULL REFERENCES screening (id),
  kind TEXT NOT NULL,
  rule TEXT,
  reason TEXT NOT NULL,
  clearance_from TEXT,
  clearance_document TEXT,
  clearance_date TEXT,
  clearance_expires TEXT,
  role TEXT NOT NULL,
  licence_number TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  decided_zone TEXT NOT NULL,
  decided_by TEXT NOT NULL REFERENCES staff (id),
  CONSTRAINT "an id is a UUID" CHECK (length (id) = 36),
  CONSTRAINT "a decision is a known one" CHECK (kind IN ('sign', 'override', 'clearance', 'wait')),
  CONSTRAINT "only a physician decides" CHECK (role = 'physician'),
  CONSTRAINT "an override needs a reason" CHECK (kind <> 'override' OR trim (reason) <> ''),
  CONSTRAINT "a clearance needs who gave it, the document and its date" CHECK (
    (kind = 'clearance' AND trim (clearance_from) <> '' AND trim (clearance_document) <> '' AND clearance_from IS NOT NULL
      AND clearance_document IS NOT NULL AND clearance_date IS NOT NULL AND clearance_date IS date (clearance_date))
    OR (kind <> 'clearance' AND clearance_from IS NULL AND clearance_document IS NULL AND clearance_date IS NULL
      AND clearance_expires IS NULL)),
  CONSTRAINT "a clearance expires after its date" CHECK (clearance_expires IS NULL
    OR (clearance_expires IS date (clearance_expires) AND clearance_expires > clearance_date)),
  CONSTRAINT "a moment is UTC" CHECK (decided_at GLOB '????-??-??T??:??:??.??????Z')
) STRICT;

CREATE INDEX screening_decision_by_screening ON screening_decision (screening, decided_at);

CREATE TRIGGER screening_decision_by_physician BEFORE INSERT ON screening_decision
WHEN NOT EXISTS (SELECT 1 FROM staff WHERE id = NEW.decided_by AND role = 'physician' AND active = 1)
BEGIN
  SELECT RAISE (ABORT, 'only a physician who works here decides about a verdict');
END;
CREATE TRIGGER screening_decision_block BEFORE INSERT ON screening_decision
WHEN NEW.kind <> 'wait' AND EXISTS (SELECT 1 FROM screening WHERE id = NEW.screening AND verdict = 'block')
BEGIN
  SELECT RAISE (ABORT, 'nothing overrides a block; screen again when the fact has changed');
END;
CREATE TRIGGER screening_decision_incomplete BEFORE INSERT ON screening_decision
WHEN NEW.kind IN ('sign', 'override') AND EXISTS (SELECT 1 FROM screening WHERE id = NEW.screening AND verdict = 'incomplete')
BEGIN
  SELECT RAISE (ABORT, 'an incomplete screening can''t be decided; answer what is missing');
END;
CREATE TRIGGER screening_decision_finding BEFORE INSERT ON screening_decision
WHEN NEW.rule IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM screening_finding WHERE screening = NEW.screening AND rule = NEW.rule)
BEGIN
  SELECT RAISE (ABORT, 'the screening has no such finding');
END;
CREATE TRIGGER screening_decision_overridable BEFORE INSERT ON screening_decision
WHEN NEW.kind = 'override' AND EXISTS (
  SELECT 1 FROM screening_finding WHERE screening = NEW.screening AND (NEW.rule IS NULL OR rule = NEW.rule)
    AND outcome IN ('block', 'defer', 'clearance', 'incomplete') AND overridable = 0)
BEGIN
  SELECT RAISE (ABORT, 'this finding can''t be overridden');
END;
CREATE TRIGGER screening_decision_sign BEFORE INSERT ON screening_decision
WHEN NEW.kind = 'sign' AND trim (NEW.reason) = ''
  AND EXISTS (SELECT 1 FROM screening WHERE id = NEW.screening AND verdict <> 'suitable')
BEGIN
  SELECT RAISE (ABORT, 'only a suitable verdict is signed without a reason');
END;
CREATE TRIGGER screening_decision_sign_open BEFORE INSERT ON screening_decision
WHEN NEW.kind = 'sign'
  AND EXISTS (SELECT 1 FROM screening WHERE id = NEW.screening AND verdict IN ('defer', 'clearance'))
  AND NOT EXISTS (SELECT 1 FROM screening_decision WHERE screening = NEW.screening AND kind IN ('override', 'clearance'))
BEGIN
  SELECT RAISE (ABORT, 'this verdict needs a clearance or an override before it is signed');
END;
CREATE TRIGGER screening_decision_error BEFORE INSERT ON screening_decision
WHEN EXISTS (SELECT 1 FROM entered_in_error WHERE entity = 'screening' AND entity_id = NEW.screening)
  OR EXISTS (SELECT 1 FROM screening WHERE amends = NEW.screening)
BEGIN
  SELECT RAISE (ABORT, 'this screening was amended or entered in error');
END;
CREATE TRIGGER screening_decision_update BEFORE UPDATE ON screening_decision
BEGIN SELECT RAISE (ABORT, 'a signed decision never changes'); END;
CREATE TRIGGER screening_decision_delete BEFORE DELETE ON screening_decision
BEGIN SELECT RAISE (ABORT, 'a signed decision is never deleted'); END;

-- Formulas: a recipe, its versions as typed, and what followed from them

CREATE TABLE formula (
  id TEXT NOT NULL PRIMARY KEY,
  patient TEXT REFERENCES patient (id),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL REFERENCES staff (id),
  CONSTRAINT "an id is a UUID" CHECK (length (id) = 36),
  CONSTRAINT "a moment is UTC" CHECK (created_at GLOB '????-??-??T??:??:??.??????Z')
) STRICT;

CREATE INDEX formula_by_patient ON formula (patient, created_at);

CREATE TABLE formula_item (
  formula TEXT NOT NULL,
  version INTEGER NOT NULL,
  n INTEGER NOT NULL,
  ingredient TEXT,
  product TEXT,
  strength TEXT,
  volume TEXT,
  amount TEXT,
  PRIMARY KEY (formula, version, n),
  FOREIGN KEY (formula, version) REFERENCES formula_version (formula, version) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT "an item is an ingredient or a product" CHECK ((ingredient IS NULL) <> (product IS NULL)),
  CONSTRAINT "an item has a volume or an amount" CHECK ((volume IS NULL) <> (amount IS NULL)),
  CONSTRAINT "an ingredient has a strength, a product brings its own" CHECK ((ingredient IS NULL) = (strength IS NULL))
) STRICT;

CREATE TABLE formula_line (
  formula TEXT NOT NULL,
  version INTEGER NOT NULL,
  n INTEGER NOT NULL,
  ingredient TEXT NOT NULL,
  product TEXT,
  volume_ul INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  dimension TEXT NOT NULL,
  exact INTEGER NOT NULL,
  final_per_ml INTEGER NOT NULL,
  PRIMARY KEY (formula, version, n),
  FOREIGN KEY (formula, version) REFERENCES formula_version (formula, version) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT "amounts are never negative" CHECK (volume_ul >= 0 AND amount >= 0 AND final_per_ml >= 0),
  CONSTRAINT "an amount is a mass or an activity" CHECK (dimension IN ('mass', 'activity')),
  CONSTRAINT "exact is 0 or 1" CHECK (exact IN (0, 1))
) STRICT;

CREATE TABLE formula_finding (
  formula TEXT NOT NULL,
  version INTEGER NOT NULL,
  n INTEGER NOT NULL,
  severity TEXT NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (formula, version, n),
  FOREIGN KEY (formula, version) REFERENCES formula_version (formula, version) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT "a severity is block, warn or info" CHECK (severity IN ('block', 'warn', 'info'))
) STRICT;

CREATE TABLE formula_finding_ingredient (
  formula TEXT NOT NULL,
  version INTEGER NOT NULL,
  finding INTEGER NOT NULL,
  n INTEGER NOT NULL,
  ingredient TEXT NOT NULL,
  PRIMARY KEY (formula, version, finding, n),
  FOREIGN KEY (formula, version, finding) REFERENCES formula_finding (formula, version, n) DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- What the check knew of the patient.
CREATE TABLE formula_fact (
  formula TEXT NOT NULL,
  version INTEGER NOT NULL,
  list TEXT NOT NULL,
  n INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (formula, version, list, n),
  FOREIGN KEY (formula, version) REFERENCES formula_version (formula, version) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT "a formula's list is a known one" CHECK (list IN ('allergy', 'excluded'))
) STRICT;

CREATE TABLE formula_version (
  formula TEXT NOT NULL REFERENCES formula (id),
  version INTEGER NOT NULL,
  name TEXT NOT NULL,
  screening TEXT REFERENCES screening (id),
  protocol TEXT NOT NULL REFERENCES protocol_archive (hash),
  sex TEXT NOT NULL,
  weight_g INTEGER,
  allergies_asked INTEGER NOT NULL,
  diluent TEXT,
  to_volume TEXT,
  points INTEGER NOT NULL,
  volume_per_point TEXT,
  dead_space TEXT,
  ok INTEGER NOT NULL,
  total_volume_ul INTEGER NOT NULL,
  diluent_volume_ul INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_zone TEXT NOT NULL,
  created_by TEXT NOT NULL REFERENCES staff (id),
  PRIMARY KEY (formula, version),
  CONSTRAINT "sex is female, male, other or unknown" CHECK (sex IN ('female', 'male', 'other', 'unknown')),
  CONSTRAINT "a weight is above zero" CHECK (weight_g IS NULL OR weight_g > 0),
  CONSTRAINT "asked is 0 or 1" CHECK (allergies_asked IN (0, 1)),
  CONSTRAINT "points are never negative" CHECK (points >= 0),
  CONSTRAINT "ok is 0 or 1" CHECK (ok IN (0, 1)),
  CONSTRAINT "volumes are never negative" CHECK (total_volume_ul >= 0 AND diluent_volume_ul >= 0),
  CONSTRAINT "a moment is UTC" CHECK (created_at GLOB '????-??-??T??:??:??.??????Z')
) STRICT;

CREATE TRIGGER formula_version_next BEFORE INSERT ON formula_version
WHEN NEW.version <> 1 + (SELECT coalesce (max (version), 0) FROM formula_version WHERE formula = NEW.formula)
BEGIN
  SELECT RAISE (ABORT, 'versions of a formula follow one another');
END;
CREATE TRIGGER formula_version_ok BEFORE INSERT ON formula_version
WHEN NEW.ok = 1 AND EXISTS (
  SELECT 1 FROM formula_finding WHERE formula = NEW.formula AND version = NEW.version AND severity = 'block')
BEGIN
  SELECT RAISE (ABORT, 'a formula with a block isn''t ok');
END;
CREATE TRIGGER formula_version_screening BEFORE INSERT ON formula_version
WHEN NEW.screening IS NOT NULL AND (SELECT patient FROM screening WHERE id = NEW.screening)
  IS NOT (SELECT patient FROM formula WHERE id = NEW.formula)
BEGIN
  SELECT RAISE (ABORT, 'the screening is another patient''s');
END;

CREATE TRIGGER formula_item_sealed BEFORE INSERT ON formula_item
WHEN EXISTS (SELECT 1 FROM formula_version WHERE formula = NEW.formula AND version = NEW.version)
BEGIN SELECT RAISE (ABORT, 'a version of a formula never changes'); END;
CREATE TRIGGER formula_line_sealed BEFORE INSERT ON formula_line
WHEN EXISTS (SELECT 1 FROM formula_version WHERE formula = NEW.formula AND version = NEW.version)
BEGIN SELECT RAISE (ABORT, 'a version of a formula never changes'); END;
CREATE TRIGGER formula_finding_sealed BEFORE INSERT ON formula_finding
WHEN EXISTS (SELECT 1 FROM formula_version WHERE formula = NEW.formula AND version = NEW.version)
BEGIN SELECT RAISE (ABORT, 'a version of a formula never changes'); END;
CREATE TRIGGER formula_finding_ingredient_sealed BEFORE INSERT ON formula_finding_ingredient
WHEN EXISTS (SELECT 1 FROM formula_version WHERE formula = NEW.formula AND version = NEW.version)
BEGIN SELECT RAISE (ABORT, 'a version of a formula never changes'); END;
CREATE TRIGGER formula_fact_sealed BEFORE INSERT ON formula_fact
WHEN EXISTS (SELECT 1 FROM formula_version WHERE formula = NEW.formula AND version = NEW.version)
BEGIN SELECT RAISE (ABORT, 'a version of a formula never changes'); END;

CREATE TRIGGER formula_update BEFORE UPDATE ON formula
BEGIN SELECT RAISE (ABORT, 'a formula changes by a new version'); END;
CREATE TRIGGER formula_delete BEFORE DELETE ON formula
BEGIN SELECT RAISE (ABORT, 'a formula is never deleted'); END;
CREATE TRIGGER formula_version_update BEFORE UPDATE ON formula_version
BEGIN SELECT RAISE (ABORT, 'a version of a formula never changes'); END;
CREATE TRIGGER formula_version_delete BEFORE DELETE ON formula_version
BEGIN SELECT RAISE (ABORT, 'a version of a formula is never deleted'); END;
CREATE TRIGGER formula_item_update BEFORE UPDATE ON formula_item
BEGIN SELECT RAISE (ABORT, 'a version of a formula never changes'); END;
CREATE TRIGGER formula_item_delete BEFORE DELETE ON formula_item
BEGIN SELECT RAISE (ABORT, 'a version of a formula is never deleted'); END;
CREATE TRIGGER formula_line_update BEFORE UPDATE ON formula_line
BEGIN SELECT RAISE (ABORT, 'a version of a formula never changes'); END;
CREATE TRIGGER formula_line_delete BEFORE DELETE ON formula_line
BEGIN SELECT RAISE (ABORT, 'a version of a formula is never deleted'); END;
CREATE TRIGGER formula_finding_update BEFORE UPDATE ON formula_finding
BEGIN SELECT RAISE (ABORT, 'a version of a formula never changes'); END;
CREATE TRIGGER formula_finding_delete BEFORE DELETE ON formula_finding
BEGIN SELECT RAISE (ABORT, 'a version of a formula is never deleted'); END;
CREATE TRIGGER formula_finding_ingredient_update BEFORE UPDATE ON formula_finding_ingredient
BEGIN SELECT RAISE (ABORT, 'a version of a formula never changes'); END;
CREATE TRIGGER formula_finding_ingredient_delete BEFORE DELETE ON formula_finding_ingredient
BEGIN SELECT RAISE (ABORT, 'a version of a formula is never deleted'); END;
CREATE TRIGGER formula_fact_update BEFORE UPDATE ON formula_fact
BEGIN SELECT RAISE (ABORT, 'a version of a formula never changes'); END;
CREATE TRIGGER formula_fact_delete BEFORE DELETE ON formula_fact
BEGIN SELECT RAISE (ABORT, 'a version of a formula is never deleted'); END;

-- Plans: appointments, so they move; every move is in the audit

CREATE TABLE plan (
  id TEXT NOT NULL PRIMARY KEY,
  patient TEXT NOT NULL REFERENCES patient (id),
  template TEXT NOT NULL,
  status TEXT NOT NULL,
  status_reason TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_zone TEXT NOT NULL,
  created_by TEXT NOT NULL REFERENCES staff (id),
  CONSTRAINT "an id is a UUID" CHECK (length (id) = 36),
  CONSTRAINT "a plan is of a template" CHECK (template <> ''),
  CONSTRAINT "a plan's state is a known one" CHECK (status IN ('active', 'suspended', 'finished', 'stopped')),
  CONSTRAINT "suspending or stopping a plan needs a reason" CHECK (status NOT IN ('suspended', 'stopped') OR trim (status_reason) <> ''),
  CONSTRAINT "a moment is UTC" CHECK (created_at GLOB '????-??-??T??:??:??.??????Z')
) STRICT;

CREATE INDEX plan_by_patient ON plan (patient, created_at);

CREATE TABLE plan_session (
  plan TEXT NOT NULL REFERENCES plan (id),
  n INTEGER NOT NULL,
  date TEXT NOT NULL,
  time TEXT,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (plan, n),
  CONSTRAINT "sessions count from 1" CHECK (n >= 1),
  CONSTRAINT "a session has a day" CHECK (date IS date (date)),
  CONSTRAINT "a time is HH:MM" CHECK (time IS NULL OR (time IS strftime ('%H:%M', time) AND length (time) = 5)),
  CONSTRAINT "a session's kind is a known one" CHECK (kind IN ('treatment', 'maintenance', 'check')),
  CONSTRAINT "a session's state is a known one" CHECK (status IN ('planned', 'done', 'missed', 'cancelled')),
  CONSTRAINT "a cancelled session needs a reason" CHECK (status <> 'cancelled' OR trim (reason) <> '')
) STRICT;

CREATE INDEX plan_session_by_date ON plan_session (date, status);

CREATE TRIGGER plan_keep BEFORE DELETE ON plan
BEGIN SELECT RAISE (ABORT, 'a plan is stopped, never deleted'); END;
CREATE TRIGGER plan_session_keep BEFORE DELETE ON plan_session
BEGIN SELECT RAISE (ABORT, 'a session is cancelled, never deleted'); END;
CREATE TRIGGER plan_identity BEFORE UPDATE ON plan
WHEN NEW.id <> OLD.id OR NEW.patient <> OLD.patient OR NEW.template <> OLD.template OR NEW.created_at <> OLD.created_at
  OR NEW.created_by <> OLD.created_by
BEGIN
  SELECT RAISE (ABORT, 'whose plan it is never changes');
END;
CREATE TRIGGER plan_session_identity BEFORE UPDATE ON plan_session
WHEN NEW.plan <> OLD.plan OR NEW.n <> OLD.n
BEGIN
  SELECT RAISE (ABORT, 'which session it is never changes');
END;
CREATE TRIGGER plan_session_move BEFORE UPDATE ON plan_session
WHEN (NEW.date <> OLD.date OR NEW.time IS NOT OLD.time) AND OLD.status <> 'planned'
BEGIN
  SELECT RAISE (ABORT, 'only a session that is still planned can be moved');
END;

-- What was handed out, exactly as printed

CREATE TABLE handout_issue (
  id TEXT NOT NULL PRIMARY KEY,
  patient TEXT NOT NULL REFERENCES patient (id),
  kind TEXT NOT NULL,
  language TEXT NOT NULL,
  paper TEXT NOT NULL,
  sheet_date TEXT NOT NULL,
  sheet_time TEXT,
  protocol TEXT REFERENCES protocol_archive (hash),
  formula TEXT,
  formula_version INTEGER,
  plan TEXT,
  plan_session INTEGER,
  pages INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  issued_at TEXT NOT NULL,
  issued_zone TEXT NOT NULL,
  issued_by TEXT NOT NULL REFERENCES staff (id),
  pdf BLOB NOT NULL,
  FOREIGN KEY (formula, formula_version) REFERENCES formula_version (formula, version),
  FOREIGN KEY (plan, plan_session) REFERENCES plan_session (plan, n),
  FOREIGN KEY (plan) REFERENCES plan (id),
  CONSTRAINT "an id is a UUID" CHECK (length (id) = 36),
  CONSTRAINT "a sheet has a kind, a language and a paper" CHECK (kind <> '' AND language <> '' AND paper <> ''),
  CONSTRAINT "a sheet has a day" CHECK (sheet_date IS date (sheet_date)),
  CONSTRAINT "a time is HH:MM" CHECK (sheet_time IS NULL OR (sheet_time IS strftime ('%H:%M', sheet_time) AND length (sheet_time) = 5)),
  CONSTRAINT "a formula comes with its version" CHECK ((formula IS NULL) = (formula_version IS NULL)),
  CONSTRAINT "a session belongs to a plan" CHECK (plan IS NOT NULL OR plan_session IS NULL),
  CONSTRAINT "a sheet has pages" CHECK (pages >= 1),
  CONSTRAINT "a sheet is kept as printed" CHECK (length (pdf) > 0),
  CONSTRAINT "a hash is 64 hexadecimal digits" CHECK (length (sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  CONSTRAINT "a moment is UTC" CHECK (issued_at GLOB '????-??-??T??:??:??.??????Z')
) STRICT;

CREATE INDEX handout_issue_by_patient ON handout_issue (patient, issued_at);

CREATE TRIGGER handout_issue_update BEFORE UPDATE ON handout_issue
BEGIN SELECT RAISE (ABORT, 'a sheet that was handed out never changes'); END;
CREATE TRIGGER handout_issue_delete BEFORE DELETE ON handout_issue
BEGIN SELECT RAISE (ABORT, 'a sheet that was handed out is never deleted'); END;

-- Signed rows that should not have been. They stay, with this beside them.

CREATE TABLE entered_in_error (
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  marked_at TEXT NOT NULL,
  marked_zone TEXT NOT NULL,
  marked_by TEXT NOT NULL REFERENCES staff (id),
  PRIMARY KEY (entity, entity_id),
  CONSTRAINT "only signed records are marked" CHECK (entity IN ('screening', 'screening-decision', 'formula', 'handout')),
  CONSTRAINT "marking an error needs a reason" CHECK (trim (reason) <> ''),
  CONSTRAINT "a moment is UTC" CHECK (marked_at GLOB '????-??-??T??:??:??.??????Z')
) STRICT;

CREATE TRIGGER entered_in_error_exists BEFORE INSERT ON entered_in_error
WHEN NOT EXISTS (SELECT 1 FROM screening WHERE NEW.entity = 'screening' AND id = NEW.entity_id
  UNION ALL SELECT 1 FROM screening_decision WHERE NEW.entity = 'screening-decision' AND id = NEW.entity_id
  UNION ALL SELECT 1 FROM formula WHERE NEW.entity = 'formula' AND id = NEW.entity_id
  UNION ALL SELECT 1 FROM handout_issue WHERE NEW.entity = 'handout' AND id = NEW.entity_id)
BEGIN
  SELECT RAISE (ABORT, 'there is no such record to mark');
END;
CREATE TRIGGER entered_in_error_update BEFORE UPDATE ON entered_in_error
BEGIN SELECT RAISE (ABORT, 'a mark of error never changes'); END;
CREATE TRIGGER entered_in_error_delete BEFORE DELETE ON entered_in_error
BEGIN SELECT RAISE (ABORT, 'a mark of error is never deleted'); END;

-- What someone is typing

CREATE TABLE draft (
  entity TEXT NOT NULL,
  key TEXT NOT NULL,
  text TEXT NOT NULL,
  staff TEXT NOT NULL REFERENCES staff (id),
  updated_at TEXT NOT NULL,
  PRIMARY KEY (entity, key),
  CONSTRAINT "a draft says of what" CHECK (entity <> '' AND key <> ''),
  CONSTRAINT "a draft is JSON" CHECK (json_valid (text)),
  CONSTRAINT "a moment is UTC" CHECK (updated_at GLOB '????-??-??T??:??:??.??????Z')
) STRICT;

-- Who did what: a chain of hashes; old and new values apart, so that they can be erased by law and the chain still holds

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  at_utc TEXT NOT NULL,
  staff TEXT NOT NULL REFERENCES staff (id),
  action TEXT NOT NULL,
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  payload_digest TEXT NOT NULL,
  prev TEXT NOT NULL,
  hash TEXT NOT NULL,
  CONSTRAINT "an audit row says what was done to what" CHECK (action <> '' AND entity <> ''),
  CONSTRAINT "an erasure needs a reason" CHECK (action <> 'erase' OR trim (reason) <> ''),
  CONSTRAINT "a digest is 64 hexadecimal digits" CHECK (payload_digest = ''
    OR (length (payload_digest) = 64 AND payload_digest NOT GLOB '*[^0-9a-f]*')),
  CONSTRAINT "a hash is 64 hexadecimal digits" CHECK (length (prev) = 64 AND prev NOT GLOB '*[^0-9a-f]*'
    AND length (hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
  CONSTRAINT "a moment is UTC" CHECK (at_utc GLOB '????-??-??T??:??:??.??????Z')
) STRICT;

CREATE INDEX audit_by_entity ON audit (entity, entity_id, seq);

CREATE TABLE audit_payload (
  seq INTEGER PRIMARY KEY REFERENCES audit (seq),
  salt BLOB NOT NULL,
  body TEXT NOT NULL,
  CONSTRAINT "a salt is 16 bytes" CHECK (length (salt) = 16),
  CONSTRAINT "old and new values are JSON" CHECK (json_valid (body))
) STRICT;

CREATE TRIGGER audit_next BEFORE INSERT ON audit
WHEN NEW.seq IS NOT 1 + (SELECT coalesce (max (seq), 0) FROM audit)
  OR NEW.prev <> coalesce ((SELECT hash FROM audit ORDER BY seq DESC LIMIT 1),
    '0000000000000000000000000000000000000000000000000000000000000000')
BEGIN
  SELECT RAISE (ABORT, 'audit rows follow one another');
END;
CREATE TRIGGER audit_update BEFORE UPDATE ON audit
BEGIN SELECT RAISE (ABORT, 'the audit never changes'); END;
CREATE TRIGGER audit_delete BEFORE DELETE ON audit
BEGIN SELECT RAISE (ABORT, 'the audit is never deleted'); END;
CREATE TRIGGER audit_payload_update BEFORE UPDATE ON audit_payload
BEGIN SELECT RAISE (ABORT, 'the audit never changes'); END;
CREATE TRIGGER audit_payload_delete BEFORE DELETE ON audit_payload
WHEN NOT EXISTS (SELECT 1 FROM audit WHERE entity = 'audit' AND entity_id = CAST (OLD.seq AS TEXT) AND action = 'erase')
BEGIN
  SELECT RAISE (ABORT, 'old and new values are only taken away by a recorded erasure');
END;

-- Verified copies that were made

CREATE TABLE backup_receipt (
  id TEXT NOT NULL PRIMARY KEY,
  path TEXT NOT NULL,
  at_utc TEXT NOT NULL,
  zone TEXT NOT NULL,
  staff TEXT NOT NULL REFERENCES staff (id),
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  audit_seq INTEGER NOT NULL,
  audit_hash TEXT NOT NULL,
  rows INTEGER NOT NULL,
  patients INTEGER NOT NULL,
  CONSTRAINT "an id is a UUID" CHECK (length (id) = 36),
  CONSTRAINT "a hash is 64 hexadecimal digits" CHECK (length (sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  CONSTRAINT "counts are never negative" CHECK (size > 0 AND audit_seq >= 0 AND rows >= 0 AND patients >= 0),
  CONSTRAINT "a moment is UTC" CHECK (at_utc GLOB '????-??-??T??:??:??.??????Z')
) STRICT;

CREATE INDEX backup_receipt_by_time ON backup_receipt (at_utc);

CREATE TRIGGER backup_receipt_update BEFORE UPDATE ON backup_receipt
BEGIN SELECT RAISE (ABORT, 'a receipt never changes'); END;
CREATE TRIGGER backup_receipt_delete BEFORE DELETE ON backup_receipt
BEGIN SELECT RAISE (ABORT, 'a receipt is never deleted'); END;
