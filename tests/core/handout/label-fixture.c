/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "label-fixture.h"

const char *const label_fixture_english[] = { "en", NULL };
const char *const label_fixture_persian[] = { "fa", NULL };
const char *const label_fixture_both[] = { "en", "fa", NULL };

MesoCivilTime
label_fixture_time_of (const char *at_utc)
{
  g_autofree char *minute = g_strndup (at_utc, 16);
  MesoCivilTime time;
  g_autoptr (GError) error = NULL;

  meso_civil_time_parse (minute, &time, &error);
  g_assert_no_error (error);
  return time;
}

void
label_fixture_add_lot (LabelFixture *self,
                       const char   *number)
{
  g_autofree char *id = g_strdup_printf ("lot-%u", self->preparation->draws->len);

  meso_preparation_add_draw (self->preparation, 0, id, NULL, 1000);
  g_hash_table_insert (self->lots, g_strdup (id), g_strdup (number));
}

LabelFixture *
label_fixture_new (const char *const *languages)
{
  LabelFixture *self = g_new0 (LabelFixture, 1);

  self->account = handout_fixture_formula ();
  self->preparation = meso_preparation_new ();
  self->preparation->mixed_at = g_strdup ("2026-11-23T13:35:00.000000Z");
  self->preparation->use_before = g_strdup ("2026-11-23T17:35:00.000000Z");
  self->lots = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  label_fixture_add_lot (self, "B24K118");
  label_fixture_add_lot (self, "DX7702");
  label_fixture_add_lot (self, "ZN0931");
  self->contents = (MesoLabelContents) {
    .languages = languages, .patient_name = "Leila Karimi", .other_name = "", .file_number = "0417",
    .preparation = self->preparation, .version = self->account->version, .protocol = handout_fixture_protocol (),
    .judge = handout_fixture_protocol (), .lots = self->lots, .prepared_by = "P. Amini", .checked_by = "S. Moradi",
    .time_of = label_fixture_time_of,
  };
  return self;
}

void
label_fixture_free (LabelFixture *self)
{
  meso_formula_account_free (self->account);
  meso_preparation_free (self->preparation);
  g_hash_table_unref (self->lots);
  g_free (self);
}

MesoLabelSheet *
label_fixture_assemble (LabelFixture *self)
{
  g_autoptr (GError) error = NULL;
  MesoLabelSheet *sheet = meso_label_sheet_assemble (&self->contents, &error);

  g_assert_no_error (error);
  return sheet;
}
