-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Meso Clinic authors
--
-- Version 8: salts of what is weighed as one; lots, what was made of them for whom, and where it went; recipes that are retired.

-- A strength or an amount may be a salt's. What was typed before is of the ingredient itself.
ALTER TABLE formula_item ADD COLUMN salt TEXT
  CONSTRAINT "a salt is of an ingredient" CHECK (salt IS NULL OR (salt <> '' AND ingredient IS NOT NULL));
ALTER TABLE formula_line ADD COLUMN salt TEXT
  CONSTRAINT "a salt has an id" CHECK (salt <> '');
ALTER TABLE formula_line ADD COLUMN salt_amount INTEGER
  CONSTRAINT "an amount of a salt is of one" CHECK ((salt IS NULL) = (salt_amount IS NULL) AND (salt_amount IS NULL OR salt_amount >= 0));

-- Lots: what was received under one number, as it was then. What was typed wrong is corrected by an amendment beside it.

CREATE TABLE lot_component (
  lot TEXT NOT NULL REFERENCES lot (id) DEFERRABLE INITIALLY DEFERRED,
  n INTEGER NOT NULL,
  ingredient TEXT NOT NULL,
  strength TEXT NOT NULL,
  salt TEXT,
  PRIMARY KEY (lot, n),
  CONSTRAINT "a component is an ingredient" CHECK (ingredient <> ''),
  CONSTRAINT "a salt has an id" CHECK (salt <> '')
) STRICT;

CREATE TABLE lot_excipient (
  lot TEXT NOT NULL REFERENCES lot (id) DEFERRABLE INITIALLY DEFERRED,
  n INTEGER NOT NULL,
  excipient TEXT NOT NULL,
  PRIMARY KEY (lot, n),
  CONSTRAINT "an excipient has an id" CHECK (excipient <> '')
) STRICT;

-- product: NULL for a bare ingredient. opened_life_h: 0 for the usual. price: of one container, 0 when not said.
CREATE TABLE lot (
  id TEXT NOT NULL PRIMARY KEY,
  product TEXT,
  name TEXT NOT NULL,
  maker TEXT NOT NULL,
  licence TEXT NOT NULL,
  number TEXT NOT NULL,
  supplier TEXT NOT NULL,
  storage TEXT NOT NULL,
  expiry TEXT NOT NULL,
  received_on TEXT NOT NULL,
  container_ul INTEGER NOT NULL,
  containers INTEGER NOT NULL,
  multi_dose INTEGER NOT NULL,
  opened_life_h INTEGER NOT NULL,
  price INTEGER NOT NULL,
  recorded_at TEXT NOT NULL,
  recorded_zone TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES staff (id),
  CONSTRAINT "an id is a UUID" CHECK (length (id) = 36),
  CONSTRAINT "a product has an id" CHECK (product <> ''),
  CONSTRAINT "a lot needs a name" CHECK (trim (name) <> ''),
  CONSTRAINT "a lot needs its number" CHECK (trim (number) <> ''),
  CONSTRAINT "a lot expires on a day" CHECK (expiry IS date (expiry)),
  CONSTRAINT "a lot is received on a day" CHECK (received_on IS date (received_on)),
  CONSTRAINT "a container holds 1 µL to 10 L" CHECK (container_ul BETWEEN 1 AND 10000000),
  CONSTRAINT "1 to 100000 containers are received" CHECK (containers BETWEEN 1 AND 100000),
  CONSTRAINT "multi_dose is 0 or 1" CHECK (multi_dose IN (0, 1)),
  CONSTRAINT "an opened container is kept for a year at most" CHECK (opened_life_h BETWEEN 0 AND 8784),
  CONSTRAINT "a price is never negative" CHECK (price >= 0),
  CONSTRAINT "a moment is UTC" CHECK (recorded_at GLOB '????-??-??T??:??:??.??????Z')
) STRICT;

CREATE TABLE lot_amendment (
  lot TEXT NOT NULL REFERENCES lot (id),
  n INTEGER NOT NULL,
  field TEXT NOT NULL,
  old TEXT NOT NULL,
  new TEXT NOT NULL,
  reason TEXT NOT NULL,
  amended_at TEXT NOT NULL,
  amended_zone TEXT NOT NULL,
  amended_by TEXT NOT NULL REFERENCES staff (id),
  PRIMARY KEY (lot, n),
  CONSTRAINT "only what was typed about a lot is corrected" CHECK (
    field IN ('name', 'maker', 'licence', 'number', 'supplier', 'storage', 'expiry', 'received_on')),
  CONSTRAINT "a correction changes something" CHECK (new <> old),
  CONSTRAINT "a lot needs its name and its number" CHECK (field NOT IN ('name', 'number') OR trim (new) <> ''),
  CONSTRAINT "a lot is received and expires on a day" CHECK (field NOT IN ('expiry', 'received_on') OR new IS date (new)),
  CONSTRAINT "a correction needs a reason" CHECK (trim (reason) <> ''),
  CONSTRAINT "a moment is UTC" CHECK (amended_at GLOB '????-??-??T??:??:??.??????Z')
) STRICT;

CREATE TABLE lot_event (
  lot TEXT NOT NULL REFERENCES lot (id),
  n INTEGER NOT NULL,
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  set_at TEXT NOT NULL,
  set_zone TEXT NOT NULL,
  set_by TEXT NOT NULL REFERENCES staff (id),
  PRIMARY KEY (lot, n),
  CONSTRAINT "a lot's state is a known one" CHECK (state IN ('available', 'quarantined', 'recalled')),
  CONSTRAINT "a lot's state needs a reason" CHECK (trim (reason) <> ''),
  CONSTRAINT "a moment is UTC" CHECK (set_at GLOB '????-??-??T??:??:??.??????Z')
) STRICT;

-- A lot as it is known today.
CREATE VIEW lot_now (id, name, maker, licence, number, supplier, storage, expiry, received_on, state, state_reason, amended) AS
  SELECT id,
    coalesce ((SELECT new FROM lot_amendment WHERE lot = lot.id AND field = 'name' ORDER BY n DESC LIMIT 1), name),
    coalesce ((SELECT new FROM lot_amendment WHERE lot = lot.id AND field = 'maker' ORDER BY n DESC LIMIT 1), maker),
    coalesce ((SELECT new FROM lot_amendment WHERE lot = lot.id AND field = 'licence' ORDER BY n DESC LIMIT 1), licence),
    coalesce ((SELECT new FROM lot_amendment WHERE lot = lot.id AND field = 'number' ORDER BY n DESC LIMIT 1), number),
    coalesce ((SELECT new FROM lot_amendment WHERE lot = lot.id AND field = 'supplier' ORDER BY n DESC LIMIT 1), supplier),
    coalesce ((SELECT new FROM lot_amendment WHERE lot = lot.id AND field = 'storage' ORDER BY n DESC LIMIT 1), storage),
    coalesce ((SELECT new FROM lot_amendment WHERE lot = lot.id AND field = 'expiry' ORDER BY n DESC LIMIT 1), expiry),
    coalesce ((SELECT new FROM lot_amendment WHERE lot = lot.id AND field = 'received_on' ORDER BY n DESC LIMIT 1), received_on),
    coalesce ((SELECT state FROM lot_event WHERE lot = lot.id ORDER BY n DESC LIMIT 1), 'available'),
    coalesce ((SELECT reason FROM lot_event WHERE lot = lot.id ORDER BY n DESC LIMIT 1), ''),
    EXISTS (SELECT 1 FROM lot_amendment WHERE lot = lot.id)
  FROM lot;

