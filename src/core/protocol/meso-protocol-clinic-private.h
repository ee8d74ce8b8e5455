/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-protocol-clinic.h"
#include "meso-xml.h"

G_BEGIN_DECLS

struct _MesoProtocolClinic
{
  GPtrArray *entries;      /* MesoXmlElement */
};

gboolean        meso_xml_is_kind              (const MesoXmlElement *element,
                                               const char           *kind);
gboolean        meso_xml_has_value            (const MesoXmlElement *element,
                                               const char           *attribute,
                                               const char           *value);
/* Takes out all entries of @kind whose @attribute is @id. */
void            meso_protocol_clinic_take_out (MesoProtocolClinic   *self,
                                               const char           *kind,
                                               const char           *attribute,
                                               const char           *id);
/* (transfer none): a new entry of that @kind, whose @attribute is @id */
MesoXmlElement *meso_protocol_clinic_add      (MesoProtocolClinic   *self,
                                               const char           *kind,
                                               const char           *attribute,
                                               const char           *id);

G_END_DECLS
