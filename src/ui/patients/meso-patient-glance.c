/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-glance.h"

#include <glib/gi18n.h>
#include <string.h>

#include "meso-outlook-words.h"
#include "meso-patient-reason.h"
#include "meso-patient-words.h"
#include "meso-text.h"

#define GLANCE "meso-glance"

static MesoMarkedText *
make_name (const MesoPatientReason *reason,
           const char    *full_name,
           const char    *other_name)
{
  MesoMarkedText *name = meso_marked_text_new ();
  g_autofree char *isolated = meso_words_isolate (full_name);
  g_autofree char *other_isolated = meso_words_isolate (other_name);
  gsize start;

  meso_marked_text_field (name, reason->match, reason->terms, isolated, MESO_MATCH_WORDS);
  if (*other_name == '\0')
    return name;
  meso_marked_text_append (name, "  ");
  start = name->text->len;
  meso_marked_text_field (name, reason->match, reason->terms, other_isolated, MESO_MATCH_WORDS);
  meso_marked_text_dim (name, start);
  return name;
}

/* The birth date as text, of which the day that was typed is marked: in the calendar that it was typed in, where both are shown. */
static void
mark_birth_date (const MesoPatientReason *reason,
                 const char     *date,
                 MesoMarkedText *text,
                 gsize           start)
{
  g_autofree char *typed = NULL;
  const char *place;

  if (!reason->born_then)
    return;
  typed = meso_sought_write_day (reason->sought, reason->context);
  place = strstr (date, typed);
  if (place != NULL)
    meso_match_mark_range (text->marks, start + (gsize) (place - date), start + (gsize) (place - date) + strlen (typed));
  else
    meso_match_mark_range (text->marks, start, start + strlen (date));
}

static MesoMarkedText *
make_born (const MesoPatientReason *reason)
{
  MesoMarkedText *text = meso_marked_text_new ();

  if (meso_calendar_date_is_set (reason->patient->birth_date))
    {
      g_autofree char *date = meso_words_date_alone (reason->context, reason->patient->birth_date);
      gsize start = text->text->len;

      meso_marked_text_append (text, date);
      mark_birth_date (reason, date, text, start);
    }
  return text;
}

/* What explains the line above or below it. */
static MesoMarkedText *
make_dim (const char *text)
{
  MesoMarkedText *dim = meso_marked_text_new ();

  meso_marked_text_append (dim, text);
  meso_marked_text_dim (dim, 0);
  return dim;
}

static MesoMarkedText *
make_phone (const MesoPatientReason *reason)
{
  MesoMarkedText *text = meso_marked_text_new ();
  g_autofree char *phone = meso_patient_words_phone (reason->context, reason->patient->phone);

  meso_marked_text_field (text, reason->match, reason->terms, phone, MESO_MATCH_PHONE);
  return text;
}

static char *
isolate_file_number (const MesoPatientReason *reason)
{
  const char *number = reason->patient->file_number;
  g_autofree char *local = meso_context_localise_digits (reason->context, number != NULL ? number : "");

  return *local != '\0' ? meso_text_isolate (local) : g_strdup ("");
}

static MesoMarkedText *
make_file (const MesoPatientReason *reason)
{
  MesoMarkedText *text = meso_marked_text_new ();
  g_autofree char *number = isolate_file_number (reason);

  meso_marked_text_field (text, reason->match, reason->terms, number, MESO_MATCH_FILE_NUMBER);
  return text;
}

/* Words around a field stand where its translation wants them: "File %s", "born %s". Where the field begins. */
static gsize
append_around (MesoMarkedText *text,
               const char     *format,
               const char     *field)
{
  const char *place = strstr (format, "%s");
  gsize start;

  g_string_append_len (text->text, format, place - format);
  start = text->text->len;
  g_string_append (text->text, field);
  g_string_append (text->text, place + strlen ("%s"));
  return start;
}

static void
append_born (const MesoPatientReason *reason,
             MesoMarkedText *line)
{
  g_autofree char *date = NULL;
  g_autofree char *age = NULL;

  if (meso_calendar_date_is_set (reason->patient->birth_date))
    {
      date = meso_words_date_alone (reason->context, reason->patient->birth_date);
      meso_marked_text_part (line);
      mark_birth_date (reason, date, line, append_around (line, C_("birth date", "born %s"), date));
      return;
    }
  age = meso_patient_words_age (reason->context, reason->patient);
  if (*age == '\0')
    return;
  meso_marked_text_part (line);
  meso_marked_text_append (line, age);
}

static void
append_file (const MesoPatientReason *reason,
             MesoMarkedText          *line)
{
  g_autofree char *number = isolate_file_number (reason);
  gsize start;

  if (*number == '\0')
    return;
  /* Translators: the number of a patient's record, at the beginning of a line */
  start = append_around (line, _("File %s"), number);
  meso_match_mark (reason->match, reason->terms, number, MESO_MATCH_FILE_NUMBER, line->marks, start);
}

