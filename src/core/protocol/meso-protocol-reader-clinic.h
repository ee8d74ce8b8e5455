/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-protocol-reader.h"

G_BEGIN_DECLS

/* The clinic's own document: read after all others, and laid over them once they have been checked. */
void meso_protocol_read_clinic  (MesoProtocolReader   *reader,
                                 const MesoXmlElement *root);
void meso_protocol_apply_clinic (MesoProtocolReader   *reader);
/* The same for the clinic's formulary alone; meso_protocol_apply_clinic () does it too. */
void meso_protocol_apply_formulary (MesoProtocolReader *reader);

/* Parts of reading it */
char *meso_protocol_read_why            (MesoProtocolReader   *reader,
                                         const MesoXmlElement *element);
void  meso_protocol_check_own           (MesoProtocolReader   *reader,
                                         const MesoXmlElement *element);
void  meso_protocol_read_own_ingredient (MesoProtocolReader   *reader,
                                         const MesoXmlElement *element);
void  meso_protocol_read_own_product    (MesoProtocolReader   *reader,
                                         const MesoXmlElement *element);
void  meso_protocol_read_own_pair       (MesoProtocolReader   *reader,
                                         const MesoXmlElement *element);
void  meso_protocol_read_adjust         (MesoProtocolReader   *reader,
                                         const MesoXmlElement *element);

G_END_DECLS
