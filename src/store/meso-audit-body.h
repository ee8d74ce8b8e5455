/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>
#include "meso-calendar-date.h"

G_BEGIN_DECLS

/**
 * MesoAuditBody:
 *
 * Private: old and new values of a change, as JSON: `{"phone":{"old":"…","new":"…"}}`. Fields that didn't change are left out.
 */
typedef struct _MesoAuditBody MesoAuditBody;

MesoAuditBody *meso_audit_body_new      (void);
void           meso_audit_body_free     (MesoAuditBody *self);
/* old_value or new_value NULL: there was none, or there is none any more */
void           meso_audit_body_add      (MesoAuditBody *self, const char *field, const char *old_value, const char *new_value);
void           meso_audit_body_add_int  (MesoAuditBody *self, const char *field, gint64 new_value);
void           meso_audit_body_add_date (MesoAuditBody *self, const char *field, MesoCalendarDate old_value, MesoCalendarDate new_value);
gboolean       meso_audit_body_is_empty (MesoAuditBody *self);
const char    *meso_audit_body_get      (MesoAuditBody *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoAuditBody, meso_audit_body_free)

G_END_DECLS