CREATE TRIGGER lot_complete BEFORE INSERT ON lot
WHEN NOT EXISTS (SELECT 1 FROM lot_component WHERE lot = NEW.id)
  OR (NEW.product IS NULL AND (SELECT count(*) FROM lot_component WHERE lot = NEW.id) > 1)
BEGIN
  SELECT RAISE (ABORT, 'a lot is of a product with its components, or of one ingredient');
END;
CREATE TRIGGER lot_component_sealed BEFORE INSERT ON lot_component
WHEN EXISTS (SELECT 1 FROM lot WHERE id = NEW.lot)
BEGIN SELECT RAISE (ABORT, 'what was received never changes'); END;
CREATE TRIGGER lot_excipient_sealed BEFORE INSERT ON lot_excipient
WHEN EXISTS (SELECT 1 FROM lot WHERE id = NEW.lot)
BEGIN SELECT RAISE (ABORT, 'what was received never changes'); END;
CREATE TRIGGER lot_update BEFORE UPDATE ON lot
BEGIN SELECT RAISE (ABORT, 'what was received never changes'); END;
CREATE TRIGGER lot_delete BEFORE DELETE ON lot
BEGIN SELECT RAISE (ABORT, 'what was received is never deleted'); END;
CREATE TRIGGER lot_component_update BEFORE UPDATE ON lot_component
BEGIN SELECT RAISE (ABORT, 'what was received never changes'); END;
CREATE TRIGGER lot_component_delete BEFORE DELETE ON lot_component
BEGIN SELECT RAISE (ABORT, 'what was received is never deleted'); END;
CREATE TRIGGER lot_excipient_update BEFORE UPDATE ON lot_excipient
BEGIN SELECT RAISE (ABORT, 'what was received never changes'); END;
CREATE TRIGGER lot_excipient_delete BEFORE DELETE ON lot_excipient
BEGIN SELECT RAISE (ABORT, 'what was received is never deleted'); END;

CREATE TRIGGER lot_amendment_next BEFORE INSERT ON lot_amendment
WHEN NEW.n <> 1 + (SELECT count(*) FROM lot_amendment WHERE lot = NEW.lot)
  OR NEW.old IS NOT (SELECT CASE NEW.field WHEN 'name' THEN name WHEN 'maker' THEN maker WHEN 'licence' THEN licence
    WHEN 'number' THEN number WHEN 'supplier' THEN supplier WHEN 'storage' THEN storage WHEN 'expiry' THEN expiry
    WHEN 'received_on' THEN received_on ELSE NEW.old END FROM lot_now WHERE id = NEW.lot)
BEGIN
  SELECT RAISE (ABORT, 'a correction of a lot starts from what is known of it');
END;
CREATE TRIGGER lot_amendment_update BEFORE UPDATE ON lot_amendment
BEGIN SELECT RAISE (ABORT, 'a correction of a lot never changes'); END;
CREATE TRIGGER lot_amendment_delete BEFORE DELETE ON lot_amendment
BEGIN SELECT RAISE (ABORT, 'a correction of a lot is never deleted'); END;

CREATE TRIGGER lot_event_next BEFORE INSERT ON lot_event
WHEN NEW.n <> 1 + (SELECT count(*) FROM lot_event WHERE lot = NEW.lot)
BEGIN
  SELECT RAISE (ABORT, 'the states of a lot follow one another');
END;
CREATE TRIGGER lot_event_same BEFORE INSERT ON lot_event
WHEN NEW.state = (SELECT state FROM lot_now WHERE id = NEW.lot)
BEGIN
  SELECT RAISE (ABORT, 'the lot is in that state already');
END;
-- What was recalled is quarantined instead only by who may lift a recall.
CREATE TRIGGER lot_event_lift BEFORE INSERT ON lot_event
WHEN (NEW.state = 'available' OR 'recalled' = (SELECT state FROM lot_now WHERE id = NEW.lot))
  AND NOT EXISTS (SELECT 1 FROM staff WHERE id = NEW.set_by AND role = 'physician' AND active = 1)
BEGIN
  SELECT RAISE (ABORT, 'only a physician who works here lifts a quarantine or a recall');
END;
CREATE TRIGGER lot_event_update BEFORE UPDATE ON lot_event
BEGIN SELECT RAISE (ABORT, 'what was decided about a lot never changes'); END;
CREATE TRIGGER lot_event_delete BEFORE DELETE ON lot_event
BEGIN SELECT RAISE (ABORT, 'what was decided about a lot is never deleted'); END;

-- Opened containers, and the ledger of all that came and went, in µL. What an opened container holds is taken out of the unopened
-- ones; the lot's balance doesn't change by it.

-- opened_on: the clinic's day of opened_at. held_ul: what was in it.
CREATE TABLE opening (
  id TEXT NOT NULL PRIMARY KEY,
  lot TEXT NOT NULL REFERENCES lot (id),
  n INTEGER NOT NULL,
  held_ul INTEGER NOT NULL,
  opened_at TEXT NOT NULL,
  opened_on TEXT NOT NULL,
  opened_by TEXT NOT NULL REFERENCES staff (id),
  discard_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  recorded_zone TEXT NOT NULL,
  UNIQUE (lot, n),
  UNIQUE (id, lot),
  CONSTRAINT "an id is a UUID" CHECK (length (id) = 36),
  CONSTRAINT "a container that is opened holds something" CHECK (held_ul > 0),
  CONSTRAINT "a container is opened on a day" CHECK (opened_on IS date (opened_on)
    AND abs (julianday (opened_on) - julianday (substr (opened_at, 1, 10))) <= 1),
  CONSTRAINT "a container is opened before it is discarded" CHECK (opened_at < discard_by),
  CONSTRAINT "what is recorded was done before" CHECK (opened_at <= recorded_at),
  CONSTRAINT "a moment is UTC" CHECK (opened_at GLOB '????-??-??T??:??:??.??????Z' AND discard_by GLOB '????-??-??T??:??:??.??????Z'
    AND recorded_at GLOB '????-??-??T??:??:??.??????Z')
) STRICT;

