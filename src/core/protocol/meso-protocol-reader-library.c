/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-reader.h"

/**
 * meso_protocol_read_evidence:
 * @reader: a reader
 * @element: an `<evidence>`
 *
 * Reads one study of the evidence library. One that nobody could find has no reference.
 */
void
meso_protocol_read_evidence (MesoProtocolReader   *reader,
                             const MesoXmlElement *element)
{
  MesoEvidence *evidence = g_new0 (MesoEvidence, 1);
  const char *reference = meso_xml_element_get (element, "reference");

  meso_protocol_reader_shape (reader, element, "id found reference ingredients" MESO_PROTOCOL_PROVENANCE,
                              "claim study result");
  g_ptr_array_add (reader->protocol->evidence, evidence);
  meso_protocol_reader_remember (reader, evidence, element);

  evidence->id = meso_protocol_reader_id (reader, element, "id");
  evidence->found = meso_protocol_reader_boolean (reader, element, "found", FALSE);
  if (!meso_protocol_reader_has (element, "found"))
    meso_protocol_reader_fault (reader, element, "<evidence> needs the attribute “found”");
  if (reference && *reference != '\0')
    evidence->reference = g_strdup (reference);
  evidence->ingredients = meso_protocol_reader_ids (reader, element, "ingredients");
  evidence->claim = meso_protocol_reader_text (reader, element, "claim", TRUE);
  evidence->study = meso_protocol_reader_text (reader, element, "study", TRUE);
  evidence->result = meso_protocol_reader_text (reader, element, "result", TRUE);
  meso_protocol_reader_provenance (reader, element, &evidence->provenance);

  if (evidence->found && !evidence->reference)
    meso_protocol_reader_fault (reader, element, "a study that was found needs a “reference”");
  else if (!evidence->found && evidence->reference)
    meso_protocol_reader_fault (reader, element, "a study that wasn't found can't have a “reference”");
  meso_protocol_reader_register (reader, reader->protocol->evidence_by_id, evidence->id, evidence);
}

/**
 * meso_protocol_read_entry:
 * @reader: a reader
 * @element: an `<entry>`
 *
 * Reads one line of a named list.
 */
void
meso_protocol_read_entry (MesoProtocolReader   *reader,
                          const MesoXmlElement *element)
{
  static const MesoProtocolWord lists[] = { { "side-effect", 0 }, { "benefit", 1 }, { "indication", 2 }, { "excipient", 3 },
                                            { NULL } };
  MesoListEntry *entry = g_new0 (MesoListEntry, 1);

  meso_protocol_reader_shape (reader, element, "id list" MESO_PROTOCOL_PROVENANCE, "text detail");
  g_ptr_array_add (reader->protocol->lists, entry);
  meso_protocol_reader_remember (reader, entry, element);

  entry->id = meso_protocol_reader_id (reader, element, "id");
  entry->list = g_strdup (lists[meso_protocol_reader_word (reader, element, "list", lists)].name);
  entry->text = meso_protocol_reader_text (reader, element, "text", TRUE);
  entry->detail = meso_protocol_reader_text (reader, element, "detail", FALSE);
  meso_protocol_reader_provenance (reader, element, &entry->provenance);
  meso_protocol_reader_register (reader, reader->protocol->list_entries_by_id, entry->id, entry);
}
