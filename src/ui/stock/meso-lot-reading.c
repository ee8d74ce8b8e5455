/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-lot-reading.h"

#include <glib/gi18n.h>

#include "meso-date-row.h"
#include "meso-formula-entry.h"
#include "meso-formula-wording.h"
#include "meso-month-text.h"
#include "meso-opened-life.h"
#include "meso-stock-service.h"
#include "meso-text.h"

/* A line of a label. */
#define MAX_CHARACTERS 200
#define MAX_CONTAINERS 10000
#define MAX_CONTAINER_UL 1000000
#define MAX_EXPIRY_YEARS 20
#define MAX_PRICE G_GINT64_CONSTANT (1000000000000)

static void
set_problem (MesoLotReading *self,
             MesoLotField    field,
             const char     *sentence)
{
  g_set_str (&self->problems[field], sentence);
}

/* (nullable): of what has only one */
static const MesoIngredient *
find_only_ingredient (MesoContext   *context,
                      const MesoLot *lot)
{
  const MesoProductComponent *component = lot->product == NULL && lot->components->len == 1 ? g_ptr_array_index (lot->components, 0) : NULL;

  return component != NULL ? meso_protocol_lookup_ingredient (meso_context_get_protocol (context), component->ingredient) : NULL;
}

gboolean
meso_lot_needs_strength (MesoContext   *context,
                         const MesoLot *lot)
{
  const MesoIngredient *ingredient = find_only_ingredient (context, lot);

  return ingredient != NULL && !ingredient->diluent;
}

static void
read_strength (MesoLotReading *self,
               MesoContext    *context,
               const char     *salt_id,
               const char     *text)
{
  const MesoIngredient *ingredient = find_only_ingredient (context, self->lot);
  MesoProductComponent *component = g_ptr_array_index (self->lot->components, 0);
  const MesoSalt *salt = meso_ingredient_find_salt (ingredient, salt_id);
  g_autofree char *ascii = meso_text_ascii_digits (text);
  MesoStrength read;
  MesoFormulaProblem problem = meso_formula_entry_read_strength (ingredient, salt, text, &read);

  g_set_str (&component->salt, salt != NULL ? salt->id : NULL);
  g_free (component->strength);
  component->strength = meso_text_trim (ascii);
  if (problem == MESO_FORMULA_PROBLEM_EMPTY)
    set_problem (self, MESO_LOT_FIELD_STRENGTH, _("Write the strength that stands on the label, for example 5 mg/mL."));
  else if (problem != MESO_FORMULA_PROBLEM_NONE)
    self->problems[MESO_LOT_FIELD_STRENGTH] = meso_formula_wording_problem (MESO_FORMULA_FIELD_STRENGTH, problem, ingredient);
}

/* What the formulary knows of it is what the lot begins with. */
static void
read_what (MesoLotReading     *self,
           MesoContext        *context,
           const GPtrArray    *things,
           const MesoLotDraft *draft)
{
  const char *text = draft->texts[MESO_LOT_FIELD_WHAT];

  self->what = meso_substances_find (things, text);
  if (self->what != NULL)
    self->lot = meso_stock_service_draft (meso_context_get_clinic (context), self->what->id, meso_context_get_language (context));
  if (self->lot == NULL)
    {
      self->lot = meso_lot_new ();
      set_problem (self, MESO_LOT_FIELD_WHAT,
                   meso_text_is_empty (text) ? _("Write what was received: a product or an ingredient of the formulary.")
                                             : _("The formulary has nothing of this name. Choose from what is offered while you type, or "
                                                 "add the product to the formulary first."));
    }
  else if (meso_lot_needs_strength (context, self->lot))
    read_strength (self, context, draft->texts[MESO_LOT_FIELD_SALT], draft->texts[MESO_LOT_FIELD_STRENGTH]);
}

static void
read_line (MesoLotReading     *self,
           const MesoLotDraft *draft,
           MesoLotField        field,
           char              **line_out)
{
  g_autofree char *line = meso_text_trim (draft->texts[field]);

  if (!meso_text_check_line (line, MAX_CHARACTERS, "", NULL))
    set_problem (self, field, _("This text is too long, or holds characters that can’t be printed."));
  g_set_str (line_out, line);
}

/* Without a trade name of its own it is called as the formulary calls it. */
static void
read_name (MesoLotReading     *self,
           const MesoLotDraft *draft)
{
  g_autofree char *name = NULL;

  read_line (self, draft, MESO_LOT_FIELD_NAME, &name);
  if (*name != '\0')
    g_set_str (&self->lot->name, name);
}

static void
read_number (MesoLotReading     *self,
             const MesoLotDraft *draft)
{
  read_line (self, draft, MESO_LOT_FIELD_NUMBER, &self->lot->number);
  if (*self->lot->number == '\0')
    set_problem (self, MESO_LOT_FIELD_NUMBER, _("Write the lot number as it stands on the box: a recall goes by it."));
}

