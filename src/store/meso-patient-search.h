/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-patient-filter.h"
#include "meso-patient.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

/* Who fits a text or a filter. An answer is a list of places (element-type gint64): a place stands for a person until somebody
 * is entered, renamed or merged beside them, and sorts by name. A record that was merged into another shows as that other, once;
 * archived ones are found by a text, and listed only where they are asked for. Erased ones are neither found nor listed. */

/* (transfer full): the best first: the file number itself, then all words whole in the name, then by name. Every word must match
 * as the beginning of a word of a name in either script, the file number, e-mail or notes; three digits or more also anywhere
 * in a phone or ID; a day in either calendar also the birth date. Nothing for an empty text.
 * within (nullable): only those, as meso_patient_search_places () gives them. limit: at most so many, 0 for all. */
GArray    *meso_patient_search_find_places  (MesoStoreContext *context, const char *text, const GArray *within, guint limit,
                                             GError **error);
/* (transfer full): all that pass the filter, by name. today: for what is due */
GArray    *meso_patient_search_places       (MesoStoreContext *context, MesoPatientFilter filter, MesoCalendarDate today, GError **error);
/* (transfer full): some of those that pass MESO_PATIENT_FILTER_ALL, by name; limit 0 for all */
GArray    *meso_patient_search_some_places  (MesoStoreContext *context, guint offset, guint limit, GError **error);
/* place_out: where this record stands by itself; 0 for one that stands nowhere */
gboolean   meso_patient_search_find_place   (MesoStoreContext *context, const char *patient, gint64 *place_out, GError **error);
/* (transfer full) (element-type MesoPatient) (nullable elements): who stands at those places; NULL where nobody does any more */
GPtrArray *meso_patient_search_read         (MesoStoreContext *context, const gint64 *places, guint n_places, GError **error);

/* (transfer full) (element-type MesoPatient): the same with the records themselves */
GPtrArray *meso_patient_search_find         (MesoStoreContext *context, const char *text, guint limit, GError **error);
GPtrArray *meso_patient_search_list         (MesoStoreContext *context, guint offset, guint limit, GError **error);
/* People on file, without archived ones. */
gboolean   meso_patient_search_count        (MesoStoreContext *context, guint64 *count_out, GError **error);

G_END_DECLS