-- preparation: what it was drawn for (used); whose draw is taken back (corrected); what left it over (wasted).
CREATE TABLE stock_movement (
  seq INTEGER PRIMARY KEY,
  lot TEXT NOT NULL REFERENCES lot (id),
  opening TEXT,
  kind TEXT NOT NULL,
  volume_ul INTEGER NOT NULL,
  reason TEXT NOT NULL,
  preparation TEXT REFERENCES preparation (id),
  moved_at TEXT NOT NULL,
  moved_zone TEXT NOT NULL,
  moved_by TEXT NOT NULL REFERENCES staff (id),
  FOREIGN KEY (opening, lot) REFERENCES opening (id, lot),
  CONSTRAINT "stock is received, used, wasted or corrected" CHECK (
    (kind = 'received' AND volume_ul > 0 AND opening IS NULL AND preparation IS NULL)
    OR (kind = 'used' AND volume_ul < 0 AND opening IS NOT NULL AND preparation IS NOT NULL)
    OR (kind = 'wasted' AND volume_ul < 0)
    OR (kind = 'corrected' AND volume_ul <> 0)),
  CONSTRAINT "wasting and correcting need a reason" CHECK (
    kind IN ('received', 'used') OR preparation IS NOT NULL OR trim (reason) <> ''),
  CONSTRAINT "a moment is UTC" CHECK (moved_at GLOB '????-??-??T??:??:??.??????Z')
) STRICT;

CREATE INDEX stock_movement_by_lot ON stock_movement (lot, volume_ul);
CREATE INDEX stock_movement_by_opening ON stock_movement (opening, volume_ul);
CREATE UNIQUE INDEX stock_movement_drawn ON stock_movement (preparation, opening, kind) WHERE kind IN ('used', 'corrected');

-- A container that is gone: nothing is drawn from it any more.
CREATE TABLE opening_end (
  opening TEXT NOT NULL PRIMARY KEY REFERENCES opening (id),
  reason TEXT NOT NULL,
  preparation TEXT REFERENCES preparation (id),
  ended_at TEXT NOT NULL,
  ended_zone TEXT NOT NULL,
  ended_by TEXT NOT NULL REFERENCES staff (id),
  CONSTRAINT "throwing away needs a reason" CHECK (preparation IS NOT NULL OR trim (reason) <> ''),
  CONSTRAINT "a moment is UTC" CHECK (ended_at GLOB '????-??-??T??:??:??.??????Z')
) STRICT;

CREATE VIEW opening_now (id, lot, left_ul, ended) AS
  SELECT id, lot, held_ul + (SELECT coalesce (sum (volume_ul), 0) FROM stock_movement WHERE opening = opening.id),
    EXISTS (SELECT 1 FROM opening_end WHERE opening = opening.id)
  FROM opening;
CREATE VIEW lot_balance (lot, balance_ul, sealed_ul) AS
  SELECT id, (SELECT coalesce (sum (volume_ul), 0) FROM stock_movement WHERE lot = lot.id),
    (SELECT coalesce (sum (volume_ul), 0) FROM stock_movement WHERE lot = lot.id)
      - (SELECT coalesce (sum (left_ul), 0) FROM opening_now WHERE lot = lot.id)
  FROM lot;

CREATE TRIGGER lot_received AFTER INSERT ON lot
BEGIN
  INSERT INTO stock_movement (lot, kind, volume_ul, reason, moved_at, moved_zone, moved_by)
    VALUES (NEW.id, 'received', NEW.container_ul * NEW.containers, '', NEW.recorded_at, NEW.recorded_zone, NEW.recorded_by);
END;

CREATE TRIGGER opening_next BEFORE INSERT ON opening
WHEN NEW.n <> 1 + (SELECT count(*) FROM opening WHERE lot = NEW.lot)
BEGIN
  SELECT RAISE (ABORT, 'the opened containers of a lot are counted');
END;
CREATE TRIGGER opening_left BEFORE INSERT ON opening
WHEN NEW.held_ul IS NOT (SELECT nullif (min (container_ul, sealed_ul), 0) FROM lot JOIN lot_balance ON lot_balance.lot = lot.id WHERE id = NEW.lot)
BEGIN
  SELECT RAISE (ABORT, 'no such unopened container is left of this lot');
END;
CREATE TRIGGER opening_recalled BEFORE INSERT ON opening
WHEN 'recalled' = (SELECT state FROM lot_now WHERE id = NEW.lot)
BEGIN
  SELECT RAISE (ABORT, 'the lot is recalled');
END;
CREATE TRIGGER opening_quarantined BEFORE INSERT ON opening
WHEN 'quarantined' = (SELECT state FROM lot_now WHERE id = NEW.lot)
BEGIN
  SELECT RAISE (ABORT, 'the lot is quarantined');
END;
CREATE TRIGGER opening_expired BEFORE INSERT ON opening
WHEN NEW.opened_on > (SELECT expiry FROM lot_now WHERE id = NEW.lot)
BEGIN
  SELECT RAISE (ABORT, 'the lot had expired on that day');
END;
CREATE TRIGGER opening_early BEFORE INSERT ON opening
WHEN NEW.opened_on < (SELECT received_on FROM lot_now WHERE id = NEW.lot)
BEGIN
  SELECT RAISE (ABORT, 'the lot was received after that day');
END;
-- 28 days for what serves several preparations, 4 hours for what serves one, unless its maker says otherwise.
CREATE TRIGGER opening_life BEFORE INSERT ON opening
WHEN (SELECT 3600 * CASE WHEN opened_life_h > 0 THEN opened_life_h WHEN multi_dose = 1 THEN 672 ELSE 4 END FROM lot WHERE id = NEW.lot)
  < unixepoch (NEW.discard_by) - unixepoch (NEW.opened_at)
BEGIN
  SELECT RAISE (ABORT, 'the container would be kept for too long once it is opened');
END;
CREATE TRIGGER opening_update BEFORE UPDATE ON opening
BEGIN SELECT RAISE (ABORT, 'what was opened never changes'); END;
CREATE TRIGGER opening_delete BEFORE DELETE ON opening
BEGIN SELECT RAISE (ABORT, 'what was opened is never deleted'); END;

CREATE TRIGGER opening_end_empty BEFORE INSERT ON opening_end
WHEN (SELECT left_ul FROM opening_now WHERE id = NEW.opening) > 0
BEGIN
  SELECT RAISE (ABORT, 'what is left in the container has to be booked as wasted first');
END;
CREATE TRIGGER opening_end_update BEFORE UPDATE ON opening_end
BEGIN SELECT RAISE (ABORT, 'what was thrown away stays so'); END;
CREATE TRIGGER opening_end_delete BEFORE DELETE ON opening_end
BEGIN SELECT RAISE (ABORT, 'what was thrown away stays so'); END;

CREATE TRIGGER stock_movement_received BEFORE INSERT ON stock_movement
WHEN NEW.kind = 'received' AND (EXISTS (SELECT 1 FROM stock_movement WHERE lot = NEW.lot)
  OR NEW.volume_ul IS NOT (SELECT container_ul * containers FROM lot WHERE id = NEW.lot))
BEGIN
  SELECT RAISE (ABORT, 'a lot is received once, as it is');
END;
CREATE TRIGGER stock_movement_used BEFORE INSERT ON stock_movement
WHEN NEW.kind = 'used'
  AND (NEW.volume_ul IS NOT (SELECT - sum (volume_ul) FROM preparation_draw WHERE preparation = NEW.preparation AND opening = NEW.opening)
    OR EXISTS (SELECT 1 FROM stock_movement WHERE preparation = NEW.preparation AND opening = NEW.opening AND kind = 'used'))
