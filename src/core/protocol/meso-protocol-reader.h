/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-protocol-private.h"
#include "meso-xml.h"

G_BEGIN_DECLS

/**
 * MesoProtocolPlace:
 * @document: which of the documents, from 0
 * @file: its name
 * @element: (nullable): the element itself; the trees live until the checks are done
 *
 * Where an entry stands, for faults that are found once all documents have been read.
 */
typedef struct
{
  guint document;
  const char *file;
  guint line;
  guint column;
  const MesoXmlElement *element;
} MesoProtocolPlace;

/**
 * MesoProtocolFault:
 * @place: where; its element is gone once all documents have been read
 * @what: (nullable): the fault without its place; %NULL for one of form
 * @text: `file:line:column: what`
 *
 * What is wrong with a document.
 */
typedef struct
{
  MesoProtocolPlace place;
  char *what;
  char *text;
} MesoProtocolFault;

/**
 * MesoProtocolReader:
 * @protocol: what is being filled
 * @document: index of the document that is being read
 * @file: its name
 * @complete: the documents are all there is, so that what they refer to must be among them
 *
 * What the readers of the single topics share. Every fault of meaning is collected, and reading goes on;
 * a protocol with a fault is thrown away as a whole.
 */
typedef struct
{
  MesoProtocol *protocol;
  guint document;
  const char *file;
  gboolean complete;
  GPtrArray *faults;      /* MesoProtocolFault */
  GHashTable *places;     /* entry → MesoProtocolPlace */
  GPtrArray *texts_with_days;   /* MesoLocalText, each with its place */
} MesoProtocolReader;

/* One word that an attribute may hold, and what it means. A table of them ends with a %NULL name. */
typedef struct
{
  const char *name;
  int value;
} MesoProtocolWord;

/* What stands in braces before the id of a rule, where a text names the days of that rule. */
#define MESO_PROTOCOL_DAYS "days:"

/* Names of attributes and elements are given as one string, separated by spaces. */
#define MESO_PROTOCOL_PROVENANCE " origin source grade review"

void           meso_protocol_reader_init        (MesoProtocolReader      *self,
                                                 MesoProtocol            *protocol,
                                                 gboolean                 complete);
void           meso_protocol_reader_clear       (MesoProtocolReader      *self);
GPtrArray     *meso_protocol_reader_dup_faults  (MesoProtocolReader      *self);

void           meso_protocol_reader_fault       (MesoProtocolReader      *self,
                                                 const MesoXmlElement    *element,
                                                 const char              *format,
                                                 ...) G_GNUC_PRINTF (3, 4);
void           meso_protocol_reader_fault_at    (MesoProtocolReader      *self,
                                                 gconstpointer            entry,
                                                 const char              *format,
                                                 ...) G_GNUC_PRINTF (3, 4);
void           meso_protocol_reader_fault_repeated (MesoProtocolReader   *self,
                                                    gconstpointer         entry,
                                                    const char           *id,
                                                    gconstpointer         first);
void           meso_protocol_reader_form_fault  (MesoProtocolReader      *self,
                                                 const char              *message);
void           meso_protocol_reader_remember    (MesoProtocolReader      *self,
                                                 gconstpointer            entry,
                                                 const MesoXmlElement    *element);
const MesoProtocolPlace *
               meso_protocol_reader_get_place   (MesoProtocolReader      *self,
                                                 gconstpointer            entry);
gboolean       meso_protocol_reader_register    (MesoProtocolReader      *self,
                                                 GHashTable              *by_id,
                                                 const char              *id,
                                                 gpointer                 entry);

void           meso_protocol_reader_shape       (MesoProtocolReader      *self,
                                                 const MesoXmlElement    *element,
                                                 const char              *attributes,
                                                 const char              *children);
GPtrArray     *meso_protocol_reader_children    (MesoProtocolReader      *self,
                                                 const MesoXmlElement    *element,
                                                 const char              *name,
                                                 guint                    max);
