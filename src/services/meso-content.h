/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-protocol.h"

G_BEGIN_DECLS

/**
 * MesoContent:
 *
 * The clinical content that the program works with, and the very bytes it was read from, so that a
 * stored screening can keep the protocol of its time. Immutable, reference counted.
 */
typedef struct _MesoContent MesoContent;

MesoContent        *meso_content_load          (GError **error);
MesoContent        *meso_content_load_folder   (const char *folder, GError **error);
MesoContent        *meso_content_ref           (MesoContent *self);
void                meso_content_unref         (MesoContent *self);
MesoProtocol       *meso_content_get_protocol  (MesoContent *self);
/* (element-type MesoProtocolDocument) */
const GPtrArray    *meso_content_get_documents (MesoContent *self);

/* The clinic's own document, laid over what ships. */
MesoContent        *meso_content_new_for_clinic (MesoContent *shipped, guint number, GBytes *clinic, GError **error);
/* (transfer full) (element-type MesoProtocolDocument): clinic (nullable) */
GPtrArray          *meso_content_join           (MesoContent *shipped, const char *name, GBytes *clinic);
MesoContent        *meso_content_get_shipped    (MesoContent *self);
guint               meso_content_get_number     (MesoContent *self);
GBytes             *meso_content_get_clinic     (MesoContent *self);
const GPtrArray    *meso_content_get_set_aside  (MesoContent *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoContent, meso_content_unref)

G_END_DECLS