BEGIN
  SELECT RAISE (ABORT, 'what is used is what a preparation drew');
END;
CREATE TRIGGER stock_movement_taken_back BEFORE INSERT ON stock_movement
WHEN NEW.kind = 'corrected' AND NEW.preparation IS NOT NULL
  AND (NEW.volume_ul IS NOT (SELECT sum (volume_ul) FROM preparation_draw WHERE preparation = NEW.preparation AND opening = NEW.opening)
    OR NOT (EXISTS (SELECT 1 FROM preparation WHERE amends = NEW.preparation)
      OR EXISTS (SELECT 1 FROM entered_in_error WHERE entity = 'preparation' AND entity_id = NEW.preparation)))
BEGIN
  SELECT RAISE (ABORT, 'what is taken back is what a preparation drew that counts no more');
END;
CREATE TRIGGER stock_movement_gone BEFORE INSERT ON stock_movement
WHEN NEW.preparation IS NULL AND EXISTS (SELECT 1 FROM opening_end WHERE opening = NEW.opening)
BEGIN
  SELECT RAISE (ABORT, 'the container is gone');
END;
CREATE TRIGGER stock_movement_opening BEFORE INSERT ON stock_movement
WHEN NEW.opening IS NOT NULL AND (SELECT left_ul FROM opening_now WHERE id = NEW.opening) + NEW.volume_ul < 0
BEGIN
  SELECT RAISE (ABORT, 'there isn''t as much left in the opened container');
END;
CREATE TRIGGER stock_movement_sealed BEFORE INSERT ON stock_movement
WHEN NEW.opening IS NULL AND (SELECT sealed_ul FROM lot_balance WHERE lot = NEW.lot) + NEW.volume_ul < 0
BEGIN
  SELECT RAISE (ABORT, 'there isn''t as much left in unopened containers');
END;
CREATE TRIGGER stock_movement_update BEFORE UPDATE ON stock_movement
BEGIN SELECT RAISE (ABORT, 'what came and went never changes'); END;
CREATE TRIGGER stock_movement_delete BEFORE DELETE ON stock_movement
BEGIN SELECT RAISE (ABORT, 'what came and went is never deleted'); END;

-- How many containers there should be at least. what: a product's id, or an ingredient's.
CREATE TABLE stock_minimum (
  what TEXT NOT NULL PRIMARY KEY,
  containers INTEGER NOT NULL,
  CONSTRAINT "a minimum is of something" CHECK (what <> ''),
  CONSTRAINT "a minimum is 1 to 100000 containers" CHECK (containers BETWEEN 1 AND 100000)
) STRICT;

-- What each item of a formula is to be drawn, and the diluent (n NULL). An ingredient has one line, a product one for each of its
-- components, in the order of the items.
CREATE VIEW formula_item_volume (formula, version, n, ingredient, product, volume_ul) AS
  SELECT item.formula, item.version, item.n, item.ingredient, item.product,
    (SELECT line.volume_ul FROM formula_line line
     WHERE line.formula = item.formula AND line.version = item.version AND line.product IS item.product
       AND (item.product IS NOT NULL OR line.ingredient = item.ingredient)
       AND line.n = (SELECT coalesce (sum (CASE WHEN earlier.product IS NULL THEN 1 ELSE
           (SELECT count(*) FROM formula_line one WHERE one.formula = earlier.formula AND one.version = earlier.version
             AND one.product = earlier.product)
           / (SELECT count(*) FROM formula_item one WHERE one.formula = earlier.formula AND one.version = earlier.version
             AND one.product = earlier.product) END), 0)
         FROM formula_item earlier WHERE earlier.formula = item.formula AND earlier.version = item.version AND earlier.n < item.n))
  FROM formula_item item
  UNION ALL
  SELECT formula, version, NULL, diluent, NULL, diluent_volume_ul FROM formula_version WHERE diluent_volume_ul > 0;

-- Preparations: one batch of one version of a formula, for one patient

-- item: NULL for the diluent.
CREATE TABLE preparation_draw (
  preparation TEXT NOT NULL REFERENCES preparation (id) DEFERRABLE INITIALLY DEFERRED,
  n INTEGER NOT NULL,
  item INTEGER,
  lot TEXT NOT NULL REFERENCES lot (id),
  opening TEXT NOT NULL,
  volume_ul INTEGER NOT NULL,
  PRIMARY KEY (preparation, n),
  FOREIGN KEY (opening, lot) REFERENCES opening (id, lot),
  CONSTRAINT "something is drawn" CHECK (volume_ul > 0)
) STRICT;

CREATE INDEX preparation_draw_by_lot ON preparation_draw (lot);
CREATE INDEX preparation_draw_by_opening ON preparation_draw (opening);

-- batch: the first record of what was mixed, which its corrections share. mixed_local, use_before_local: what the clinic's clock showed.
CREATE TABLE preparation (
  id TEXT NOT NULL PRIMARY KEY,
  batch TEXT NOT NULL REFERENCES preparation (id),
  patient TEXT NOT NULL REFERENCES patient (id),
  formula TEXT NOT NULL,
  formula_version INTEGER NOT NULL,
  prepared_by TEXT NOT NULL REFERENCES staff (id),
  checked_by TEXT REFERENCES staff (id),
  mixed_at TEXT NOT NULL,
  mixed_local TEXT NOT NULL,
  use_before TEXT NOT NULL,
  use_before_local TEXT NOT NULL,
  wasted_ul INTEGER NOT NULL,
  notes TEXT NOT NULL,
  amends TEXT UNIQUE REFERENCES preparation (id),
  reason TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  recorded_zone TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES staff (id),
  FOREIGN KEY (formula, formula_version) REFERENCES formula_version (formula, version),
  CONSTRAINT "an id is a UUID" CHECK (length (id) = 36),
  CONSTRAINT "another person checks than prepared" CHECK (checked_by <> prepared_by),
  CONSTRAINT "what is recorded was done before" CHECK (mixed_at <= recorded_at),
  CONSTRAINT "a mixture is used within 4 hours" CHECK (mixed_at < use_before
    AND (unixepoch (use_before) - unixepoch (mixed_at) < 14400
      OR (unixepoch (use_before) - unixepoch (mixed_at) = 14400 AND substr (use_before, 20) <= substr (mixed_at, 20)))),
  CONSTRAINT "a day and a time are YYYY-MM-DDTHH:MM" CHECK (
    mixed_local IS strftime ('%Y-%m-%dT%H:%M', mixed_local) AND use_before_local IS strftime ('%Y-%m-%dT%H:%M', use_before_local)
    AND abs (julianday (mixed_local) - julianday (mixed_at)) <= 1
    AND abs (julianday (use_before_local) - julianday (use_before)) <= 1),
  CONSTRAINT "volumes are never negative" CHECK (wasted_ul >= 0),
  CONSTRAINT "an amendment needs a reason" CHECK (amends IS NULL OR trim (reason) <> ''),
  CONSTRAINT "a moment is UTC" CHECK (mixed_at GLOB '????-??-??T??:??:??.??????Z' AND use_before GLOB '????-??-??T??:??:??.??????Z'
    AND recorded_at GLOB '????-??-??T??:??:??.??????Z')
) STRICT;

