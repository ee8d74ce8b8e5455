/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-patient.h"

G_BEGIN_DECLS

/**
 * MesoPatientTerms:
 * @name: the names in both scripts
 * @other: file number, birth date, e-mail, notes, ID as letters
 * @digits: phones and ID as windows of four digits
 *
 * Private: the words that a person is found by, one text for each column of the full text index. What is made of a record
 * and what is made of a search stand side by side here, since they must agree.
 */
typedef struct
{
  GString *name;
  GString *other;
  GString *digits;
} MesoPatientTerms;

MesoPatientTerms *meso_patient_terms_new   (void);
void              meso_patient_terms_free  (MesoPatientTerms *self);
/* Adds those of one record; a person may have several. */
void              meso_patient_terms_add   (MesoPatientTerms *self, const MesoPatient *patient);

/* (transfer full): without leading zeros, folded: "0417", "٤١٧" and "417" are one number */
char             *meso_patient_terms_file_number_key  (const char *file_number);
/* (transfer full) (nullable): a search as the index understands it; NULL when there is nothing to look for */
char             *meso_patient_terms_make_query       (const char *typed);
/* (transfer full) (nullable): the same, for names that have exactly these words */
char             *meso_patient_terms_make_exact_query (const char *typed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoPatientTerms, meso_patient_terms_free)

G_END_DECLS
