/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "meso-badge.h"
#include "meso-data-row.h"
#include "meso-formula-service.h"
#include "meso-patient-service.h"
#include "meso-staff-service.h"
#include "meso-tag.h"
#include "meso-words.h"

#define MAX_RECENT 60

typedef enum { RECENT, TEMPLATES, RETIRED } Which;

typedef struct
{
  Which which;
  char *language;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->language);
  g_free (request);
}

static void
note_free (gpointer data)
{
  MesoFormulaNote *note = data;

  g_free (note->formula_id);
  g_free (note->patient);
  g_free (note->patient_name);
  g_free (note->name);
  g_free (note->contents);
  g_free (note->created_at);
  g_free (note->by);
  g_free (note);
}

static const MesoLocalText *
get_item_name (const MesoProtocol    *protocol,
               const MesoFormulaItem *item)
{
  const MesoIngredient *ingredient =
    item->ingredient != NULL ? meso_protocol_lookup_ingredient (protocol, item->ingredient) : NULL;
  const MesoProduct *product = item->product != NULL ? meso_protocol_lookup_product (protocol, item->product) : NULL;

  return ingredient != NULL ? ingredient->name : product != NULL ? product->name : NULL;
}

static char *
list_contents (const MesoProtocol *protocol,
               const MesoFormula  *formula,
               const char         *language)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < formula->items->len; i++)
    {
      const MesoLocalText *name = get_item_name (protocol, g_ptr_array_index (formula->items, i));

      if (name != NULL)
        meso_words_append (names, meso_local_text_get (name, language));
    }
  return g_string_free_and_steal (g_steal_pointer (&names));
}

static char *
find_name (const GPtrArray *staff,
           const char      *id)
{
  for (guint i = 0; staff != NULL && i < staff->len; i++)
    {
      const MesoStaff *person = g_ptr_array_index (staff, i);

      if (g_strcmp0 (person->id, id) == 0)
        return g_strdup (person->name);
    }
  return g_strdup ("");
}

static void
count_findings (MesoFormulaNote        *note,
                const MesoFormulaCheck *check)
{
  for (guint i = 0; check != NULL && i < check->findings->len; i++)
    {
      const MesoFormulaFinding *finding = g_ptr_array_index (check->findings, i);

      if (finding->severity == MESO_SEVERITY_BLOCK)
        note->blocks++;
      else if (finding->severity == MESO_SEVERITY_WARN)
        note->warnings++;
    }
}

/* (transfer full) */
static MesoRow *
create_note (MesoClinic               *clinic,
             const MesoFormulaVersion *version,
             const GPtrArray          *staff,
             const char               *language)
{
  MesoFormulaNote *note = g_new0 (MesoFormulaNote, 1);
  g_autoptr(MesoPatient) patient = version->patient != NULL ? meso_patient_service_get (clinic, version->patient, NULL) : NULL;
  g_autofree char *key = NULL;

  note->formula_id = g_strdup (version->formula_id);
  note->patient = g_strdup (version->patient);
  note->patient_name = patient != NULL ? meso_patient_dup_full_name (patient) : NULL;
  note->name = g_strdup (version->name != NULL ? version->name : "");
  note->contents = list_contents (meso_clinic_get_protocol (clinic), version->formula, language);
  note->created_at = g_strdup (version->created_at);
  note->by = find_name (staff, version->created_by);
  note->version = version->version;
  count_findings (note, version->check);
  key = g_strdup_printf ("%s/%d/%s/%s/%s", note->formula_id, note->version, note->name,
                         note->patient_name != NULL ? note->patient_name : "", note->by);
  return meso_row_new (key, note, note_free);
}