CREATE INDEX preparation_by_patient ON preparation (patient, mixed_at);
CREATE INDEX preparation_by_batch ON preparation (batch);

-- Not used, thrown away.
CREATE TABLE preparation_discard (
  batch TEXT NOT NULL PRIMARY KEY REFERENCES preparation (id),
  reason TEXT NOT NULL,
  discarded_at TEXT NOT NULL,
  discarded_zone TEXT NOT NULL,
  discarded_by TEXT NOT NULL REFERENCES staff (id),
  CONSTRAINT "discarding needs a reason" CHECK (trim (reason) <> ''),
  CONSTRAINT "a moment is UTC" CHECK (discarded_at GLOB '????-??-??T??:??:??.??????Z')
) STRICT;

ALTER TABLE treatment_session ADD COLUMN preparation TEXT REFERENCES preparation (id);
CREATE INDEX treatment_session_by_preparation ON treatment_session (preparation) WHERE preparation IS NOT NULL;

-- Neither amended nor entered in error.
CREATE VIEW preparation_standing AS
  SELECT * FROM preparation
  WHERE NOT EXISTS (SELECT 1 FROM preparation later WHERE later.amends = preparation.id)
    AND NOT EXISTS (SELECT 1 FROM entered_in_error WHERE entity = 'preparation' AND entity_id = preparation.id);
-- The session that a batch was given in, if it counts.
CREATE VIEW preparation_session (batch, session, formula, formula_version, date, time) AS
  SELECT preparation.batch, session.id, session.formula, session.formula_version, session.date, session.time
  FROM treatment_session session JOIN preparation ON preparation.id = session.preparation
  WHERE NOT EXISTS (SELECT 1 FROM treatment_session later WHERE later.amends = session.id)
    AND NOT EXISTS (SELECT 1 FROM entered_in_error WHERE entity = 'session' AND entity_id = session.id);

-- Marks of error, made anew for the preparations, as version 2 did for the sessions.

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
  CONSTRAINT "only signed records are marked" CHECK (
    entity IN ('screening', 'screening-decision', 'formula', 'handout', 'session', 'preparation')),
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
  UNION ALL SELECT 1 FROM treatment_session WHERE NEW.entity = 'session' AND id = NEW.entity_id
  UNION ALL SELECT 1 FROM preparation WHERE NEW.entity = 'preparation' AND id = NEW.entity_id)
BEGIN
  SELECT RAISE (ABORT, 'there is no such record to mark');
END;
CREATE TRIGGER entered_in_error_preparation_amended BEFORE INSERT ON entered_in_error
WHEN NEW.entity = 'preparation' AND EXISTS (SELECT 1 FROM preparation WHERE amends = NEW.entity_id)
BEGIN
  SELECT RAISE (ABORT, 'the preparation was amended; its newest record is the one to mark');
END;
CREATE TRIGGER entered_in_error_preparation_given BEFORE INSERT ON entered_in_error
WHEN NEW.entity = 'preparation'
  AND EXISTS (SELECT 1 FROM preparation_session WHERE batch = (SELECT batch FROM preparation WHERE id = NEW.entity_id))
BEGIN
  SELECT RAISE (ABORT, 'a session stands on this preparation; amend it or mark it first');
END;
-- It is taken back, and lost: what was drawn doesn't come back into a vial.
CREATE TRIGGER entered_in_error_preparation_booked AFTER INSERT ON entered_in_error
WHEN NEW.entity = 'preparation'
BEGIN
  INSERT INTO stock_movement (lot, opening, kind, volume_ul, reason, preparation, moved_at, moved_zone, moved_by)
    SELECT lot, opening, 'corrected', sum (volume_ul), '', NEW.entity_id, NEW.marked_at, NEW.marked_zone, NEW.marked_by
    FROM preparation_draw WHERE preparation = NEW.entity_id GROUP BY lot, opening ORDER BY min (n);
  INSERT INTO stock_movement (lot, opening, kind, volume_ul, reason, preparation, moved_at, moved_zone, moved_by)
    SELECT lot, opening, 'wasted', - sum (volume_ul), '', NEW.entity_id, NEW.marked_at, NEW.marked_zone, NEW.marked_by
    FROM preparation_draw WHERE preparation = NEW.entity_id GROUP BY lot, opening ORDER BY min (n);
END;
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
    UNION ALL SELECT patient FROM treatment_session WHERE OLD.entity = 'session' AND id = OLD.entity_id
    UNION ALL SELECT patient FROM preparation WHERE OLD.entity = 'preparation' AND id = OLD.entity_id))
BEGIN SELECT RAISE (ABORT, 'a mark of error never changes'); END;
CREATE TRIGGER entered_in_error_delete BEFORE DELETE ON entered_in_error
BEGIN SELECT RAISE (ABORT, 'a mark of error is never deleted'); END;

-- What a preparation may be. An amendment tells what was: what a lot has become since isn't asked again of a lot that was drawn from.

CREATE TRIGGER preparation_erased BEFORE INSERT ON preparation
WHEN EXISTS (SELECT 1 FROM patient WHERE id = NEW.patient AND erased_at IS NOT NULL)
BEGIN SELECT RAISE (ABORT, 'this record was erased'); END;

CREATE TRIGGER preparation_amends BEFORE INSERT ON preparation
WHEN NEW.amends IS NOT NULL
  AND (SELECT person FROM patient_person WHERE patient = (SELECT patient FROM preparation WHERE id = NEW.amends))
    IS NOT (SELECT person FROM patient_person WHERE patient = NEW.patient)
BEGIN
  SELECT RAISE (ABORT, 'a preparation can only amend one of the same patient');
END;
CREATE TRIGGER preparation_amends_error BEFORE INSERT ON preparation
WHEN EXISTS (SELECT 1 FROM entered_in_error WHERE entity = 'preparation' AND entity_id = NEW.amends)
BEGIN
  SELECT RAISE (ABORT, 'what was entered in error isn''t amended');
END;
CREATE TRIGGER preparation_of_batch BEFORE INSERT ON preparation
WHEN NEW.batch IS NOT coalesce ((SELECT batch FROM preparation WHERE id = NEW.amends), NEW.id)
BEGIN
  SELECT RAISE (ABORT, 'a preparation is its own batch, or its amendment''s');
END;

CREATE TRIGGER preparation_formula BEFORE INSERT ON preparation
WHEN (SELECT person FROM patient_person WHERE patient = (SELECT patient FROM formula WHERE id = NEW.formula))
  IS NOT (SELECT person FROM patient_person WHERE patient = NEW.patient)
BEGIN
  SELECT RAISE (ABORT, 'the formula wasn''t made for this patient');
END;
CREATE TRIGGER preparation_formula_ok BEFORE INSERT ON preparation
WHEN EXISTS (SELECT 1 FROM formula_version WHERE formula = NEW.formula AND version = NEW.formula_version AND ok = 0)
BEGIN
  SELECT RAISE (ABORT, 'this version of the formula is blocked');
