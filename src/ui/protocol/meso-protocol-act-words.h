/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-protocol-work.h"

G_BEGIN_DECLS

/**
 * MesoProtocolActWords:
 * @title: what it is called, @text: what it means, @button: what does it, @said: that it is done
 *
 * What a physician is told of a change to the protocol before it is made, in the window's language.
 */
typedef struct
{
  const char *title;
  const char *text;
  const char *button;
  const char *said;
} MesoProtocolActWords;

/* For each act that asks for a reason. */
MesoProtocolActWords meso_protocol_act_words (MesoProtocolAct act);

G_END_DECLS
