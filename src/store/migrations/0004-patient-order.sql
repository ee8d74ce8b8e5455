-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-FileCopyrightText: The Meso Clinic authors
--
-- Version 4: the order of names as numbers, so that the search index hands out its hits in that order by itself. Both tables are
-- filled when the file is opened, by the same code that keeps them: words and order come from libraries that get newer.

-- Who is in the list and in the search, by their place in the order of names; places have gaps, and say nothing but the order.
-- A record that was merged has none: its words count for the record it stands for. Nor has one that was erased.
CREATE TABLE patient_order (
  place INTEGER PRIMARY KEY,
  patient INTEGER NOT NULL UNIQUE REFERENCES patient (number),
  archived INTEGER NOT NULL,
  CONSTRAINT "a place is above zero" CHECK (place > 0),
  CONSTRAINT "archived is 0 or 1" CHECK (archived IN (0, 1))
) STRICT;

CREATE INDEX patient_order_archived ON patient_order (place) WHERE archived = 1;

-- Folded words; rowid is patient_order.place. digits: each number as the windows of four digits that it consists of, the first
-- three of a window as one letter of the private use area: a part of a number is then a phrase, and three digits are the
-- beginning of a word. detail: phrases need the positions. prefix: up to eight letters, for the beginnings of common names
-- would otherwise be put together from thousands of words at each key press.
DROP TABLE patient_search;
CREATE VIRTUAL TABLE patient_search USING fts5 (
  name, other, digits,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* Co'",
  prefix = '1 2 3 4 5 6 7 8', detail = full, columnsize = 0
);
INSERT INTO patient_search (patient_search, rank) VALUES ('secure-delete', 1);

-- Who is on a course, or waits for one to go on.
CREATE INDEX plan_by_status ON plan (status, patient);