static gboolean
read_date (MesoContext      *context,
           const char       *text,
           MesoCalendarDate *date_out)
{
  return meso_context_parse_date (context, text, date_out, NULL);
}

static void
read_dates (MesoLotReading     *self,
            MesoContext        *context,
            const MesoLotDraft *draft)
{
  const char *expiry = draft->texts[MESO_LOT_FIELD_EXPIRY];
  const char *received = draft->texts[MESO_LOT_FIELD_RECEIVED_ON];
  MesoCalendarDate today = meso_context_get_today (context);
  MesoLot *lot = self->lot;

  lot->received_on = today;
  if (!meso_text_is_empty (received) && !read_date (context, received, &lot->received_on))
    self->problems[MESO_LOT_FIELD_RECEIVED_ON] = meso_date_row_dup_problem (context, received, FALSE);
  else if (meso_calendar_date_compare (lot->received_on, today) > 0)
    set_problem (self, MESO_LOT_FIELD_RECEIVED_ON, _("This day is still to come. Write the day on which it came."));
  if (meso_text_is_empty (expiry))
    set_problem (self, MESO_LOT_FIELD_EXPIRY, _("Write the expiry date that stands on the box. A month alone is its last day."));
  else if (!meso_month_text_read (expiry, &lot->expiry) && !read_date (context, expiry, &lot->expiry))
    self->problems[MESO_LOT_FIELD_EXPIRY] = meso_date_row_dup_problem (context, expiry, TRUE);
  else if (meso_calendar_date_years_between (today, lot->expiry) >= MAX_EXPIRY_YEARS)
    set_problem (self, MESO_LOT_FIELD_EXPIRY, _("That is more than 20 years away. Look at the year again."));
}

/* A correction may well say that a lot has expired; a delivery that has isn't taken. */
static void
refuse_expired (MesoLotReading   *self,
                MesoCalendarDate  today)
{
  if (self->problems[MESO_LOT_FIELD_EXPIRY] == NULL && meso_calendar_date_compare (self->lot->expiry, today) < 0)
    set_problem (self, MESO_LOT_FIELD_EXPIRY, _("It has expired. Look at the box again: what has expired can’t be used, and isn’t taken in."));
}

/* Digits alone, thousands apart or not. */
static gboolean
read_whole (const char *text,
            gint64      most,
            gint64     *number_out)
{
  g_autofree char *ascii = meso_text_ascii_digits (text);
  g_autofree char *trimmed = meso_text_trim (ascii);
  guint64 number;

  *number_out = 0;
  if (!g_ascii_string_to_unsigned (trimmed, 10, 0, (guint64) most, &number, NULL))
    return FALSE;
  *number_out = (gint64) number;
  return TRUE;
}

static void
read_amounts (MesoLotReading     *self,
              const MesoLotDraft *draft)
{
  const char *volume = draft->texts[MESO_LOT_FIELD_VOLUME];
  const char *price = draft->texts[MESO_LOT_FIELD_PRICE];
  MesoFormulaProblem problem = meso_formula_entry_read_volume (volume, FALSE);
  MesoQuantity quantity;

  if (!read_whole (draft->texts[MESO_LOT_FIELD_CONTAINERS], MAX_CONTAINERS, &self->lot->containers) || self->lot->containers == 0)
    set_problem (self, MESO_LOT_FIELD_CONTAINERS, _("Write how many vials or ampoules came: a whole number, for example 10."));
  if (problem == MESO_FORMULA_PROBLEM_NONE && meso_quantity_parse (volume, &quantity, NULL))
    {
      self->lot->container_ul = quantity.value;
      if (quantity.value > MAX_CONTAINER_UL)
        set_problem (self, MESO_LOT_FIELD_VOLUME, _("One container holds a litre at most. Check the unit."));
    }
  else if (problem == MESO_FORMULA_PROBLEM_AMBIGUOUS)
    self->problems[MESO_LOT_FIELD_VOLUME] = meso_formula_wording_problem (MESO_FORMULA_FIELD_VOLUME, problem, NULL);
  else
    set_problem (self, MESO_LOT_FIELD_VOLUME, _("Write what one of them holds, with its unit, for example 5 mL."));
  if (!meso_text_is_empty (price) && !read_whole (price, MAX_PRICE, &self->lot->price))
    set_problem (self, MESO_LOT_FIELD_PRICE, _("Write the price of one as a whole number, or leave it empty."));
}

static void
read_dose (MesoLotReading     *self,
           const MesoLotDraft *draft)
{
  self->lot->multi_dose = g_str_equal (draft->texts[MESO_LOT_FIELD_DOSE], "multi");
  if (self->lot->multi_dose && !meso_opened_life_read (draft->texts[MESO_LOT_FIELD_OPENED_LIFE], &self->lot->opened_life_h))
    set_problem (self, MESO_LOT_FIELD_OPENED_LIFE, _("Write days or hours, for example 28 days or 6 h, or leave it empty for the usual 28 days."));
}

