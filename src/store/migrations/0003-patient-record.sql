-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Meso Clinic authors
--
-- Version 3: the whole record of a patient: names in the other script, who and where they are, their body and hair; allergies,
-- medicines and conditions as a list; their photo.

ALTER TABLE patient ADD COLUMN other_given_name TEXT NOT NULL DEFAULT '';
ALTER TABLE patient ADD COLUMN other_family_name TEXT NOT NULL DEFAULT '';
ALTER TABLE patient ADD COLUMN age INTEGER
  CONSTRAINT "an age is 0 to 130 years" CHECK (age BETWEEN 0 AND 130);
ALTER TABLE patient ADD COLUMN age_on TEXT
  CONSTRAINT "an age is told on a day" CHECK ((age IS NULL) = (age_on IS NULL) AND (age_on IS NULL OR age_on IS date (age_on)))
  CONSTRAINT "a birth date and an age are never kept both" CHECK (age IS NULL OR birth_date IS NULL);
ALTER TABLE patient ADD COLUMN second_phone TEXT NOT NULL DEFAULT '';
ALTER TABLE patient ADD COLUMN national_id_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE patient ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE patient ADD COLUMN next_of_kin_name TEXT NOT NULL DEFAULT '';
ALTER TABLE patient ADD COLUMN next_of_kin_relation TEXT NOT NULL DEFAULT '';
ALTER TABLE patient ADD COLUMN next_of_kin_phone TEXT NOT NULL DEFAULT '';
ALTER TABLE patient ADD COLUMN referred_by TEXT NOT NULL DEFAULT '';
ALTER TABLE patient ADD COLUMN weight_g INTEGER
  CONSTRAINT "a weight is 0.5 to 500 kg" CHECK (weight_g BETWEEN 500 AND 500000);
ALTER TABLE patient ADD COLUMN weight_on TEXT
  CONSTRAINT "a weight is of a day" CHECK (
    (weight_g IS NULL) = (weight_on IS NULL) AND (weight_on IS NULL OR weight_on IS date (weight_on)));
ALTER TABLE patient ADD COLUMN blood_group TEXT NOT NULL DEFAULT ''
  CONSTRAINT "a blood group is one of the eight, or none" CHECK (
    blood_group IN ('', 'A+', 'A-', 'B+', 'B-', 'AB+', 'AB-', 'O+', 'O-'));
ALTER TABLE patient ADD COLUMN hair_since TEXT NOT NULL DEFAULT '';
ALTER TABLE patient ADD COLUMN hair_onset TEXT NOT NULL DEFAULT 'unknown'
  CONSTRAINT "hair is lost gradually or suddenly, or it isn't known" CHECK (hair_onset IN ('unknown', 'gradual', 'sudden'));
ALTER TABLE patient ADD COLUMN hair_family TEXT NOT NULL DEFAULT 'unknown'
  CONSTRAINT "hair loss in the family is yes, no or unknown" CHECK (hair_family IN ('unknown', 'no', 'yes'));
ALTER TABLE patient ADD COLUMN hair_treatments TEXT NOT NULL DEFAULT '';
ALTER TABLE patient ADD COLUMN hair_notes TEXT NOT NULL DEFAULT '';
ALTER TABLE patient ADD COLUMN allergies_asked TEXT NOT NULL DEFAULT 'not-asked'
  CONSTRAINT "allergies are not asked, none known, or listed" CHECK (allergies_asked IN ('not-asked', 'none-known', 'listed'));
ALTER TABLE patient ADD COLUMN medicines_asked TEXT NOT NULL DEFAULT 'not-asked'
  CONSTRAINT "medicines are not asked, none known, or listed" CHECK (medicines_asked IN ('not-asked', 'none-known', 'listed'));
ALTER TABLE patient ADD COLUMN conditions_asked TEXT NOT NULL DEFAULT 'not-asked'
  CONSTRAINT "conditions are not asked, none known, or listed" CHECK (conditions_asked IN ('not-asked', 'none-known', 'listed'));
ALTER TABLE patient ADD COLUMN archived INTEGER NOT NULL DEFAULT 0
  CONSTRAINT "archived is 0 or 1" CHECK (archived IN (0, 1));
ALTER TABLE patient ADD COLUMN has_photo INTEGER NOT NULL DEFAULT 0
  CONSTRAINT "has_photo is 0 or 1" CHECK (has_photo IN (0, 1));

-- Allergies, medicines with supplements, conditions. What is written never changes: a change is a new row that names the one it
-- replaces. n: its place in the patient's list, which a row takes over from the one it replaces.

