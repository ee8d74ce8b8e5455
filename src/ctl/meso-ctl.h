/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-calendar-date.h"
#include "meso-clinic.h"
#include "meso-ctl-error.h"
#include "meso-ctl-file.h"
#include "meso-json-reader.h"
#include "meso-json-print.h"
#include "meso-json-writer.h"
#include "meso-protocol.h"

G_BEGIN_DECLS

/**
 * MesoCtl:
 * @database: (nullable): `--database`
 * @language: `--language`; %NULL when not said
 * @args: what stands after the command's words
 *
 * One run of the command line: its common options and what commands share.
 */
typedef struct _MesoCtlCommand MesoCtlCommand;

typedef struct
{
  const MesoCtlCommand *command;
  char *database;
  char *language;
  gboolean json;
  GStrv args;
  MesoContent *content;
  MesoClinic *clinic;
} MesoCtl;

/**
 * MesoCtlCommand:
 * @words: one or two words that name it ("patient add")
 * @usage: what follows the words
 * @run: does it; on bad input or failure sets the error, whose exit status wins
 */
struct _MesoCtlCommand
{
  const char *words;
  const char *usage;
  const char *summary;
  MesoCtlExit (*run) (MesoCtl *ctl, GError **error);
};

/* Parses the command's own options (may be NULL) and the common ones; what is left in ctl->args must be
 * between min and max words. */
gboolean            meso_ctl_parse           (MesoCtl *ctl, const GOptionEntry *entries, guint min, guint max, GError **error);
/* (transfer none): the shipped content, loaded once */
const MesoProtocol *meso_ctl_load_protocol   (MesoCtl *ctl, GError **error);
/* (transfer none): what the clinic that --database names works with; without one, the shipped content */
const MesoProtocol *meso_ctl_get_protocol    (MesoCtl *ctl, GError **error);
/* (transfer none): the clinic's file, opened once */
MesoClinic         *meso_ctl_open_clinic     (MesoCtl *ctl, GError **error);
char               *meso_ctl_dup_database    (MesoCtl *ctl);
const char         *meso_ctl_get_language    (MesoCtl *ctl);
MesoCalendarDate    meso_ctl_today           (void);
gboolean            meso_ctl_parse_date      (const char *option, const char *text, MesoCalendarDate *date, GError **error);

gboolean            meso_ctl_check_year      (const char *option, MesoCalendarDate date, GError **error);

MesoCtlExit meso_command_audit_list      (MesoCtl *ctl, GError **error);
MesoCtlExit meso_command_audit_verify    (MesoCtl *ctl, GError **error);
MesoCtlExit meso_command_backup          (MesoCtl *ctl, GError **error);
MesoCtlExit meso_command_calendar        (MesoCtl *ctl, GError **error);
MesoCtlExit meso_command_check           (MesoCtl *ctl, GError **error);
MesoCtlExit meso_command_clinic_set      (MesoCtl *ctl, GError **error);
MesoCtlExit meso_command_clinic_show     (MesoCtl *ctl, GError **error);
MesoCtlExit meso_command_export_csv      (MesoCtl *ctl, GError **error);
MesoCtlExit meso_command_formula_check   (MesoCtl *ctl, GError **error);
MesoCtlExit meso_command_handout         (MesoCtl *ctl, GError **error);
MesoCtlExit meso_command_import_csv      (MesoCtl *ctl, GError **error);
MesoCtlExit meso_command_info            (MesoCtl *ctl, GError **error);
MesoCtlExit meso_command_init            (MesoCtl *ctl, GError **error);
MesoCtlExit meso_command_patient_add     (MesoCtl *ctl, GError **error);
MesoCtlExit meso_command_patient_archive (MesoCtl *ctl, GError **error);
MesoCtlExit meso_command_patient_erase   (MesoCtl *ctl, GError **error);
MesoCtlExit meso_command_patient_history (MesoCtl *ctl, GError **error);
MesoCtlExit meso_command_patient_list    (MesoCtl *ctl, GError **error);
MesoCtlExit meso_command_patient_merge   (MesoCtl *ctl, GError **error);
MesoCtlExit meso_command_patient_release (MesoCtl *ctl, GError **error);
MesoCtlExit meso_command_patient_restore (MesoCtl *ctl, GError **error);
MesoCtlExit meso_command_patient_search  (MesoCtl *ctl, GError **error);
MesoCtlExit meso_command_patient_show    (MesoCtl *ctl, GError **error);
MesoCtlExit meso_command_patient_twins   (MesoCtl *ctl, GError **error);
MesoCtlExit meso_command_patient_unmerge (MesoCtl *ctl, GError **error);
MesoCtlExit meso_command_plan            (MesoCtl *ctl, GError **error);
MesoCtlExit meso_command_protocol_export (MesoCtl *ctl, GError **error);
MesoCtlExit meso_command_protocol_import (MesoCtl *ctl, GError **error);
MesoCtlExit meso_command_protocol_show   (MesoCtl *ctl, GError **error);
MesoCtlExit meso_command_protocol_validate (MesoCtl *ctl, GError **error);
MesoCtlExit meso_command_protocol_versions (MesoCtl *ctl, GError **error);
MesoCtlExit meso_command_recall          (MesoCtl *ctl, GError **error);
MesoCtlExit meso_command_restore         (MesoCtl *ctl, GError **error);
MesoCtlExit meso_command_screen          (MesoCtl *ctl, GError **error);
MesoCtlExit meso_command_stock_list      (MesoCtl *ctl, GError **error);
MesoCtlExit meso_command_stock_receive   (MesoCtl *ctl, GError **error);
MesoCtlExit meso_command_stock_state     (MesoCtl *ctl, GError **error);

G_END_DECLS
