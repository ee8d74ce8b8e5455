-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Meso Clinic authors
--
-- Version 6: the clinic's own protocol.

-- Every version of it: who made it, when and why. protocol is the content as a whole at that time, with the clinic's own document.
-- Without any row the clinic works with what ships.
CREATE TABLE protocol_version (
  number INTEGER PRIMARY KEY,
  previous INTEGER REFERENCES protocol_version (number),
  protocol TEXT NOT NULL REFERENCES protocol_archive (hash),
  action TEXT NOT NULL,
  author TEXT NOT NULL REFERENCES staff (id),
  at TEXT NOT NULL,
  reason TEXT NOT NULL,
  CONSTRAINT "versions are counted from 1" CHECK (number >= 1),
  CONSTRAINT "a version follows the one before it" CHECK (coalesce (previous, 0) = number - 1),
  CONSTRAINT "an action is a known one" CHECK (action IN ('change', 'import', 'review')),
  CONSTRAINT "a change needs a reason" CHECK (action = 'review' OR trim (reason) <> ''),
  CONSTRAINT "a moment is UTC" CHECK (at GLOB '????-??-??T??:??:??.??????Z')
) STRICT;

CREATE TRIGGER protocol_version_by_physician BEFORE INSERT ON protocol_version
WHEN NOT EXISTS (SELECT 1 FROM staff WHERE id = NEW.author AND role = 'physician' AND active = 1)
BEGIN
  SELECT RAISE (ABORT, 'only a physician who works here changes or reviews the protocol');
END;
CREATE TRIGGER protocol_version_in_order BEFORE INSERT ON protocol_version
WHEN NEW.number <> 1 + (SELECT count(*) FROM protocol_version)
BEGIN
  SELECT RAISE (ABORT, 'a version of the protocol follows the newest one');
END;
CREATE TRIGGER protocol_version_update BEFORE UPDATE ON protocol_version
BEGIN SELECT RAISE (ABORT, 'a version of the protocol never changes'); END;
CREATE TRIGGER protocol_version_delete BEFORE DELETE ON protocol_version
BEGIN SELECT RAISE (ABORT, 'a version of the protocol is never deleted'); END;
