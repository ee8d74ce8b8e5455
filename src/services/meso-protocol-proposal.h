/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-content.h"

G_BEGIN_DECLS

/**
 * MesoProtocolWish:
 * @edits: (nullable) (element-type MesoProtocolEdit): what is to be otherwise, or
 * @file: (nullable): a document that takes the place of the clinic's, @name as messages show it, or
 * @rules: (nullable) (array zero-terminated=1): rules to sign, @by a physician's name, @on an ISO date
 *
 * Private to services. What somebody wants of the clinic's protocol: one of the three.
 */
typedef struct
{
  const GPtrArray *edits;
  const char *name;
  GBytes *file;
  const char *const *rules;
  const char *by;
  const char *on;
} MesoProtocolWish;

/**
 * MesoProtocolProposal:
 * @faults: (element-type utf8): why it can't be; with any of them there is nothing else
 * @remarks: (element-type utf8): what of a file isn't taken over
 * @content: (nullable): what the clinic would work with; %NULL with faults, and when nothing changes
 *
 * Private to services. What a wish would come to.
 */
typedef struct
{
  GPtrArray *faults;
  GPtrArray *remarks;
  MesoContent *content;
} MesoProtocolProposal;

/* Waits for nothing, and changes nothing. */
MesoProtocolProposal *meso_protocol_proposal_new  (MesoContent *current, const MesoProtocolWish *wish);
void                  meso_protocol_proposal_free (MesoProtocolProposal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoProtocolProposal, meso_protocol_proposal_free)

G_END_DECLS
