/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-preparation-label-service.h"

#include "meso-audit-log.h"
#include "meso-clinic-private.h"
#include "meso-formula-repository.h"
#include "meso-label-renderer.h"
#include "meso-local-day.h"
#include "meso-lot-repository.h"
#include "meso-preparation-repository.h"
#include "meso-screening-protocol.h"
#include "meso-setting-repository.h"
#include "meso-staff-names.h"

#define BOTH "both"

static const char *const sizes[] = { "70x37", "62x29", "a4-3x8", NULL };

/**
 * meso_preparation_label_service_list_sizes:
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of the sizes, the usual one first
 */
const char *const *
meso_preparation_label_service_list_sizes (void)
{
  return sizes;
}

/**
 * meso_label_free:
 * @self: (transfer full) (nullable): a label as it was made
 */
void
meso_label_free (MesoLabel *self)
{
  if (self == NULL)
    return;
  g_free (self->size);
  g_free (self->languages);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_free (self);
}

typedef struct
{
  MesoClinic *clinic;
  const MesoLabelRequest *request;
  MesoPreparation *preparation;
  MesoFormulaVersion *version;
  MesoPatient *patient;
  GHashTable *lots;
  char *prepared_by;
  char *checked_by;
  char *language;              /* of the clinic */
  gboolean demo;
} Work;

static void
clear_work (Work *work)
{
  g_clear_pointer (&work->preparation, meso_preparation_free);
  g_clear_pointer (&work->version, meso_formula_version_free);
  g_clear_pointer (&work->patient, meso_patient_free);
  g_clear_pointer (&work->lots, g_hash_table_unref);
  g_clear_pointer (&work->prepared_by, g_free);
  g_clear_pointer (&work->checked_by, g_free);
  g_clear_pointer (&work->language, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, clear_work)

/* A syringe that nobody may use gets no label that says until when it may be used. */
static gboolean
check_stands (const MesoPreparation  *preparation,
              GError                **error)
{
  const char *why = preparation->amended_by != NULL ? "was corrected by a later entry; print the label of that one"
                    : preparation->error_reason != NULL ? "was marked as entered in error"
                    : preparation->discarded_at != NULL ? "was thrown away" : NULL;

  if (why == NULL)
    return TRUE;
  g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "This preparation %s. No label was made.", why);
  return FALSE;
}

static gboolean
read_lots (Work              *work,
           MesoStoreContext  *context,
           GError           **error)
{
  work->lots = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < work->preparation->draws->len; i++)
    {
      const MesoPreparationDraw *draw = g_ptr_array_index (work->preparation->draws, i);
      g_autoptr(MesoLot) lot = NULL;

      if (g_hash_table_contains (work->lots, draw->lot))
        continue;
      lot = meso_lot_repository_get (context, draw->lot, error);
      if (lot == NULL)
        return FALSE;
      g_hash_table_insert (work->lots, g_strdup (draw->lot), g_strdup (lot->number));
    }
  return TRUE;
}

static gboolean
read_people (Work              *work,
             MesoStoreContext  *context,
             GError           **error)
{
  g_autoptr(GHashTable) names = meso_staff_names_load (context, error);

  if (names == NULL)
    return FALSE;
  work->prepared_by = meso_staff_names_dup (names, work->preparation->prepared_by);
  work->checked_by = work->preparation->checked_by != NULL ? meso_staff_names_dup (names, work->preparation->checked_by) : g_strdup ("");
  return TRUE;
}

static gboolean
read_settings (Work              *work,
               MesoStoreContext  *context,
               GError           **error)
{
  g_autoptr(GHashTable) settings = meso_setting_repository_get_all (context, error);
  const char *language;

  if (settings == NULL)
    return FALSE;
  language = g_hash_table_lookup (settings, MESO_SETTING_LANGUAGE);
  work->language = g_strdup (language != NULL ? language : "en");
  work->demo = g_strcmp0 (g_hash_table_lookup (settings, MESO_SETTING_DEMO), "yes") == 0;
  return TRUE;
}

static gboolean
gather (MesoStoreContext  *context,
        gpointer           data,
        GError           **error)
{
  Work *work = data;

  work->preparation = meso_preparation_repository_get (context, work->request->preparation, error);
  if (work->preparation == NULL || !check_stands (work->preparation, error))
    return FALSE;
  work->patient = meso_clinic_find_patient (context, work->preparation->patient, error);
  work->version = work->patient != NULL ? meso_formula_repository_get (context, work->preparation->formula,
                                                                       work->preparation->formula_version, error) : NULL;
  return work->version != NULL && read_lots (work, context, error) && read_people (work, context, error) &&
         read_settings (work, context, error);
}