END;
CREATE TRIGGER preparation_formula_error BEFORE INSERT ON preparation
WHEN NEW.formula IS NOT (SELECT formula FROM preparation WHERE id = NEW.amends)
  AND EXISTS (SELECT 1 FROM entered_in_error WHERE entity = 'formula' AND entity_id = NEW.formula)
BEGIN
  SELECT RAISE (ABORT, 'this formula was entered in error');
END;
CREATE TRIGGER preparation_given BEFORE INSERT ON preparation
WHEN EXISTS (SELECT 1 FROM preparation_session given WHERE given.batch = NEW.batch
  AND ((NEW.formula, NEW.formula_version) IS NOT (given.formula, given.formula_version)
    OR given.date || 'T' || coalesce (given.time, '00:00') > NEW.use_before_local
    OR given.date < substr (NEW.mixed_local, 1, 10)))
BEGIN
  SELECT RAISE (ABORT, 'the session it was given in says otherwise; amend that first');
END;

CREATE TRIGGER preparation_by BEFORE INSERT ON preparation
WHEN NEW.prepared_by IS NOT (SELECT prepared_by FROM preparation WHERE id = NEW.amends)
  AND NOT EXISTS (SELECT 1 FROM staff WHERE id = NEW.prepared_by AND role IN ('physician', 'nurse') AND active = 1)
BEGIN
  SELECT RAISE (ABORT, 'a physician or a nurse who works here prepares');
END;
CREATE TRIGGER preparation_checked_by BEFORE INSERT ON preparation
WHEN NEW.checked_by IS NOT NULL AND NEW.checked_by IS NOT (SELECT checked_by FROM preparation WHERE id = NEW.amends)
  AND NOT EXISTS (SELECT 1 FROM staff WHERE id = NEW.checked_by AND active = 1)
BEGIN
  SELECT RAISE (ABORT, 'somebody who works here checks');
END;
CREATE TRIGGER preparation_checked BEFORE INSERT ON preparation
WHEN NEW.checked_by IS NULL AND NEW.amends IS NULL
  AND NOT EXISTS (SELECT 1 FROM clinic_setting WHERE key = 'preparation-check' AND value = 'no')
BEGIN
  SELECT RAISE (ABORT, 'a second person has to check what was prepared');
END;
CREATE TRIGGER preparation_still_checked BEFORE INSERT ON preparation
WHEN NEW.checked_by IS NULL AND EXISTS (SELECT 1 FROM preparation WHERE id = NEW.amends AND checked_by IS NOT NULL)
BEGIN
  SELECT RAISE (ABORT, 'an amendment can''t take the check away');
END;

CREATE TRIGGER preparation_volumes BEFORE INSERT ON preparation
WHEN NOT EXISTS (SELECT 1 FROM preparation_draw WHERE preparation = NEW.id)
  OR EXISTS (SELECT 1 FROM formula_item_volume need WHERE need.formula = NEW.formula AND need.version = NEW.formula_version
    AND (need.volume_ul IS NULL
      OR need.volume_ul IS NOT (SELECT sum (volume_ul) FROM preparation_draw WHERE preparation = NEW.id AND item IS need.n)))
  OR EXISTS (SELECT 1 FROM preparation_draw draw WHERE draw.preparation = NEW.id
    AND NOT EXISTS (SELECT 1 FROM formula_item_volume need WHERE need.formula = NEW.formula AND need.version = NEW.formula_version
      AND need.n IS draw.item))
BEGIN
  SELECT RAISE (ABORT, 'what was drawn isn''t what the formula says');
END;
CREATE TRIGGER preparation_wasted BEFORE INSERT ON preparation
WHEN NEW.wasted_ul > (SELECT sum (volume_ul) FROM preparation_draw WHERE preparation = NEW.id)
BEGIN
  SELECT RAISE (ABORT, 'no more is lost than was drawn');
END;
CREATE TRIGGER preparation_fits BEFORE INSERT ON preparation
WHEN EXISTS (SELECT 1 FROM preparation_draw draw JOIN lot ON lot.id = draw.lot
  JOIN formula_item_volume need ON need.formula = NEW.formula AND need.version = NEW.formula_version AND need.n IS draw.item
  WHERE draw.preparation = NEW.id AND CASE WHEN need.product IS NOT NULL THEN lot.product IS NOT need.product
    ELSE (SELECT group_concat (ingredient, '/') FROM lot_component WHERE lot = draw.lot) IS NOT need.ingredient END)
BEGIN
  SELECT RAISE (ABORT, 'a lot holds something else than the formula says');
END;

CREATE TRIGGER preparation_recalled BEFORE INSERT ON preparation
WHEN EXISTS (SELECT 1 FROM preparation_draw draw JOIN lot_now ON lot_now.id = draw.lot
  WHERE draw.preparation = NEW.id AND lot_now.state = 'recalled'
    AND NOT EXISTS (SELECT 1 FROM preparation_draw before WHERE before.preparation = NEW.amends AND before.lot = draw.lot))
BEGIN
  SELECT RAISE (ABORT, 'the lot is recalled');
END;
CREATE TRIGGER preparation_quarantined BEFORE INSERT ON preparation
WHEN EXISTS (SELECT 1 FROM preparation_draw draw JOIN lot_now ON lot_now.id = draw.lot
  WHERE draw.preparation = NEW.id AND lot_now.state = 'quarantined'
    AND NOT EXISTS (SELECT 1 FROM preparation_draw before WHERE before.preparation = NEW.amends AND before.lot = draw.lot))
BEGIN
  SELECT RAISE (ABORT, 'the lot is quarantined');
END;
CREATE TRIGGER preparation_expired BEFORE INSERT ON preparation
WHEN EXISTS (SELECT 1 FROM preparation_draw draw JOIN lot_now ON lot_now.id = draw.lot
  WHERE draw.preparation = NEW.id AND lot_now.expiry < substr (NEW.mixed_local, 1, 10)
    AND NOT EXISTS (SELECT 1 FROM preparation_draw before JOIN preparation ON preparation.id = before.preparation
      WHERE before.preparation = NEW.amends AND before.lot = draw.lot AND preparation.mixed_at = NEW.mixed_at))
BEGIN
  SELECT RAISE (ABORT, 'the lot had expired on that day');
END;
CREATE TRIGGER preparation_expires BEFORE INSERT ON preparation
WHEN EXISTS (SELECT 1 FROM preparation_draw draw JOIN lot_now ON lot_now.id = draw.lot
  WHERE draw.preparation = NEW.id AND lot_now.expiry >= substr (NEW.mixed_local, 1, 10)
    AND lot_now.expiry < substr (NEW.use_before_local, 1, 10)
    AND NOT EXISTS (SELECT 1 FROM preparation_draw before JOIN preparation ON preparation.id = before.preparation
      WHERE before.preparation = NEW.amends AND before.lot = draw.lot AND preparation.use_before = NEW.use_before))
BEGIN
  SELECT RAISE (ABORT, 'the mixture could be used after one of its lots has expired');
