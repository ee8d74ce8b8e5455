/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * MesoJsonReader:
 *
 * One JSON object of a request, its place, and what has been read of it. A place is a JSON path
 * (`items[1].strength`), so that every message says where.
 */
typedef struct _MesoJsonReader MesoJsonReader;

MesoJsonReader *meso_json_reader_new_for_file (const char *file, GError **error);
MesoJsonReader *meso_json_reader_new_for_data (const char *name, const char *data, gsize length, GError **error);
void            meso_json_reader_free         (MesoJsonReader *self);

/* A member that is absent or null leaves its result untouched and is no error, unless it is said to be needed. */
gboolean meso_json_reader_read_string  (MesoJsonReader *self, const char *member, char **value, GError **error);
gboolean meso_json_reader_read_strings (MesoJsonReader *self, const char *member, GPtrArray **value, GError **error);
gboolean meso_json_reader_read_int     (MesoJsonReader *self, const char *member, gint64 min, gint64 max, gint64 *value, GError **error);
gboolean meso_json_reader_read_milli   (MesoJsonReader *self, const char *member, gint64 *milli, GError **error);
gboolean meso_json_reader_read_object  (MesoJsonReader *self, const char *member, MesoJsonReader **value, GError **error);
gboolean meso_json_reader_read_objects (MesoJsonReader *self, const char *member, GPtrArray **value, GError **error);
/* (transfer container) (element-type utf8): the names of all members, in the document's order */
GList   *meso_json_reader_get_members  (MesoJsonReader *self);
JsonNode *meso_json_reader_get_node    (MesoJsonReader *self, const char *member);
/* Refuses the first member that nothing has read: a misspelt key must not be lost silently. */
gboolean meso_json_reader_finish       (MesoJsonReader *self, GError **error);
/* Sets an error whose message starts with the member's place; returns FALSE. */
gboolean meso_json_reader_fail         (MesoJsonReader *self, const char *member, GError **error, const char *format, ...) G_GNUC_PRINTF (4, 5);
/* Puts the member's place before the message of an error that another layer has set; returns FALSE. */
gboolean meso_json_reader_prefix       (MesoJsonReader *self, const char *member, GError **error);

gboolean meso_json_node_to_milli       (JsonNode *node, gint64 *milli);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoJsonReader, meso_json_reader_free)

G_END_DECLS
