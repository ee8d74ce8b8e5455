/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-store.h"

G_BEGIN_DECLS

/* Private: what is looked at before SQLite opens a file. All messages name the path. */

/* (transfer full): absolute, links resolved: the folder must be there, local, and not a synchronised one */
char    *meso_store_place_resolve     (const char *path, GError **error);
/* Nothing may stand at path, and no log of an older file that would be taken for this one's. */
gboolean meso_store_place_check_free  (const char *path, GError **error);
gboolean meso_store_place_check_folder (const char *path, GError **error);
/* The file must be there and writable, and so must its folder. Opens nothing. */
gboolean meso_store_place_check_rights (const char *path, GError **error);
/* Opens and closes the file: only while the lock file is held and before SQLite has opened it. newest: the schema version this
 * program knows. */
gboolean meso_store_place_check_header (const char *path, int newest, GError **error);
/* A name is given to a finished file; never replaces one unless told. Synced. */
gboolean meso_store_place_publish     (const char *finished, const char *path, gboolean replace, GError **error);
gboolean meso_store_place_sync_file   (const char *path, GError **error);
void     meso_store_place_set_errno   (GError **error, int saved_errno, const char *path, const char *doing);

/**
 * MesoStoreLock:
 *
 * The file beside a database that says who has it open; held until freed.
 */
typedef struct _MesoStoreLock MesoStoreLock;

MesoStoreLock *meso_store_lock_take (const char *path, GError **error);
void           meso_store_lock_free (MesoStoreLock *self);
/* The one who held it before never let go of it: killed, or a power cut. */
gboolean       meso_store_lock_was_left (MesoStoreLock *self);
void           meso_store_lock_settle   (MesoStoreLock *self);
/* This process has the file open from now on, until the lock is freed, whatever other names it has. */
void           meso_store_lock_claim      (MesoStoreLock *self, const char *path);
/* Opening such a file and closing it again would let go of its lock. */
gboolean       meso_store_lock_check_free (const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoStoreLock, meso_store_lock_free)

G_END_DECLS