CREATE TABLE health_item (
  id TEXT NOT NULL PRIMARY KEY,
  patient TEXT NOT NULL REFERENCES patient (id),
  n INTEGER NOT NULL,
  kind TEXT NOT NULL,
  what TEXT NOT NULL,
  ingredient TEXT,
  detail TEXT NOT NULL,
  severity TEXT NOT NULL,
  origin TEXT NOT NULL,
  since TEXT NOT NULL,
  status TEXT NOT NULL,
  reason TEXT NOT NULL,
  replaces TEXT UNIQUE REFERENCES health_item (id),
  noted_at TEXT NOT NULL,
  noted_zone TEXT NOT NULL,
  noted_by TEXT NOT NULL REFERENCES staff (id),
  ended_at TEXT,
  ended_by TEXT REFERENCES staff (id),
  CONSTRAINT "an id is a UUID" CHECK (length (id) = 36),
  CONSTRAINT "what is listed is an allergy, a medicine or a condition" CHECK (kind IN ('allergy', 'medicine', 'condition')),
  CONSTRAINT "it isn't said what it is" CHECK (trim (what) <> ''),
  CONSTRAINT "an ingredient has an id" CHECK (ingredient <> ''),
  CONSTRAINT "only an allergy has a severity" CHECK (
    severity = 'unknown' OR (kind = 'allergy' AND severity IN ('mild', 'moderate', 'severe'))),
  CONSTRAINT "only a medicine is prescribed or self-chosen" CHECK (
    origin = 'unknown' OR (kind = 'medicine' AND origin IN ('prescribed', 'self-chosen'))),
  CONSTRAINT "a status is active, ended, replaced or entered in error" CHECK (
    status IN ('active', 'ended', 'replaced', 'entered-in-error')),
  CONSTRAINT "what holds no more says who ended it and when" CHECK (
    (status = 'active') = (ended_at IS NULL) AND (ended_at IS NULL) = (ended_by IS NULL)),
  CONSTRAINT "entered in error needs a reason" CHECK (status <> 'entered-in-error' OR trim (reason) <> ''),
  CONSTRAINT "an allergy that holds no more needs a reason" CHECK (
    status <> 'ended' OR kind <> 'allergy' OR trim (reason) <> ''),
  CONSTRAINT "a moment is UTC" CHECK (noted_at GLOB '????-??-??T??:??:??.??????Z'
    AND (ended_at IS NULL OR ended_at GLOB '????-??-??T??:??:??.??????Z'))
) STRICT;

CREATE INDEX health_item_by_patient ON health_item (patient, kind, status);

CREATE TRIGGER health_item_new BEFORE INSERT ON health_item
WHEN NEW.status NOT IN ('active', 'ended')
BEGIN
  SELECT RAISE (ABORT, 'what is newly listed holds, or held once');
END;
CREATE TRIGGER health_item_replaces BEFORE INSERT ON health_item
WHEN NEW.replaces IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM health_item old WHERE old.id = NEW.replaces AND old.kind = NEW.kind AND old.status = 'replaced'
    AND (SELECT person FROM patient_person WHERE patient = old.patient)
      IS (SELECT person FROM patient_person WHERE patient = NEW.patient))
BEGIN
  SELECT RAISE (ABORT, 'a line of a list replaces one of the same list and the same patient');
END;
CREATE TRIGGER health_item_end BEFORE UPDATE ON health_item
WHEN NOT ((OLD.status = 'active' AND NEW.status <> 'active')
    OR (OLD.status = 'ended' AND NEW.status IN ('replaced', 'entered-in-error')))
  OR NEW.id <> OLD.id OR NEW.patient <> OLD.patient OR NEW.n <> OLD.n OR NEW.kind <> OLD.kind OR NEW.what <> OLD.what
  OR NEW.ingredient IS NOT OLD.ingredient OR NEW.detail <> OLD.detail OR NEW.severity <> OLD.severity
  OR NEW.origin <> OLD.origin OR NEW.since <> OLD.since OR NEW.replaces IS NOT OLD.replaces OR NEW.noted_at <> OLD.noted_at
  OR NEW.noted_zone <> OLD.noted_zone OR NEW.noted_by <> OLD.noted_by
BEGIN
  SELECT RAISE (ABORT, 'what is listed never changes: it ends, and another line names it');
END;
-- A legal erasure marks the record first.
CREATE TRIGGER health_item_keep BEFORE DELETE ON health_item
WHEN NOT EXISTS (SELECT 1 FROM patient WHERE id = OLD.patient AND erased_at IS NOT NULL)
BEGIN
  SELECT RAISE (ABORT, 'what is listed is never deleted, only ended');
END;

