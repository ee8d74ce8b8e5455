/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-protocol-difference.h"
#include "meso-protocol-edit.h"
#include "meso-protocol-layer.h"
#include "meso-protocol-version.h"

G_BEGIN_DECLS

/**
 * MesoProtocolPreview:
 * @number: the version that it was made over; to be handed to the function that applies it
 * @faults: (element-type utf8): `file:line:column: what`, at most a hundred; with any of them nothing can be applied
 * @changes: whether anything would change, were it only a reason
 * @differences: (element-type MesoProtocolDifference): what would be asked and judged otherwise; empty with faults
 * @remarks: (element-type utf8): what of a file isn't taken over, as signatures that weren't given here
 *
 * What a change or a file would do.
 */
typedef struct
{
  guint number;
  gboolean changes;
  GPtrArray *faults;
  GPtrArray *differences;
  GPtrArray *remarks;
} MesoProtocolPreview;

void meso_protocol_preview_free (MesoProtocolPreview *self);

/* What ships, without the clinic's changes; the clinic keeps it. From any thread, waits for nothing. */
MesoProtocol    *meso_protocol_service_get_shipped   (MesoClinic *clinic);
/* (transfer none) (element-type utf8): what of the clinic's changes doesn't fit what ships now, and isn't in use; empty
 * mostly. From any thread, waits for nothing. */
const GPtrArray *meso_protocol_service_get_set_aside (MesoClinic *clinic);

/* (transfer full) (element-type MesoProtocolVersion): newest first; empty while the clinic uses what ships */
GPtrArray           *meso_protocol_service_list_versions (MesoClinic *clinic, GError **error);
/* (transfer full) (element-type MesoProtocolDifference): 0 for what ships now */
GPtrArray           *meso_protocol_service_compare       (MesoClinic *clinic, guint before, guint after, GError **error);
/* (transfer full): the clinic's document as a file */
GBytes              *meso_protocol_service_export        (MesoClinic *clinic, GError **error);

/* (transfer full): anyone may look; edits: (element-type MesoProtocolEdit). A fault is told in the preview. */
MesoProtocolPreview *meso_protocol_service_preview_edits (MesoClinic *clinic, const GPtrArray *edits);
MesoProtocolPreview *meso_protocol_service_preview_file  (MesoClinic *clinic, const char *name, GBytes *bytes);

/* With a physician at the desk; number (inout): of the preview, then of the version in use. MESO_SERVICES_ERROR_REFUSED for anyone
 * else and when there is another version by now, MESO_SERVICES_ERROR_INVALID for a fault. `changed` tells "protocol". */
gboolean meso_protocol_service_apply_edits (MesoClinic *clinic, const GPtrArray *edits, guint *number, const char *reason,
                                            GError **error);
gboolean meso_protocol_service_apply_file  (MesoClinic *clinic, const char *name, GBytes *bytes, guint *number, const char *reason,
                                            GError **error);
/* rules: (array zero-terminated=1): signs them as they are now, in the name of who is at the desk */
gboolean meso_protocol_service_review      (MesoClinic *clinic, const char *const *rules, guint *number, const char *reason,
                                            GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoProtocolPreview, meso_protocol_preview_free)

G_END_DECLS
