/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  MESO_XML_TOKEN_END,
  MESO_XML_TOKEN_TEXT,
  MESO_XML_TOKEN_CDATA,
  MESO_XML_TOKEN_START_TAG,
  MESO_XML_TOKEN_END_TAG,
  MESO_XML_TOKEN_COMMENT,
  MESO_XML_TOKEN_INSTRUCTION,
  MESO_XML_TOKEN_DECLARATION,
} MesoXmlToken;

/**
 * MesoXmlSource:
 * @file: the name that messages show
 * @data: the document without a byte order mark
 * @length: its length in bytes
 * @cursor: offset of the first token that hasn't been taken yet
 * @mark: an offset whose @mark_line and @mark_column are known: positions are asked for in rising order,
 *   so that counting goes on from here and a file of one long line costs no more than any other
 *
 * The bytes of a document cut into tags and text, to tell where each of them begins: GMarkup stands
 * behind a tag when it reports it, counts bytes, and accepts some things that XML forbids.
 */
typedef struct
{
  const char *file;
  const char *data;
  gsize length;
  gsize cursor;
  gsize mark;
  guint mark_line;
  guint mark_column;
} MesoXmlSource;

gboolean     meso_xml_is_space          (char            c);
gboolean     meso_xml_is_character      (gunichar        c);

gboolean     meso_xml_source_init       (MesoXmlSource  *self,
                                         const char     *file,
                                         GBytes         *bytes,
                                         gsize           max_bytes,
                                         GError        **error);
void         meso_xml_source_locate     (MesoXmlSource  *self,
                                         gsize           offset,
                                         guint          *line_out,
                                         guint          *column_out);
void         meso_xml_source_set_error  (MesoXmlSource  *self,
                                         gsize           offset,
                                         GError        **error,
                                         const char     *format,
                                         ...) G_GNUC_PRINTF (4, 5);
MesoXmlToken meso_xml_source_peek       (MesoXmlSource  *self,
                                         gsize          *end_out);
void         meso_xml_source_skip_space (MesoXmlSource  *self);
gboolean     meso_xml_source_check      (MesoXmlSource  *self,
                                         GError        **error);

G_END_DECLS
