/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-protocol-edit.h"
#include "meso-protocol.h"

G_BEGIN_DECLS

/**
 * MesoProtocolClinic:
 *
 * The clinic's own document as it is edited: own questions and rules, changes, what is off, signatures. Whether it may be laid
 * over what ships is found out by reading what it writes.
 */
typedef struct _MesoProtocolClinic MesoProtocolClinic;

MesoProtocolClinic *meso_protocol_clinic_new          (void);
/* Form only; MESO_CORE_ERROR_SYNTAX */
MesoProtocolClinic *meso_protocol_clinic_parse        (const char *name, GBytes *bytes, GError **error);
/* Whether a file is one, by what is in it */
gboolean            meso_protocol_clinic_is_one       (GBytes *bytes);
MesoProtocolClinic *meso_protocol_clinic_copy         (const MesoProtocolClinic *self);
void                meso_protocol_clinic_free         (MesoProtocolClinic *self);
/* (transfer full): the document in its one written form, as that version of the clinic's protocol */
GBytes             *meso_protocol_clinic_write        (const MesoProtocolClinic *self, guint number);
/* Whether both say the same, their numbers apart */
gboolean            meso_protocol_clinic_equal        (const MesoProtocolClinic *self, const MesoProtocolClinic *other);
gboolean            meso_protocol_clinic_is_empty     (const MesoProtocolClinic *self);

void                meso_protocol_clinic_edit         (MesoProtocolClinic *self, const MesoProtocolEdit *edit);
/* protocol: what ships with the document laid over it. Binds each change to what it was made for, so that it is known again
 * when another version ships. */
void                meso_protocol_clinic_bind         (MesoProtocolClinic *self, const MesoProtocol *protocol);
/* The same; on: ISO date */
void                meso_protocol_clinic_sign         (MesoProtocolClinic *self, const MesoProtocol *protocol, const char *rule,
                                                       const char *by, const char *on);
/* (transfer full) (element-type utf8): signatures are given in the clinic, they don't come in files: takes out all, and puts in
 * those that @current has of rules that protocol has. Gives the rules whose signatures weren't known. */
GPtrArray          *meso_protocol_clinic_keep_reviews (MesoProtocolClinic *self, const MesoProtocolClinic *current,
                                                       const MesoProtocol *protocol);

/* What ships, with a document of the clinic that was written for another version of it. What doesn't fit any more is left out,
 * which is never looser than what ships. set_aside (out) (element-type utf8): it, in words; fitted (out): the rest */
MesoProtocol       *meso_protocol_new_fitting         (const GPtrArray *shipped, GBytes *clinic, GPtrArray **set_aside, GBytes **fitted,
                                                       GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoProtocolClinic, meso_protocol_clinic_free)

G_END_DECLS
