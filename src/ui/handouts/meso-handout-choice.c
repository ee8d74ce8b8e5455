/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-choice.h"

#include <glib/gi18n.h>

#include "meso-handout-preview.h"

MesoHandoutChoice *
meso_handout_choice_new (const char *kind,
                         const char *patient,
                         const char *language,
                         const char *paper)
{
  MesoHandoutChoice *self = g_new0 (MesoHandoutChoice, 1);

  self->kind = g_strdup (kind);
  self->patient = g_strdup (patient);
  self->language = g_strdup (language);
  self->paper = g_strdup (paper);
  return self;
}

void
meso_handout_choice_free (MesoHandoutChoice *self)
{
  g_free (self->kind);
  g_free (self->patient);
  g_free (self->language);
  g_free (self->paper);
  g_free (self->formula);
  g_free (self->screening);
  g_free (self->issue);
  g_clear_object (&self->file);
  g_free (self);
}

gboolean
meso_handout_choice_write_file (GBytes    *pdf,
                                gpointer   file,
                                GError   **error)
{
  gsize length;
  const char *bytes = g_bytes_get_data (pdf, &length);

  return g_file_replace_contents (file, bytes, length, NULL, FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION,
                                  NULL, NULL, error);
}

/* The request borrows from the choice, and now stays the caller's. */
static MesoHandoutRequest
make_request (const MesoHandoutChoice *self,
              GDateTime               *now)
{
  MesoCivilTime printed_at = meso_civil_time_from_date_time (now);

  return (MesoHandoutRequest) {
    .kind = self->kind,
    .language = self->language,
    .paper = self->paper,
    .patient = self->patient,
    .formula = self->formula,
    .screening = self->screening,
    .when = MESO_CIVIL_TIME_NONE,
    .today = printed_at.date,
    .creation = now,
    .printed_at = printed_at,
    .deliver = self->file != NULL ? meso_handout_choice_write_file : NULL,
    .deliver_data = self->file,
  };
}

gpointer
meso_handout_choice_preview (MesoClinic  *clinic,
                             gpointer     request,
                             GError     **error)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  MesoHandoutRequest sheet = make_request (request, now);

  return meso_handout_preview_new (clinic, &sheet, error);
}

/* Exactly as it was printed; it was handed out then. */
static MesoIssuedHandout *
give_out_again (MesoClinic               *clinic,
                const MesoHandoutChoice  *choice,
                GError                  **error)
{
  g_autoptr(MesoHandoutIssue) issue = meso_handout_service_get (clinic, choice->issue, error);
  MesoIssuedHandout *handout;

  if (issue == NULL || (choice->file != NULL && !meso_handout_choice_write_file (issue->pdf, choice->file, error)))
    return NULL;
  handout = g_new0 (MesoIssuedHandout, 1);
  handout->pdf = g_bytes_ref (issue->pdf);
  return handout;
}

gpointer
meso_handout_choice_issue (MesoClinic  *clinic,
                           gpointer     request,
                           GError     **error)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  MesoHandoutRequest sheet = make_request (request, now);

  if (((MesoHandoutChoice *) request)->issue != NULL)
    return give_out_again (clinic, request, error);
  return sheet.patient != NULL ? meso_handout_service_issue (clinic, &sheet, error)
                               : meso_handout_service_make_blank (meso_clinic_get_protocol (clinic), &sheet, error);
}

gpointer
meso_handout_choice_get_issued (MesoClinic  *clinic,
                                gpointer     request,
                                GError     **error)
{
  return meso_handout_service_get (clinic, request, error);
}

GtkStringList *
meso_handout_choice_list_titles (const MesoProtocol *protocol,
                                 const char         *language)
{
  const GPtrArray *handouts = meso_protocol_get_handouts (protocol);
  GtkStringList *titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < handouts->len; i++)
    {
      const MesoHandoutText *text = g_ptr_array_index (handouts, i);

      gtk_string_list_append (titles, meso_local_text_get (text->title, language));
    }
  return titles;
}

const char *
meso_handout_choice_get_kind (const MesoProtocol *protocol,
                              guint               position)
{
  const GPtrArray *handouts = meso_protocol_get_handouts (protocol);
  const MesoHandoutText *text = g_ptr_array_index (handouts, position < handouts->len ? position : 0);

  return text->kind;
}

guint
meso_handout_choice_find_kind (const MesoProtocol *protocol,
                               const char         *kind)
{
  const GPtrArray *handouts = meso_protocol_get_handouts (protocol);

  for (guint i = 0; i < handouts->len; i++)
    {
      const MesoHandoutText *text = g_ptr_array_index (handouts, i);

      if (g_strcmp0 (text->kind, kind) == 0)
        return i;
    }
  return 0;
}

static void
reason_free (gpointer data)
{
  MesoHandoutReason *self = data;

  g_free (self->text);
  g_free (self->why);
  g_free (self);
}

static gboolean
holds (const MesoFormulaVersion *formula,
       const char               *ingredient)
{
  for (guint i = 0; formula != NULL && i < formula->check->lines->len; i++)
    {
      const MesoFormulaLine *line = g_ptr_array_index (formula->check->lines, i);

      if (g_str_equal (line->ingredient, ingredient))
        return TRUE;
    }
  return FALSE;
}

static MesoHandoutReason *
explain (const MesoProtocol       *protocol,
         const MesoHandoutItem    *item,
         const MesoFormulaVersion *formula,
         const char               *language)
{
  const MesoIngredient *ingredient = meso_protocol_lookup_ingredient (protocol, item->when_ingredient);
  const char *name = ingredient != NULL ? meso_local_text_get (ingredient->name, language) : item->when_ingredient;
  MesoHandoutReason *self = g_new0 (MesoHandoutReason, 1);

  self->added = holds (formula, item->when_ingredient);
  self->text = g_strdup (meso_local_text_get (item->text, language));
  /* Translators: %s is an ingredient */
  self->why = g_strdup_printf (self->added ? _("Added: %s is in the mixture") : _("Left out: no %s in the mixture"), name);
  return self;
}

GPtrArray *
meso_handout_choice_list_reasons (const MesoProtocol       *protocol,
                                  const char               *kind,
                                  const MesoFormulaVersion *formula,
                                  const char               *language)
{
  const MesoHandoutText *text = meso_protocol_lookup_handout (protocol, kind);
  GPtrArray *reasons = g_ptr_array_new_with_free_func (reason_free);

  for (guint i = 0; text != NULL && i < text->items->len; i++)
    {
      const MesoHandoutItem *item = g_ptr_array_index (text->items, i);

      if (item->when_ingredient != NULL)
        g_ptr_array_add (reasons, explain (protocol, item, formula, language));
    }
  return reasons;
}
