/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-finder-private.h"

#include <glib/gi18n.h>

#include "meso-patient-words.h"

static guint
count (MesoPatientFinder *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->patients));
}

/* Whether the rows are those of what is typed. */
gboolean
meso_patient_finder_is_answered (MesoPatientFinder *self)
{
  return !meso_patient_list_get_loading (self->patients);
}

/* Whether there are rows, and of what was asked: those of another text, where this one couldn't be looked for, are not shown. */
gboolean
meso_patient_finder_has_rows (MesoPatientFinder *self)
{
  return count (self) > 0 && (meso_patient_list_get_error (self->patients) == NULL
                              || g_strcmp0 (self->sought->text, meso_patient_list_get_text (self->patients)) == 0);
}

gboolean
meso_patient_finder_is_filtered (MesoPatientFinder *self)
{
  return meso_patient_filters_get_selected (self->filters) != MESO_PATIENT_FILTER_ALL;
}

static char *
describe_total (MesoPatientFinder *self)
{
  guint64 all = meso_patient_list_get_total (self->patients);
  guint shown = count (self);
  g_autofree char *n_all = meso_words_count (self->context, all);
  g_autofree char *n_shown = meso_words_count (self->context, shown);

  if (*meso_patient_list_get_text (self->patients) != '\0')
    /* Translators: how many of all patients match */
    return g_strdup_printf (ngettext ("%s of %s patient, best match first", "%s of %s patients, best match first", (gulong) all),
                            n_shown, n_all);
  if (meso_patient_finder_is_filtered (self))
    return g_strdup_printf (ngettext ("%s patient, by name", "%s patients, by name", shown), n_shown);
  return g_strdup_printf (ngettext ("%s patient, by name", "%s patients, by name", (gulong) all), n_all);
}

static void
show_total (MesoPatientFinder *self)
{
  g_autofree char *text = NULL;

  /* The first hits are there before all are counted. */
  if (!meso_patient_list_get_complete (self->patients))
    return;
  text = describe_total (self);
  if (g_strcmp0 (gtk_label_get_label (self->total), text) != 0)
    gtk_label_set_label (self->total, text);
}

/* Where there are no rows. */
static void
show_blank (MesoPatientFinder *self)
{
  const char *typed = meso_patient_finder_get_typed (self);
  const GError *error = meso_patient_list_get_error (self->patients);

  if (!meso_patient_finder_is_answered (self))
    meso_patient_blank_wait (self->blank);
  else if (error != NULL)
    meso_patient_blank_show_failed (self->blank, error);
  else if (*typed != '\0' || meso_patient_finder_is_filtered (self))
    meso_patient_blank_show_nobody (self->blank, typed, meso_patient_finder_is_filtered (self));
  else
    meso_patient_blank_show_empty (self->blank);
}

void
meso_patient_finder_refresh (MesoPatientFinder *self)
{
  gboolean failed = meso_patient_list_get_error (self->patients) != NULL;
  gboolean rows = meso_patient_finder_has_rows (self);

  adw_banner_set_revealed (self->stale, failed && rows);
  if (!rows)
    show_blank (self);
  if (rows || meso_patient_finder_is_answered (self))
    {
      gtk_stack_set_visible_child_name (self->stack, rows ? "list" : "blank");
      gtk_widget_set_visible (GTK_WIDGET (self->bar), rows || meso_patient_finder_is_filtered (self) || *meso_patient_finder_get_typed (self) != '\0');
      gtk_widget_set_visible (self->hints, rows && self->form == MESO_PATIENT_ROW_CELL);
      show_total (self);
    }
  if (meso_patient_finder_is_answered (self))
    meso_patient_finder_do_pending (self);
}