static gpointer
query (MesoClinic  *clinic,
       gpointer     data,
       GError     **error)
{
  const Request *request = data;
  g_autoptr(GPtrArray) staff = meso_staff_service_list (clinic, FALSE, NULL);
  g_autoptr(GPtrArray) versions = request->which == TEMPLATES ? meso_formula_service_list (clinic, NULL, error)
                                  : request->which == RETIRED ? meso_formula_service_list_retired (clinic, error)
                                                              : meso_formula_service_list_recent (clinic, MAX_RECENT, error);
  GPtrArray *rows;

  if (versions == NULL)
    return NULL;
  rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < versions->len; i++)
    g_ptr_array_add (rows, create_note (clinic, g_ptr_array_index (versions, i), staff, request->language));
  return rows;
}

static MesoQueryList *
create_list (MesoContext *context,
             Which        which)
{
  Request *request = g_new0 (Request, 1);

  request->which = which;
  request->language = g_strdup (meso_context_get_language (context));
  return meso_query_list_new (meso_context_get_clinic (context), query, request, request_free, "formula patient staff");
}

MesoQueryList *
meso_formula_list_new_recent (MesoContext *context)
{
  return create_list (context, RECENT);
}

MesoQueryList *
meso_formula_list_new_templates (MesoContext *context)
{
  return create_list (context, TEMPLATES);
}

MesoQueryList *
meso_formula_list_new_retired (MesoContext *context)
{
  return create_list (context, RETIRED);
}

static char *
describe (MesoContext           *context,
          const MesoFormulaNote *note)
{
  g_autofree char *number = meso_context_format_number (context, note->version);
  g_autofree char *when = meso_context_format_moment (context, note->created_at);
  g_autofree char *moment = meso_words_isolate (when);
  g_autofree char *by = *note->by != '\0' ? meso_words_isolate (note->by) : NULL;
  g_autofree char *whose = note->patient_name != NULL ? meso_words_isolate (note->patient_name) : NULL;
  /* Translators: a version of a recipe; %s is its number */
  g_autofree char *version = g_strdup_printf (_("Version %s"), number);
  g_autoptr(GString) text = g_string_new (NULL);

  /* A version goes first: a name in another script would turn the whole line round. */
  meso_words_append (text, version);
  meso_words_append (text, moment);
  meso_words_append (text, whose);
  meso_words_append (text, by);
  if (*note->name != '\0' && *note->contents != '\0')
    g_string_append_printf (text, "\n%s", note->contents);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static GtkWidget *
create_tag (MesoContext           *context,
            const MesoFormulaNote *note)
{
  g_autofree char *number = meso_context_format_number (context, note->warnings);
  g_autofree char *label = NULL;

  if (note->blocks > 0)
    return meso_tag_new ("meso-stop-symbolic", C_("formula", "Blocked"), "error");
  if (note->warnings == 0)
    return meso_tag_new ("meso-done-symbolic", C_("formula", "Checked"), "success");
  label = g_strdup_printf (ngettext ("%s warning", "%s warnings", note->warnings), number);
  return meso_tag_new ("dialog-warning-symbolic", label, "warning");
}

static void
open_formula (GtkWidget *row)
{
  const char *patient = g_object_get_data (G_OBJECT (row), "patient");

  gtk_widget_activate_action (row, "win.formula", "(ss)", patient != NULL ? patient : "",
                              (const char *) g_object_get_data (G_OBJECT (row), "formula"));
}

GtkWidget *
meso_formula_list_create_row (MesoContext           *context,
                              const MesoFormulaNote *note)
{
  GtkWidget *tag = create_tag (context, note);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  g_autofree char *subtitle = describe (context, note);
  const char *title = *note->name != '\0' ? note->name : *note->contents != '\0' ? note->contents : _("Recipe without a name");
  g_autofree char *verdict = NULL;
  GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, title, subtitle);

  g_object_get (tag, "label", &verdict, NULL);
  meso_data_row_say (row, verdict);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), meso_badge_new ("meso-flask-symbolic", "accent"));
  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), tag);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "patient", g_strdup (note->patient), g_free);
  g_object_set_data_full (G_OBJECT (row), "formula", g_strdup (note->formula_id), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (open_formula), NULL);
  return row;
}