-- "Listed" follows from the list, whoever writes it; and nobody says "none known" beside one.

CREATE TRIGGER health_item_listed AFTER INSERT ON health_item
WHEN NEW.status = 'active'
BEGIN
  UPDATE patient SET
    allergies_asked = CASE NEW.kind WHEN 'allergy' THEN 'listed' ELSE allergies_asked END,
    medicines_asked = CASE NEW.kind WHEN 'medicine' THEN 'listed' ELSE medicines_asked END,
    conditions_asked = CASE NEW.kind WHEN 'condition' THEN 'listed' ELSE conditions_asked END
  WHERE id = NEW.patient
    AND CASE NEW.kind WHEN 'allergy' THEN allergies_asked WHEN 'medicine' THEN medicines_asked ELSE conditions_asked END <> 'listed';
END;
CREATE TRIGGER health_item_unlisted AFTER UPDATE OF status ON health_item
WHEN OLD.status = 'active'
  AND NOT EXISTS (SELECT 1 FROM health_item WHERE patient = OLD.patient AND kind = OLD.kind AND status = 'active')
BEGIN
  UPDATE patient SET
    allergies_asked = CASE OLD.kind WHEN 'allergy' THEN 'not-asked' ELSE allergies_asked END,
    medicines_asked = CASE OLD.kind WHEN 'medicine' THEN 'not-asked' ELSE medicines_asked END,
    conditions_asked = CASE OLD.kind WHEN 'condition' THEN 'not-asked' ELSE conditions_asked END
  WHERE id = OLD.patient;
END;
CREATE TRIGGER patient_listed_new BEFORE INSERT ON patient
WHEN 'listed' IN (NEW.allergies_asked, NEW.medicines_asked, NEW.conditions_asked)
BEGIN
  SELECT RAISE (ABORT, 'a list is there once something is listed');
END;
CREATE TRIGGER patient_listed BEFORE UPDATE OF allergies_asked, medicines_asked, conditions_asked ON patient
WHEN NEW.erased_at IS NULL AND (
  (NEW.allergies_asked <> OLD.allergies_asked AND (NEW.allergies_asked = 'listed')
    <> EXISTS (SELECT 1 FROM health_item WHERE patient = NEW.id AND kind = 'allergy' AND status = 'active'))
  OR (NEW.medicines_asked <> OLD.medicines_asked AND (NEW.medicines_asked = 'listed')
    <> EXISTS (SELECT 1 FROM health_item WHERE patient = NEW.id AND kind = 'medicine' AND status = 'active'))
  OR (NEW.conditions_asked <> OLD.conditions_asked AND (NEW.conditions_asked = 'listed')
    <> EXISTS (SELECT 1 FROM health_item WHERE patient = NEW.id AND kind = 'condition' AND status = 'active')))
BEGIN
  SELECT RAISE (ABORT, 'what was asked and what is listed contradict each other');
END;

-- Photos: the file without its metadata, in pieces of 1 MiB; pieces first, header last. Whose portrait one is, stands apart:
-- a photo may later be of something else. Earlier portraits stay.

CREATE TABLE photo_piece (
  photo TEXT NOT NULL REFERENCES photo (id) DEFERRABLE INITIALLY DEFERRED,
  n INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (photo, n),
  CONSTRAINT "a piece of a photo has 1 byte to 1 MiB" CHECK (length (bytes) BETWEEN 1 AND 1048576)
) STRICT;