static void
read_box (MesoLotReading     *self,
          MesoContext        *context,
          const MesoLotDraft *draft)
{
  read_name (self, draft);
  read_line (self, draft, MESO_LOT_FIELD_MAKER, &self->lot->maker);
  read_line (self, draft, MESO_LOT_FIELD_LICENCE, &self->lot->licence);
  read_number (self, draft);
  read_dates (self, context, draft);
  read_line (self, draft, MESO_LOT_FIELD_SUPPLIER, &self->lot->supplier);
  read_line (self, draft, MESO_LOT_FIELD_STORAGE, &self->lot->storage);
}

MesoLotReading *
meso_lot_reading_new (MesoContext        *context,
                      const GPtrArray    *things,
                      const MesoLotDraft *draft)
{
  MesoLotReading *self = g_new0 (MesoLotReading, 1);

  read_what (self, context, things, draft);
  read_box (self, context, draft);
  refuse_expired (self, meso_context_get_today (context));
  read_amounts (self, draft);
  read_dose (self, draft);
  return self;
}

MesoLotReading *
meso_lot_reading_new_of (MesoContext        *context,
                         const MesoLot      *lot,
                         const MesoLotDraft *draft)
{
  MesoLotReading *self = g_new0 (MesoLotReading, 1);

  self->lot = meso_lot_copy (lot);
  read_box (self, context, draft);
  return self;
}

gboolean
meso_lot_field_is_amended (MesoLotField field)
{
  return field == MESO_LOT_FIELD_NAME || field == MESO_LOT_FIELD_NUMBER || field == MESO_LOT_FIELD_EXPIRY || field == MESO_LOT_FIELD_MAKER ||
         field == MESO_LOT_FIELD_LICENCE || field == MESO_LOT_FIELD_RECEIVED_ON || field == MESO_LOT_FIELD_SUPPLIER ||
         field == MESO_LOT_FIELD_STORAGE;
}

MesoLotDraft *
meso_lot_draft_new_of (MesoContext   *context,
                       const MesoLot *lot)
{
  MesoLotDraft *self = meso_lot_draft_new ();

  g_set_str (&self->texts[MESO_LOT_FIELD_NAME], lot->name);
  g_set_str (&self->texts[MESO_LOT_FIELD_MAKER], lot->maker);
  g_set_str (&self->texts[MESO_LOT_FIELD_LICENCE], lot->licence);
  g_set_str (&self->texts[MESO_LOT_FIELD_NUMBER], lot->number);
  g_set_str (&self->texts[MESO_LOT_FIELD_SUPPLIER], lot->supplier);
  g_set_str (&self->texts[MESO_LOT_FIELD_STORAGE], lot->storage);
  g_free (self->texts[MESO_LOT_FIELD_EXPIRY]);
  self->texts[MESO_LOT_FIELD_EXPIRY] = meso_context_format_date_entry (context, lot->expiry);
  g_free (self->texts[MESO_LOT_FIELD_RECEIVED_ON]);
  self->texts[MESO_LOT_FIELD_RECEIVED_ON] = meso_context_format_date_entry (context, lot->received_on);
  return self;
}

void
meso_lot_reading_free (MesoLotReading *self)
{
  meso_lot_free (self->lot);
  for (guint i = 0; i < MESO_LOT_FIELDS; i++)
    g_free (self->problems[i]);
  g_free (self);
}

gboolean
meso_lot_reading_take_error (MesoLotReading *self,
                             const GError   *error)
{
  static const struct
  {
    const char *prefix;
    MesoLotField field;
  } fields[] = {
    { "product:", MESO_LOT_FIELD_WHAT }, { "components", MESO_LOT_FIELD_STRENGTH }, { "name:", MESO_LOT_FIELD_NAME },
    { "number:", MESO_LOT_FIELD_NUMBER }, { "expiry:", MESO_LOT_FIELD_EXPIRY }, { "maker:", MESO_LOT_FIELD_MAKER },
    { "licence:", MESO_LOT_FIELD_LICENCE }, { "containers:", MESO_LOT_FIELD_CONTAINERS }, { "container_ul:", MESO_LOT_FIELD_VOLUME },
    { "opened_life_h:", MESO_LOT_FIELD_OPENED_LIFE }, { "received_on:", MESO_LOT_FIELD_RECEIVED_ON },
    { "supplier:", MESO_LOT_FIELD_SUPPLIER }, { "storage:", MESO_LOT_FIELD_STORAGE }, { "price:", MESO_LOT_FIELD_PRICE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (!g_str_has_prefix (error->message, fields[i].prefix))
        continue;
      set_problem (self, fields[i].field, _("This can’t be taken as it is. Compare it with the box."));
      return TRUE;
    }
  return FALSE;
}

gboolean
meso_lot_reading_is_fine (const MesoLotReading *self)
{
  for (guint i = 0; i < MESO_LOT_FIELDS; i++)
    {
      if (self->problems[i] != NULL)
        return FALSE;
    }
  return TRUE;
}
