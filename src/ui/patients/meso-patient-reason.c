/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-reason.h"

#include <glib/gi18n.h>
#include <string.h>

#include "meso-patient-words.h"

/* The fields that a record may be found by. A title is what it is called where the list doesn't show it. */
typedef struct
{
  const char *title;        /* (nullable) */
  MesoMatchKind kind;
  gsize offset;
} Field;

#define FIELD(title, kind, name) { title, MESO_MATCH_##kind, G_STRUCT_OFFSET (MesoPatient, name) }

static const Field fields[] = {
  FIELD (NULL, FILE_NUMBER, file_number),
  FIELD (NULL, PHONE, phone),
  FIELD (NC_("found in", "Second phone"), PHONE, second_phone),
  FIELD (NC_("found in", "E-mail"), WORDS, email),
  FIELD (NC_("found in", "National ID"), ID, national_id),
  FIELD (NC_("found in", "Notes"), WORDS, notes),
};

static const char *
get_text (const MesoPatient *patient,
          const Field       *field)
{
  const char *text = G_STRUCT_MEMBER (const char *, patient, field->offset);

  return text != NULL ? text : "";
}

static MesoMatchTerms
find_in_fields (const MesoPatientReason *self,
                gboolean        hidden,
                MesoMatchTerms  found)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields) && !meso_match_is_whole (self->match, found); i++)
    {
      if ((fields[i].title != NULL) == hidden)
        found |= meso_match_find (self->match, get_text (self->patient, &fields[i]), fields[i].kind);
    }
  return found;
}

/* Long notes are looked at only where nothing else explains it. */
static void
find_terms (MesoPatientReason *self,
            const char        *full_name,
            const char        *other_name)
{
  MesoMatchTerms shown;
  MesoMatchTerms all;

  self->explained = TRUE;
  if (meso_match_is_empty (self->match))
    return;
  /* A name is one text, in which a word may go on from the given into the family name. */
  shown = meso_match_find (self->match, full_name, MESO_MATCH_WORDS) | meso_match_find (self->match, other_name, MESO_MATCH_WORDS);
  shown = find_in_fields (self, FALSE, shown);
  all = find_in_fields (self, TRUE, shown);
  self->explained = meso_match_is_whole (self->match, all);
  self->terms = meso_match_choose (self->match, all);
  self->shown = self->terms & shown;
}

MesoPatientReason
meso_patient_reason_find (MesoContext       *context,
                          const MesoPatient *patient,
                          const MesoSought  *sought,
                          const char        *full_name,
                          const char        *other_name)
{
  MesoPatientReason self = { .context = context, .patient = patient, .sought = sought };

  self.born_then = meso_sought_is_day (sought, patient->birth_date);
  self.match = self.born_then ? sought->rest : sought->match;
  find_terms (&self, full_name, other_name);
  return self;
}

static void
append_title (MesoMarkedText *why,
              const char     *title)
{
  meso_marked_text_part (why);
  /* Translators: where something was found, before what stands there: "Notes: " */
  g_string_append_printf (why->text, C_("found in", "%s: "), title);
}

static void
append_hidden (const MesoPatientReason *self,
               const Field    *field,
               MesoMatchTerms  terms,
               MesoMarkedText *why)
{
  const char *text = get_text (self->patient, field);
  g_autofree char *local = NULL;

  append_title (why, g_dpgettext2 (NULL, "found in", field->title));
  if (field->kind == MESO_MATCH_WORDS)
    {
      meso_marked_text_excerpt (why, self->match, terms, text);
      return;
    }
  local = field->kind == MESO_MATCH_PHONE ? meso_patient_words_phone (self->context, text)
                                          : meso_context_localise_digits (self->context, text);
  meso_marked_text_field (why, self->match, terms, local, field->kind);
}

/* The birth date in the calendar that it was typed in, where the list shows the other one only. */
static void
append_typed_day (const MesoPatientReason *self,
                  MesoMarkedText *why)
{
  g_autofree char *shown = meso_words_date_alone (self->context, self->patient->birth_date);
  g_autofree char *typed = meso_sought_write_day (self->sought, self->context);
  g_autofree char *isolated = meso_words_isolate (typed);
  gsize start;

  if (strstr (shown, typed) != NULL)
    return;
  append_title (why, C_("found in", "Born"));
  start = why->text->len;
  meso_marked_text_append (why, isolated);
  meso_match_mark_range (why->marks, start, why->text->len);
}

MesoMarkedText *
meso_patient_reason_write (const MesoPatientReason *self)
{
  MesoMarkedText *why = meso_marked_text_new ();
  MesoMatchTerms missing = self->terms & ~self->shown;

  if (self->born_then)
    append_typed_day (self, why);
  for (guint i = 0; i < G_N_ELEMENTS (fields) && missing != 0; i++)
    {
      MesoMatchTerms here;

      if (fields[i].title == NULL)
        continue;
      here = meso_match_find (self->match, get_text (self->patient, &fields[i]), fields[i].kind) & missing;
      if (here != 0)
        append_hidden (self, &fields[i], here, why);
      missing &= ~here;
    }
  if (!self->explained)
    {
      meso_marked_text_part (why);
      meso_marked_text_append (why, _("Found in a record that was merged into this one"));
    }
  return why;
}