/* (transfer none): "en", "fa" or "both" */
static const char *
choose_languages (const Work *work)
{
  const char *patients = work->patient->language;

  if (work->request->languages != NULL)
    return work->request->languages;
  return patients[0] == '\0' || g_str_equal (patients, work->language) ? work->language : BOTH;
}

static MesoLabelSheet *
assemble (const Work  *work,
          const char  *languages,
          GError     **error)
{
  g_autoptr(MesoProtocol) judge = meso_screening_protocol_load (work->clinic, work->version->protocol_hash, error);
  const char *const both[] = { "en", "fa", NULL };
  const char *const one[] = { languages, NULL };
  g_autofree char *name = meso_patient_dup_full_name (work->patient);
  g_autofree char *other = g_strjoin (" ", work->patient->other_given_name, work->patient->other_family_name, NULL);
  const MesoLabelContents contents = {
    .languages = g_str_equal (languages, BOTH) ? both : one, .patient_name = name, .other_name = g_strstrip (other),
    .file_number = work->patient->file_number, .preparation = work->preparation, .version = work->version,
    .protocol = meso_clinic_get_protocol (work->clinic), .judge = judge,
    .lots = work->lots, .prepared_by = work->prepared_by, .checked_by = work->checked_by, .time_of = meso_local_day_time_of_moment,
    .demo = work->demo,
  };

  return judge != NULL ? meso_label_sheet_assemble (&contents, error) : NULL;
}

static MesoLabel *
render (const Work     *work,
        MesoLabelSize   size,
        GError        **error)
{
  const MesoLabelRequest *request = work->request;
  const char *languages = choose_languages (work);
  g_autoptr(MesoLabelSheet) sheet = assemble (work, languages, error);
  g_autoptr(MesoLabelPages) pages = sheet != NULL ? meso_label_renderer_lay_out (sheet, size, request->first_place, error) : NULL;
  g_autoptr(GBytes) pdf = pages != NULL ? meso_label_renderer_to_pdf (sheet, pages, size, request->creation, error) : NULL;
  MesoLabel *label;

  if (pdf == NULL)
    return NULL;
  label = g_new0 (MesoLabel, 1);
  label->size = g_strdup (meso_label_size_to_string (size));
  label->languages = g_strdup (languages);
  label->labels = pages->labels;
  label->pages = (int) pages->pages->len;
  label->width = meso_label_size_get_page_width (size);
  label->height = meso_label_size_get_page_height (size);
  label->pdf = g_steal_pointer (&pdf);
  return label;
}

static gboolean
write_down (MesoStoreContext  *context,
            gpointer           data,
            GError           **error)
{
  const Work *work = data;

  return meso_audit_log_append (context, meso_clinic_get_staff (work->clinic), "print", "preparation", work->preparation->id, "",
                                NULL, error);
}

/**
 * meso_preparation_label_service_make:
 * @clinic: a clinic
 * @request: of which preparation, and on what
 *
 * The label for a syringe. That it was printed is written down.
 *
 * Returns: (transfer full) (nullable): the label, or %NULL; nothing is written down then
 */
MesoLabel *
meso_preparation_label_service_make (MesoClinic              *clinic,
                                     const MesoLabelRequest  *request,
                                     GError                 **error)
{
  g_auto(Work) work = { .clinic = clinic, .request = request };
  g_autoptr(MesoLabel) label = NULL;
  const char *name = request->size != NULL ? request->size : sizes[0];
  MesoLabelSize size;

  if (!meso_label_size_from_string (name, &size))
    {
      g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID,
                   "size: “%s” is not known: 70x37, 62x29 or a4-3x8.", name);
      return NULL;
    }
  if (!meso_clinic_run (clinic, MESO_STORE_READ, gather, &work, error))
    return NULL;
  label = render (&work, size, error);
  if (label == NULL || (request->deliver != NULL && !request->deliver (label->pdf, request->deliver_data, error)) ||
      !meso_clinic_run (clinic, MESO_STORE_WRITE, write_down, &work, error))
    return NULL;
  return g_steal_pointer (&label);
}