CREATE TABLE photo (
  id TEXT NOT NULL PRIMARY KEY,
  patient TEXT NOT NULL REFERENCES patient (id),
  sha256 TEXT NOT NULL,
  content_type TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  orientation INTEGER NOT NULL,
  size INTEGER NOT NULL,
  thumbnail BLOB,
  added_at TEXT NOT NULL,
  added_zone TEXT NOT NULL,
  added_by TEXT NOT NULL REFERENCES staff (id),
  CONSTRAINT "an id is a UUID" CHECK (length (id) = 36),
  CONSTRAINT "a hash is 64 hexadecimal digits" CHECK (length (sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  CONSTRAINT "a photo is JPEG or PNG" CHECK (content_type IN ('image/jpeg', 'image/png')),
  CONSTRAINT "a photo has a width and a height" CHECK (width > 0 AND height > 0),
  CONSTRAINT "an orientation is 1 to 8" CHECK (orientation BETWEEN 1 AND 8),
  CONSTRAINT "a thumbnail is small" CHECK (thumbnail IS NULL OR length (thumbnail) BETWEEN 1 AND 1048576),
  CONSTRAINT "a moment is UTC" CHECK (added_at GLOB '????-??-??T??:??:??.??????Z')
) STRICT;

CREATE INDEX photo_by_patient ON photo (patient);

CREATE TABLE patient_portrait (
  photo TEXT NOT NULL PRIMARY KEY REFERENCES photo (id),
  patient TEXT NOT NULL REFERENCES patient (id),
  set_at TEXT NOT NULL,
  set_by TEXT NOT NULL REFERENCES staff (id),
  ended_at TEXT,
  ended_by TEXT REFERENCES staff (id),
  CONSTRAINT "a portrait that was replaced says by whom and when" CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
  CONSTRAINT "a moment is UTC" CHECK (set_at GLOB '????-??-??T??:??:??.??????Z'
    AND (ended_at IS NULL OR ended_at GLOB '????-??-??T??:??:??.??????Z'))
) STRICT;

CREATE UNIQUE INDEX patient_portrait_now ON patient_portrait (patient) WHERE ended_at IS NULL;
CREATE INDEX patient_portrait_by_patient ON patient_portrait (patient);

CREATE TRIGGER photo_piece_sealed BEFORE INSERT ON photo_piece
WHEN EXISTS (SELECT 1 FROM photo WHERE id = NEW.photo)
BEGIN SELECT RAISE (ABORT, 'a stored photo never changes'); END;
CREATE TRIGGER photo_piece_update BEFORE UPDATE ON photo_piece
BEGIN SELECT RAISE (ABORT, 'a stored photo never changes'); END;
CREATE TRIGGER photo_whole BEFORE INSERT ON photo
WHEN (SELECT sum (length (bytes)) FROM photo_piece WHERE photo = NEW.id) IS NOT NEW.size
BEGIN SELECT RAISE (ABORT, 'the pieces of the photo don''t make it up'); END;
CREATE TRIGGER photo_update BEFORE UPDATE ON photo
WHEN OLD.thumbnail IS NOT NULL OR NEW.id <> OLD.id OR NEW.patient <> OLD.patient OR NEW.sha256 <> OLD.sha256
  OR NEW.content_type <> OLD.content_type OR NEW.width <> OLD.width OR NEW.height <> OLD.height
  OR NEW.orientation <> OLD.orientation OR NEW.size <> OLD.size OR NEW.added_at <> OLD.added_at
  OR NEW.added_zone <> OLD.added_zone OR NEW.added_by <> OLD.added_by
BEGIN SELECT RAISE (ABORT, 'a stored photo never changes'); END;
CREATE TRIGGER photo_piece_keep BEFORE DELETE ON photo_piece
WHEN NOT EXISTS (SELECT 1 FROM photo JOIN patient ON patient.id = photo.patient
  WHERE photo.id = OLD.photo AND patient.erased_at IS NOT NULL)
BEGIN SELECT RAISE (ABORT, 'a photo is never deleted'); END;
CREATE TRIGGER photo_keep BEFORE DELETE ON photo
WHEN NOT EXISTS (SELECT 1 FROM patient WHERE id = OLD.patient AND erased_at IS NOT NULL)
BEGIN SELECT RAISE (ABORT, 'a photo is never deleted'); END;

CREATE TRIGGER patient_portrait_own BEFORE INSERT ON patient_portrait
WHEN NEW.patient IS NOT (SELECT patient FROM photo WHERE id = NEW.photo)
BEGIN SELECT RAISE (ABORT, 'the photo is another patient''s'); END;
CREATE TRIGGER patient_portrait_end_once BEFORE UPDATE ON patient_portrait
WHEN OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL OR NEW.photo <> OLD.photo OR NEW.patient <> OLD.patient
  OR NEW.set_at <> OLD.set_at OR NEW.set_by <> OLD.set_by
BEGIN SELECT RAISE (ABORT, 'a portrait can only be replaced, and once'); END;
CREATE TRIGGER patient_portrait_keep BEFORE DELETE ON patient_portrait
WHEN NOT EXISTS (SELECT 1 FROM patient WHERE id = OLD.patient AND erased_at IS NOT NULL)
BEGIN SELECT RAISE (ABORT, 'a photo is never deleted'); END;

CREATE TRIGGER patient_portrait_shown AFTER INSERT ON patient_portrait
WHEN NEW.ended_at IS NULL
BEGIN UPDATE patient SET has_photo = 1 WHERE id = NEW.patient; END;
CREATE TRIGGER patient_portrait_gone AFTER UPDATE ON patient_portrait
BEGIN
  UPDATE patient SET has_photo = EXISTS (SELECT 1 FROM patient_portrait WHERE patient = OLD.patient AND ended_at IS NULL)
  WHERE id = OLD.patient;
END;
