-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Meso Clinic authors
--
-- Version 9: the scan of a clearance's paper; reasons of nothing but blanks; how long a clearance without an end holds.

-- The paper as somebody scanned it. name: as the file was called where it was chosen, '' when that can't be kept.
CREATE TABLE clearance_file (
  decision TEXT NOT NULL PRIMARY KEY REFERENCES screening_decision (id),
  name TEXT NOT NULL,
  content_type TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  added_at TEXT NOT NULL,
  added_zone TEXT NOT NULL,
  added_by TEXT NOT NULL REFERENCES staff (id),
  bytes BLOB NOT NULL,
  CONSTRAINT "a name is short" CHECK (length (name) <= 200),
  CONSTRAINT "a clearance's file is PDF, JPEG or PNG" CHECK (content_type IN ('application/pdf', 'image/jpeg', 'image/png')),
  CONSTRAINT "a hash is 64 hexadecimal digits" CHECK (length (sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  CONSTRAINT "a clearance's file has 1 byte to 10 MB" CHECK (size = length (bytes) AND size BETWEEN 1 AND 10000000),
  CONSTRAINT "a moment is UTC" CHECK (added_at GLOB '????-??-??T??:??:??.??????Z')
) STRICT;

CREATE TRIGGER clearance_file_of_clearance BEFORE INSERT ON clearance_file
WHEN NOT EXISTS (SELECT 1 FROM screening_decision WHERE id = NEW.decision AND kind = 'clearance')
BEGIN SELECT RAISE (ABORT, 'only a clearance has a file'); END;
CREATE TRIGGER clearance_file_update BEFORE UPDATE ON clearance_file
BEGIN SELECT RAISE (ABORT, 'a stored file never changes'); END;
CREATE TRIGGER clearance_file_keep BEFORE DELETE ON clearance_file
WHEN NOT EXISTS (SELECT 1 FROM screening_decision decision JOIN screening ON screening.id = decision.screening
  JOIN patient ON patient.id = screening.patient WHERE decision.id = OLD.decision AND patient.erased_at IS NOT NULL)
BEGIN SELECT RAISE (ABORT, 'a stored file is never deleted'); END;

-- What shows as nothing. trim () by itself takes away spaces only, so that a tab was a reason.
CREATE VIEW blank (characters) AS
  SELECT char (9, 10, 11, 12, 13, 28, 29, 30, 31, 32, 133, 160, 173, 5760, 8192, 8193, 8194, 8195, 8196, 8197, 8198, 8199, 8200, 8201,
    8202, 8203, 8204, 8205, 8206, 8207, 8232, 8233, 8234, 8235, 8236, 8237, 8238, 8239, 8287, 8288, 8294, 8295, 8296, 8297, 12288, 65279);

CREATE TRIGGER screening_amends BEFORE INSERT ON screening
WHEN NEW.amends IS NOT NULL AND trim (NEW.reason, (SELECT characters FROM blank)) = ''
BEGIN SELECT RAISE (ABORT, 'an amendment needs a reason'); END;
CREATE TRIGGER screening_decision_reason BEFORE INSERT ON screening_decision
WHEN NEW.kind = 'override' AND trim (NEW.reason, (SELECT characters FROM blank)) = ''
BEGIN SELECT RAISE (ABORT, 'an override needs a reason'); END;
CREATE TRIGGER screening_decision_sign_reason BEFORE INSERT ON screening_decision
WHEN NEW.kind = 'sign' AND trim (NEW.reason, (SELECT characters FROM blank)) = ''
  AND EXISTS (SELECT 1 FROM screening WHERE id = NEW.screening AND verdict <> 'suitable')
BEGIN SELECT RAISE (ABORT, 'only a suitable verdict is signed without a reason'); END;
CREATE TRIGGER screening_decision_paper BEFORE INSERT ON screening_decision
WHEN NEW.kind = 'clearance' AND (trim (NEW.clearance_from, (SELECT characters FROM blank)) = ''
  OR trim (NEW.clearance_document, (SELECT characters FROM blank)) = '')
BEGIN SELECT RAISE (ABORT, 'a clearance needs who gave it, the document and its date'); END;
CREATE TRIGGER treatment_session_amends_reason BEFORE INSERT ON treatment_session
WHEN NEW.amends IS NOT NULL AND trim (NEW.reason, (SELECT characters FROM blank)) = ''
BEGIN SELECT RAISE (ABORT, 'an amendment needs a reason'); END;
CREATE TRIGGER session_reaction_note BEFORE INSERT ON session_reaction
WHEN NEW.term = 'other' AND trim (NEW.note, (SELECT characters FROM blank)) = ''
BEGIN SELECT RAISE (ABORT, 'another reaction needs a note'); END;
CREATE TRIGGER plan_reason BEFORE INSERT ON plan
WHEN NEW.status IN ('suspended', 'stopped') AND trim (NEW.status_reason, (SELECT characters FROM blank)) = ''
BEGIN SELECT RAISE (ABORT, 'suspending or stopping a plan needs a reason'); END;
CREATE TRIGGER plan_new_reason BEFORE UPDATE OF status, status_reason ON plan
WHEN NEW.status IN ('suspended', 'stopped') AND trim (NEW.status_reason, (SELECT characters FROM blank)) = ''
BEGIN SELECT RAISE (ABORT, 'suspending or stopping a plan needs a reason'); END;
CREATE TRIGGER plan_session_reason BEFORE UPDATE OF status, reason ON plan_session
WHEN NEW.status = 'cancelled' AND trim (NEW.reason, (SELECT characters FROM blank)) = ''
BEGIN SELECT RAISE (ABORT, 'a cancelled session needs a reason'); END;
CREATE TRIGGER patient_link_reason BEFORE INSERT ON patient_link
WHEN trim (NEW.reason, (SELECT characters FROM blank)) = ''
BEGIN SELECT RAISE (ABORT, 'merging needs a reason'); END;
CREATE TRIGGER patient_link_end_reason BEFORE UPDATE OF unlink_reason ON patient_link
WHEN NEW.unlinked_at IS NOT NULL AND trim (NEW.unlink_reason, (SELECT characters FROM blank)) = ''
BEGIN SELECT RAISE (ABORT, 'taking a merge back needs who, when and why'); END;
CREATE TRIGGER patient_erasure_reason BEFORE INSERT ON patient_erasure
WHEN trim (NEW.reason, (SELECT characters FROM blank)) = ''
BEGIN SELECT RAISE (ABORT, 'an erasure needs a reason'); END;
CREATE TRIGGER patient_erasure_basis BEFORE INSERT ON patient_erasure
WHEN trim (NEW.legal_basis, (SELECT characters FROM blank)) = ''
BEGIN SELECT RAISE (ABORT, 'an erasure needs its legal basis'); END;
CREATE TRIGGER entered_in_error_reason BEFORE INSERT ON entered_in_error
WHEN trim (NEW.reason, (SELECT characters FROM blank)) = ''
BEGIN SELECT RAISE (ABORT, 'marking an error needs a reason'); END;
CREATE TRIGGER health_item_what BEFORE INSERT ON health_item
WHEN trim (NEW.what, (SELECT characters FROM blank)) = ''
BEGIN SELECT RAISE (ABORT, 'it isn''t said what it is'); END;
CREATE TRIGGER health_item_error_reason BEFORE INSERT ON health_item
WHEN NEW.status = 'entered-in-error' AND trim (NEW.reason, (SELECT characters FROM blank)) = ''
BEGIN SELECT RAISE (ABORT, 'entered in error needs a reason'); END;
CREATE TRIGGER health_item_end_reason BEFORE INSERT ON health_item
WHEN NEW.status = 'ended' AND NEW.kind = 'allergy' AND trim (NEW.reason, (SELECT characters FROM blank)) = ''
BEGIN SELECT RAISE (ABORT, 'an allergy that holds no more needs a reason'); END;
CREATE TRIGGER health_item_error_reason_now BEFORE UPDATE OF status, reason ON health_item
WHEN NEW.status = 'entered-in-error' AND trim (NEW.reason, (SELECT characters FROM blank)) = ''
BEGIN SELECT RAISE (ABORT, 'entered in error needs a reason'); END;
CREATE TRIGGER health_item_end_reason_now BEFORE UPDATE OF status, reason ON health_item
WHEN NEW.status = 'ended' AND NEW.kind = 'allergy' AND trim (NEW.reason, (SELECT characters FROM blank)) = ''
BEGIN SELECT RAISE (ABORT, 'an allergy that holds no more needs a reason'); END;
CREATE TRIGGER protocol_version_reason BEFORE INSERT ON protocol_version
WHEN NEW.action <> 'review' AND trim (NEW.reason, (SELECT characters FROM blank)) = ''
BEGIN SELECT RAISE (ABORT, 'a change needs a reason'); END;
CREATE TRIGGER lot_amendment_reason BEFORE INSERT ON lot_amendment
WHEN trim (NEW.reason, (SELECT characters FROM blank)) = ''
BEGIN SELECT RAISE (ABORT, 'a correction needs a reason'); END;
CREATE TRIGGER lot_event_reason BEFORE INSERT ON lot_event
WHEN trim (NEW.reason, (SELECT characters FROM blank)) = ''
BEGIN SELECT RAISE (ABORT, 'a lot''s state needs a reason'); END;
CREATE TRIGGER stock_movement_reason BEFORE INSERT ON stock_movement
WHEN NEW.kind NOT IN ('received', 'used') AND NEW.preparation IS NULL
  AND trim (NEW.reason, (SELECT characters FROM blank)) = ''
BEGIN SELECT RAISE (ABORT, 'wasting and correcting need a reason'); END;
CREATE TRIGGER opening_end_reason BEFORE INSERT ON opening_end
WHEN NEW.preparation IS NULL AND trim (NEW.reason, (SELECT characters FROM blank)) = ''
BEGIN SELECT RAISE (ABORT, 'throwing away needs a reason'); END;
CREATE TRIGGER preparation_amends_reason BEFORE INSERT ON preparation
WHEN NEW.amends IS NOT NULL AND trim (NEW.reason, (SELECT characters FROM blank)) = ''
BEGIN SELECT RAISE (ABORT, 'an amendment needs a reason'); END;
CREATE TRIGGER preparation_discard_reason BEFORE INSERT ON preparation_discard
WHEN trim (NEW.reason, (SELECT characters FROM blank)) = ''
BEGIN SELECT RAISE (ABORT, 'discarding needs a reason'); END;

-- A clearance that was noted without an end holds for a year, as everywhere else.
DROP VIEW screening_way_on;
CREATE VIEW screening_way_on (screening, rule, kind, from_day, to_day) AS
  SELECT screening, rule, kind, coalesce (clearance_date, '0001-01-01'),
    CASE kind WHEN 'clearance' THEN coalesce (clearance_expires, date (clearance_date, '+12 months', 'floor')) ELSE '9999-12-31' END
  FROM screening_decision_standing way
  WHERE kind IN ('override', 'clearance') AND decided_at <= coalesce (
    (SELECT max (decided_at) FROM screening_decision_standing sign WHERE sign.screening = way.screening AND sign.kind = 'sign'),
    decided_at);
