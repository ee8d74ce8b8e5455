/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <json-glib/json-glib.h>

#include "meso-record-contents.h"

G_BEGIN_DECLS

/* One entry of its list each; the names are told in meso-record-data.c */
void meso_record_data_add_screening (JsonBuilder *json, const MesoRecordContents *contents, const MesoScreening *screening);
void meso_record_data_add_course    (JsonBuilder *json, const MesoRecordContents *contents, const MesoCourse *course);
void meso_record_data_add_formula   (JsonBuilder *json, const MesoRecordContents *contents, const MesoFormulaVersion *formula);
void meso_record_data_add_preparation (JsonBuilder *json, const MesoRecordContents *contents, const MesoPreparation *preparation);
void meso_record_data_add_session   (JsonBuilder *json, const MesoRecordContents *contents, const MesoTreatmentSession *session);
void meso_record_data_add_handout   (JsonBuilder *json, const MesoRecordContents *contents, const MesoHandoutIssue *issue);

G_END_DECLS
