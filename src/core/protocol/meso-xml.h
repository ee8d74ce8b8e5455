/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MesoXmlAttribute:
 *
 * One attribute, its value with references resolved. `xmlns` is checked and left out.
 */
typedef struct
{
  char *name;
  char *value;
} MesoXmlAttribute;

/**
 * MesoXmlElement:
 * @attributes: (element-type MesoXmlAttribute): in the document's order, each name once
 * @children: (element-type MesoXmlElement): in the document's order
 * @text: the element's own text, without its children's, white space as written
 * @line: where its start tag begins, from 1
 * @column: the same, in characters, from 1
 * @text_line: where its first text that isn't white space begins; 0 without any
 * @text_column: the same, in characters, from 1
 *
 * One element of a document, with its place in the file.
 */
typedef struct
{
  char *name;
  GPtrArray *attributes;
  GPtrArray *children;
  GString *text;
  guint line;
  guint column;
  guint text_line;
  guint text_column;
} MesoXmlElement;

/* What a document may hold: more than any clinic writes, little enough that a hostile file costs nothing. */
#define MESO_XML_MAX_BYTES (8 * 1024 * 1024)
#define MESO_XML_MAX_DEPTH 32
#define MESO_XML_MAX_ELEMENTS 200000
#define MESO_XML_MAX_ATTRIBUTES 64
#define MESO_XML_MAX_NAME 64
#define MESO_XML_MAX_VALUE 4096
#define MESO_XML_MAX_TEXT 65536

MesoXmlElement *meso_xml_parse            (const char            *file,
                                           GBytes                *bytes,
                                           const char            *namespace_uri,
                                           GError               **error);
MesoXmlElement *meso_xml_element_new      (const char            *name);
/* (transfer full): without the places */
MesoXmlElement *meso_xml_element_copy     (const MesoXmlElement  *self);
void            meso_xml_element_free     (MesoXmlElement        *self);
const char     *meso_xml_element_get      (const MesoXmlElement  *self,
                                           const char            *attribute);
void            meso_xml_element_set      (MesoXmlElement        *self,
                                           const char            *attribute,
                                           const char            *value);
void            meso_xml_element_write    (const MesoXmlElement  *self,
                                           GString               *out,
                                           const char            *namespace_uri);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoXmlElement, meso_xml_element_free)

G_END_DECLS
