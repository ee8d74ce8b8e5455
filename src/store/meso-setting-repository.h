/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-store-context.h"

G_BEGIN_DECLS

/* Keys are lower-case words with dashes. A key that was never set has no value: the caller knows the default. */
#define MESO_SETTING_CLINIC_NAME      "clinic-name"
#define MESO_SETTING_CLINIC_NAME_FA   "clinic-name-fa"
#define MESO_SETTING_PHYSICIAN        "physician"
#define MESO_SETTING_PHYSICIAN_FA     "physician-fa"
#define MESO_SETTING_ADDRESS          "address"            /* lines apart by newlines */
#define MESO_SETTING_ADDRESS_FA       "address-fa"
#define MESO_SETTING_PHONE            "phone"
#define MESO_SETTING_EMERGENCY_PHONE  "emergency-phone"
#define MESO_SETTING_PAPER            "paper"              /* a4, a5, letter */
#define MESO_SETTING_LETTERHEAD       "letterhead"         /* yes, no */
#define MESO_SETTING_LANGUAGE         "language"
#define MESO_SETTING_CALENDAR         "calendar"           /* gregorian, persian, both */
#define MESO_SETTING_DIGITS           "digits"             /* latin, persian */
#define MESO_SETTING_BACKUP_FOLDER    "backup-folder"      /* where the daily copies go besides, outside of this computer */
#define MESO_SETTING_CLOSED_DAYS      "closed-days"        /* fri,sat */
#define MESO_SETTING_PREPARATION_CHECK "preparation-check" /* no: nobody else has to check what was prepared; the schema reads it */
#define MESO_SETTING_SESSION_NEEDS_PREPARATION "session-needs-preparation" /* yes: what is given has to have been prepared here */
#define MESO_SETTING_STOCK_EXPIRY_DAYS "stock-expiry-days" /* how many days ahead an expiry is announced */
#define MESO_SETTING_DEMO             "demo"               /* yes: everything says DEMO */
#define MESO_SETTING_COLLATOR         "collator"           /* kept by the store: the version that made the sort keys */

/* (transfer full) (nullable): NULL without error when it was never set */
char       *meso_setting_repository_get (MesoStoreContext *context, const char *key, GError **error);
/* value NULL takes the setting back. An equal value changes nothing. */
gboolean    meso_setting_repository_set (MesoStoreContext *context, const char *staff, const char *key, const char *value, GError **error);
/* (transfer full) (element-type utf8 utf8): all that are set */
GHashTable *meso_setting_repository_get_all (MesoStoreContext *context, GError **error);

G_END_DECLS