END;
CREATE TRIGGER preparation_early BEFORE INSERT ON preparation
WHEN EXISTS (SELECT 1 FROM preparation_draw draw JOIN opening ON opening.id = draw.opening
  WHERE draw.preparation = NEW.id AND opening.opened_at > NEW.mixed_at)
BEGIN
  SELECT RAISE (ABORT, 'a container was opened after that');
END;
CREATE TRIGGER preparation_opened_too_long BEFORE INSERT ON preparation
WHEN EXISTS (SELECT 1 FROM preparation_draw draw JOIN opening ON opening.id = draw.opening JOIN lot_now ON lot_now.id = draw.lot
  WHERE draw.preparation = NEW.id AND opening.discard_by <= NEW.mixed_at AND lot_now.expiry >= substr (NEW.mixed_local, 1, 10))
BEGIN
  SELECT RAISE (ABORT, 'the container was opened too long ago');
END;
CREATE TRIGGER preparation_outlives BEFORE INSERT ON preparation
WHEN EXISTS (SELECT 1 FROM preparation_draw draw JOIN opening ON opening.id = draw.opening
  WHERE draw.preparation = NEW.id AND opening.discard_by > NEW.mixed_at AND opening.discard_by < NEW.use_before)
BEGIN
  SELECT RAISE (ABORT, 'the mixture could be used after one of its containers has to be discarded');
END;
CREATE TRIGGER preparation_thrown_away BEFORE INSERT ON preparation
WHEN EXISTS (SELECT 1 FROM preparation_draw draw JOIN opening_end ended ON ended.opening = draw.opening
  WHERE draw.preparation = NEW.id AND ended.preparation IS NULL
    AND NOT EXISTS (SELECT 1 FROM preparation_draw before WHERE before.preparation = NEW.amends AND before.opening = draw.opening))
BEGIN
  SELECT RAISE (ABORT, 'the container was thrown away');
END;
CREATE TRIGGER preparation_single_dose BEFORE INSERT ON preparation
WHEN EXISTS (SELECT 1 FROM preparation_draw draw JOIN lot ON lot.id = draw.lot
  JOIN preparation_draw other ON other.opening = draw.opening JOIN preparation ON preparation.id = other.preparation
  WHERE draw.preparation = NEW.id AND lot.multi_dose = 0 AND preparation.batch <> NEW.batch)
BEGIN
  SELECT RAISE (ABORT, 'a single-dose container serves one preparation only');
END;

-- The ledger follows by itself. What an amended record drew comes back first; then what is drawn goes; then the rest of what serves one
-- preparation, and of what is gone already.
CREATE TRIGGER preparation_booked AFTER INSERT ON preparation
BEGIN
  INSERT INTO stock_movement (lot, opening, kind, volume_ul, reason, preparation, moved_at, moved_zone, moved_by)
    SELECT lot, opening, 'corrected', sum (volume_ul), '', NEW.amends, NEW.recorded_at, NEW.recorded_zone, NEW.recorded_by
    FROM preparation_draw WHERE preparation = NEW.amends GROUP BY lot, opening ORDER BY min (n);
  INSERT INTO stock_movement (lot, opening, kind, volume_ul, reason, preparation, moved_at, moved_zone, moved_by)
    SELECT lot, opening, 'used', - sum (volume_ul), '', NEW.id, NEW.recorded_at, NEW.recorded_zone, NEW.recorded_by
    FROM preparation_draw WHERE preparation = NEW.id GROUP BY lot, opening ORDER BY min (n);
  INSERT INTO stock_movement (lot, opening, kind, volume_ul, reason, preparation, moved_at, moved_zone, moved_by)
    SELECT opening_now.lot, opening_now.id, 'wasted', - left_ul, '', NEW.id, NEW.recorded_at, NEW.recorded_zone, NEW.recorded_by
    FROM opening_now JOIN lot ON lot.id = opening_now.lot
    WHERE opening_now.id IN (SELECT opening FROM preparation_draw WHERE preparation IN (NEW.id, NEW.amends))
      AND left_ul > 0 AND (multi_dose = 0 OR ended = 1)
    ORDER BY opening_now.id;
  INSERT INTO opening_end (opening, reason, preparation, ended_at, ended_zone, ended_by)
    SELECT DISTINCT opening, '', NEW.id, NEW.recorded_at, NEW.recorded_zone, NEW.recorded_by
    FROM preparation_draw JOIN lot ON lot.id = preparation_draw.lot
    WHERE preparation = NEW.id AND multi_dose = 0
      AND NOT EXISTS (SELECT 1 FROM opening_end ended WHERE ended.opening = preparation_draw.opening);
END;

CREATE TRIGGER preparation_draw_sealed BEFORE INSERT ON preparation_draw
WHEN EXISTS (SELECT 1 FROM preparation WHERE id = NEW.preparation)
BEGIN SELECT RAISE (ABORT, 'a signed preparation never changes'); END;
CREATE TRIGGER preparation_draw_update BEFORE UPDATE ON preparation_draw
BEGIN SELECT RAISE (ABORT, 'a signed preparation never changes'); END;
CREATE TRIGGER preparation_draw_delete BEFORE DELETE ON preparation_draw
BEGIN SELECT RAISE (ABORT, 'a signed preparation is never deleted'); END;
-- But for the texts of somebody whose record was erased; the lots stay.
CREATE TRIGGER preparation_update BEFORE UPDATE ON preparation
WHEN NOT EXISTS (SELECT 1 FROM patient WHERE id = OLD.patient AND erased_at IS NOT NULL)
  OR NEW.notes NOT IN ('', '[erased]') OR NEW.reason NOT IN ('', '[erased]')
  OR (NEW.id, NEW.batch, NEW.patient, NEW.formula, NEW.formula_version, NEW.prepared_by, NEW.checked_by, NEW.mixed_at, NEW.mixed_local,
    NEW.use_before, NEW.use_before_local, NEW.wasted_ul, NEW.amends, NEW.recorded_at, NEW.recorded_zone, NEW.recorded_by)
  IS NOT (OLD.id, OLD.batch, OLD.patient, OLD.formula, OLD.formula_version, OLD.prepared_by, OLD.checked_by, OLD.mixed_at, OLD.mixed_local,
    OLD.use_before, OLD.use_before_local, OLD.wasted_ul, OLD.amends, OLD.recorded_at, OLD.recorded_zone, OLD.recorded_by)
BEGIN SELECT RAISE (ABORT, 'a signed preparation never changes'); END;
CREATE TRIGGER preparation_delete BEFORE DELETE ON preparation
BEGIN SELECT RAISE (ABORT, 'a signed preparation is never deleted'); END;

CREATE TRIGGER preparation_discard_batch BEFORE INSERT ON preparation_discard
WHEN NOT EXISTS (SELECT 1 FROM preparation_standing WHERE batch = NEW.batch)
BEGIN
  SELECT RAISE (ABORT, 'there is no such preparation to discard');