static void
append_phone (const MesoPatientReason *reason,
              MesoMarkedText          *line)
{
  g_autofree char *phone = meso_patient_words_phone (reason->context, reason->patient->phone);

  if (*phone == '\0')
    return;
  meso_marked_text_part (line);
  meso_marked_text_field (line, reason->match, reason->terms, phone, MESO_MATCH_PHONE);
}

static void
make_lines (MesoGlance              *self,
            const MesoPatientReason *reason)
{
  self->line = meso_marked_text_new ();
  self->narrow_line = meso_marked_text_new ();
  self->narrow_next = meso_marked_text_new ();
  append_file (reason, self->line);
  append_born (reason, self->line);
  append_phone (reason, self->line);
  append_file (reason, self->narrow_line);
  append_born (reason, self->narrow_line);
  append_phone (reason, self->narrow_next);
}

static void
glance_free (MesoGlance *self)
{
  MesoMarkedText *texts[] = { self->name, self->file, self->born, self->age, self->phone, self->line, self->narrow_line,
                              self->narrow_next, self->why, self->next_title, self->next };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    meso_marked_text_free (texts[i]);
  g_ptr_array_unref (self->tags);
  g_free (self->full_name);
  g_free (self->words);
  g_free (self);
}

static void
take_next (MesoGlance               *self,
           MesoContext              *context,
           const MesoPatientOutlook *outlook)
{
  g_autofree char *title = meso_outlook_words_title (context, outlook);
  g_autofree char *when = meso_outlook_words_when (context, outlook);

  self->next_title = make_dim (title);
  self->next = meso_marked_text_new ();
  meso_marked_text_append (self->next, when);
  if (*title == '\0')
    return;
  meso_marked_text_part (self->narrow_next);
  /* Translators: what comes next, and when: "Session 2 of 6: Tue 24 Nov" */
  g_string_append_printf (self->narrow_next->text, C_("what and when", "%s: %s"), title, when);
}

static void
append_words (GString    *words,
              const char *more)
{
  /* A line without anything but its mark of direction. */
  if (g_str_equal (more, meso_words_get_direction_mark ()) || *more == '\0')
    return;
  if (words->len > 0)
    g_string_append (words, C_("between words", ", "));
  g_string_append (words, more);
}

static char *
make_words (const MesoGlance *self,
            const char       *other_name)
{
  GString *words = g_string_new (self->full_name);

  append_words (words, other_name);
  for (guint i = 0; i < self->tags->len; i++)
    append_words (words, ((const MesoTagWords *) g_ptr_array_index (self->tags, i))->said);
  append_words (words, self->narrow_line->text->str);
  append_words (words, self->narrow_next->text->str);
  append_words (words, self->why->text->str);
  return g_string_free (words, FALSE);
}

static MesoGlance *
make_glance (const MesoGlanceSource *source)
{
  static guint64 last_serial;
  MesoGlance *self = g_new0 (MesoGlance, 1);
  g_autofree char *other_name = meso_patient_dup_other_name (source->patient);
  g_autofree char *age = meso_patient_words_age (source->context, source->patient);
  MesoPatientReason reason;

  self->serial = ++last_serial;
  self->full_name = meso_patient_dup_full_name (source->patient);
  reason = meso_patient_reason_find (source->context, source->patient, source->sought, self->full_name, other_name);
  self->name = make_name (&reason, self->full_name, other_name);
  self->file = make_file (&reason);
  self->born = make_born (&reason);
  self->phone = make_phone (&reason);
  /* Where there is no birth date, the age stands in its place. */
  if (meso_marked_text_is_empty (self->born))
    meso_marked_text_append (self->born, age);
  self->age = make_dim (meso_calendar_date_is_set (source->patient->birth_date) ? age : "");
  make_lines (self, &reason);
  self->why = meso_patient_reason_write (&reason);
  self->tags = meso_outlook_words_tags (source->context, source->patient, source->outlook, source->twin);
  take_next (self, source->context, source->outlook);
  self->words = make_words (self, other_name);
  return self;
}

/* A glance, and what it was made of. */
typedef struct
{
  MesoGlance *glance;
  MesoSought *sought;
  gint64 revision;
  guint outlook_serial;
  gboolean twin;
} Kept;

static void
kept_free (gpointer data)
{
  Kept *self = data;

  glance_free (self->glance);
  meso_sought_unref (self->sought);
  g_free (self);
}

const MesoGlance *
meso_glance_get (GObject                *item,
                 const MesoGlanceSource *source)
{
  Kept *kept = g_object_get_data (item, GLANCE);

  if (kept != NULL && kept->sought == source->sought && kept->revision == source->patient->revision
      && kept->outlook_serial == source->outlook_serial && kept->twin == source->twin)
    return kept->glance;
  kept = g_new0 (Kept, 1);
  kept->glance = make_glance (source);
  kept->sought = meso_sought_ref (source->sought);
  kept->revision = source->patient->revision;
  kept->outlook_serial = source->outlook_serial;
  kept->twin = source->twin;
  g_object_set_data_full (item, GLANCE, kept, kept_free);
  return kept->glance;
}