gboolean       meso_protocol_reader_has         (const MesoXmlElement    *element,
                                                 const char              *attribute);
char          *meso_protocol_reader_require     (MesoProtocolReader      *self,
                                                 const MesoXmlElement    *element,
                                                 const char              *attribute);
char          *meso_protocol_reader_optional    (MesoProtocolReader      *self,
                                                 const MesoXmlElement    *element,
                                                 const char              *attribute);
char          *meso_protocol_reader_id          (MesoProtocolReader      *self,
                                                 const MesoXmlElement    *element,
                                                 const char              *attribute);
GPtrArray     *meso_protocol_reader_ids         (MesoProtocolReader      *self,
                                                 const MesoXmlElement    *element,
                                                 const char              *attribute);
gboolean       meso_protocol_reader_boolean     (MesoProtocolReader      *self,
                                                 const MesoXmlElement    *element,
                                                 const char              *attribute,
                                                 gboolean                 fallback);
int            meso_protocol_reader_integer     (MesoProtocolReader      *self,
                                                 const MesoXmlElement    *element,
                                                 const char              *attribute,
                                                 int                      min,
                                                 int                      max);
gint64         meso_protocol_reader_parse_milli (MesoProtocolReader      *self,
                                                 const MesoXmlElement    *element,
                                                 const char              *attribute,
                                                 const char              *text);
gint64         meso_protocol_reader_milli       (MesoProtocolReader      *self,
                                                 const MesoXmlElement    *element,
                                                 const char              *attribute);
int            meso_protocol_reader_word        (MesoProtocolReader      *self,
                                                 const MesoXmlElement    *element,
                                                 const char              *attribute,
                                                 const MesoProtocolWord  *words);
int            meso_protocol_reader_word_or     (MesoProtocolReader      *self,
                                                 const MesoXmlElement    *element,
                                                 const char              *attribute,
                                                 const MesoProtocolWord  *words,
                                                 int                      fallback);
void           meso_protocol_reader_provenance  (MesoProtocolReader      *self,
                                                 const MesoXmlElement    *element,
                                                 MesoProvenance          *provenance);
MesoLocalText *meso_protocol_reader_text        (MesoProtocolReader      *self,
                                                 const MesoXmlElement    *element,
                                                 const char              *name,
                                                 gboolean                 required);

MesoQuantity   meso_protocol_reader_quantity    (MesoProtocolReader      *self,
                                                 const MesoXmlElement    *element,
                                                 const char              *attribute,
                                                 MesoDimension            dimension);

gboolean       meso_protocol_is_version         (const char              *text);

/* One function a kind of entry: adds it to the protocol, faults and all. */
void           meso_protocol_read_question      (MesoProtocolReader *self, const MesoXmlElement *element);
void           meso_protocol_read_rule          (MesoProtocolReader *self, const MesoXmlElement *element);
void           meso_protocol_read_ingredient    (MesoProtocolReader *self, const MesoXmlElement *element);
void           meso_protocol_read_pair          (MesoProtocolReader *self, const MesoXmlElement *element);
void           meso_protocol_read_excipient_pair (MesoProtocolReader *self, const MesoXmlElement *element);
void           meso_protocol_read_product       (MesoProtocolReader *self, const MesoXmlElement *element);
/* (transfer full): the same without adding it to the protocol */
MesoIngredientPair *
               meso_protocol_read_pair_only     (MesoProtocolReader *self, const MesoXmlElement *element);
void           meso_protocol_read_plan          (MesoProtocolReader *self, const MesoXmlElement *element);
void           meso_protocol_read_evidence      (MesoProtocolReader *self, const MesoXmlElement *element);
void           meso_protocol_read_entry         (MesoProtocolReader *self, const MesoXmlElement *element);
void           meso_protocol_read_handout       (MesoProtocolReader *self, const MesoXmlElement *element);
void           meso_protocol_read_phrase        (MesoProtocolReader *self, const MesoXmlElement *element);

G_END_DECLS