END;
CREATE TRIGGER preparation_discard_given BEFORE INSERT ON preparation_discard
WHEN EXISTS (SELECT 1 FROM preparation_session WHERE batch = NEW.batch)
BEGIN
  SELECT RAISE (ABORT, 'a session stands on this preparation; amend it or mark it first');
END;
CREATE TRIGGER preparation_discard_update BEFORE UPDATE ON preparation_discard
WHEN NOT EXISTS (SELECT 1 FROM preparation JOIN patient ON patient.id = preparation.patient
    WHERE preparation.id = OLD.batch AND patient.erased_at IS NOT NULL)
  OR NEW.reason <> '[erased]' OR (NEW.batch, NEW.discarded_at, NEW.discarded_zone, NEW.discarded_by)
  IS NOT (OLD.batch, OLD.discarded_at, OLD.discarded_zone, OLD.discarded_by)
BEGIN SELECT RAISE (ABORT, 'what was thrown away stays so'); END;
CREATE TRIGGER preparation_discard_delete BEFORE DELETE ON preparation_discard
BEGIN SELECT RAISE (ABORT, 'what was thrown away stays so'); END;

-- Sessions that a preparation was made for

CREATE TRIGGER treatment_session_preparation BEFORE INSERT ON treatment_session
WHEN NEW.preparation IS NOT NULL
  AND (SELECT person FROM patient_person WHERE patient = (SELECT patient FROM preparation WHERE id = NEW.preparation))
    IS NOT (SELECT person FROM patient_person WHERE patient = NEW.patient)
BEGIN
  SELECT RAISE (ABORT, 'the preparation is another patient''s');
END;
CREATE TRIGGER treatment_session_preparation_formula BEFORE INSERT ON treatment_session
WHEN EXISTS (SELECT 1 FROM preparation WHERE id = NEW.preparation
  AND (formula, formula_version) IS NOT (NEW.formula, NEW.formula_version))
BEGIN
  SELECT RAISE (ABORT, 'the preparation is of another formula, or of another version of it');
END;
CREATE TRIGGER treatment_session_preparation_counts BEFORE INSERT ON treatment_session
WHEN NEW.preparation IS NOT NULL AND NEW.preparation IS NOT (SELECT preparation FROM treatment_session WHERE id = NEW.amends)
  AND NOT EXISTS (SELECT 1 FROM preparation_standing WHERE id = NEW.preparation)
BEGIN
  SELECT RAISE (ABORT, 'the preparation was amended or entered in error');
END;
CREATE TRIGGER treatment_session_preparation_discarded BEFORE INSERT ON treatment_session
WHEN EXISTS (SELECT 1 FROM preparation JOIN preparation_discard gone ON gone.batch = preparation.batch WHERE preparation.id = NEW.preparation)
BEGIN
  SELECT RAISE (ABORT, 'the preparation was thrown away');
END;
CREATE TRIGGER treatment_session_preparation_once BEFORE INSERT ON treatment_session
WHEN EXISTS (SELECT 1 FROM preparation JOIN preparation_session given ON given.batch = preparation.batch
  WHERE preparation.id = NEW.preparation AND given.session IS NOT NEW.amends)
BEGIN
  SELECT RAISE (ABORT, 'the preparation was given in another session');
END;
CREATE TRIGGER treatment_session_preparation_late BEFORE INSERT ON treatment_session
WHEN EXISTS (SELECT 1 FROM preparation WHERE id = NEW.preparation
  AND NEW.date || 'T' || coalesce (NEW.time, '00:00') > use_before_local)
BEGIN
  SELECT RAISE (ABORT, 'the preparation had to be used before that');
END;
CREATE TRIGGER treatment_session_preparation_early BEFORE INSERT ON treatment_session
WHEN EXISTS (SELECT 1 FROM preparation WHERE id = NEW.preparation AND NEW.date < substr (mixed_local, 1, 10))
BEGIN
  SELECT RAISE (ABORT, 'the preparation was mixed on a later day');
END;
-- What was decided about a lot once the mixture was over can't have kept anybody from giving it.
CREATE TRIGGER treatment_session_preparation_lots BEFORE INSERT ON treatment_session
WHEN NEW.preparation IS NOT (SELECT preparation FROM treatment_session WHERE id = NEW.amends)
  AND EXISTS (SELECT 1 FROM preparation_draw draw JOIN lot_now ON lot_now.id = draw.lot
    JOIN preparation ON preparation.id = draw.preparation
    WHERE draw.preparation = NEW.preparation AND lot_now.state <> 'available'
      AND (SELECT state FROM lot_event WHERE lot = draw.lot AND set_at <= preparation.use_before ORDER BY n DESC LIMIT 1) <> 'available')
BEGIN
  SELECT RAISE (ABORT, 'a lot of the preparation is recalled or quarantined');
END;

DROP TRIGGER treatment_session_update;
CREATE TRIGGER treatment_session_update BEFORE UPDATE ON treatment_session
WHEN NOT EXISTS (SELECT 1 FROM patient WHERE id = OLD.patient AND erased_at IS NOT NULL)
  OR NEW.notes NOT IN ('', '[erased]') OR NEW.reason NOT IN ('', '[erased]')
  OR (NEW.id, NEW.patient, NEW.plan, NEW.session_n, NEW.date, NEW.time, NEW.operator, NEW.operator_role, NEW.operator_licence,
    NEW.physician, NEW.screening, NEW.formula, NEW.formula_version, NEW.preparation, NEW.points, NEW.volume_ul, NEW.wasted_ul, NEW.pain,
    NEW.systolic_before, NEW.diastolic_before, NEW.systolic_after, NEW.diastolic_after, NEW.reactions_none, NEW.amends, NEW.recorded_at,
    NEW.recorded_zone, NEW.recorded_by)
  IS NOT (OLD.id, OLD.patient, OLD.plan, OLD.session_n, OLD.date, OLD.time, OLD.operator, OLD.operator_role, OLD.operator_licence,
    OLD.physician, OLD.screening, OLD.formula, OLD.formula_version, OLD.preparation, OLD.points, OLD.volume_ul, OLD.wasted_ul, OLD.pain,
    OLD.systolic_before, OLD.diastolic_before, OLD.systolic_after, OLD.diastolic_after, OLD.reactions_none, OLD.amends, OLD.recorded_at,
    OLD.recorded_zone, OLD.recorded_by)
BEGIN SELECT RAISE (ABORT, 'a signed session never changes'); END;

-- A recipe of the clinic that is no longer offered: a row says so, and goes when it is offered again. The audit keeps both.
CREATE TABLE formula_retired (
  formula TEXT NOT NULL PRIMARY KEY REFERENCES formula (id),
  retired_at TEXT NOT NULL,
  retired_by TEXT NOT NULL REFERENCES staff (id),
  CONSTRAINT "a moment is UTC" CHECK (retired_at GLOB '????-??-??T??:??:??.??????Z')
) STRICT;
CREATE TRIGGER formula_retired_of_clinic BEFORE INSERT ON formula_retired
WHEN (SELECT patient FROM formula WHERE id = NEW.formula) IS NOT NULL
BEGIN
  SELECT RAISE (ABORT, 'only a recipe of the clinic can be retired');
END;
