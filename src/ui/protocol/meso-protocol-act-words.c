/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-act-words.h"

#include <glib/gi18n.h>

static const MesoProtocolActWords acts[] = {
  [MESO_PROTOCOL_ACT_CHANGE] = {
    N_("Change the Outcome"),
    N_("Choose what this clinic wants the rule to give. The change needs a reason, and a physician’s signature under the rule as it is "
       "then. Earlier verdicts keep the rule they were given by."),
    N_("_Change the Rule"), N_("The rule was changed"),
  },
  [MESO_PROTOCOL_ACT_RESTORE] = {
    N_("Take the Change Back"),
    N_("The rule gives again what it ships with. Earlier verdicts keep the rule they were given by."),
    N_("_Take the Change Back"), N_("The rule is as it ships again"),
  },
  [MESO_PROTOCOL_ACT_SWITCH_OFF] = {
    N_("Switch the Rule Off"),
    N_("From here on no screening of this clinic heeds the rule. It stays in the list, with the reason, and can be switched on again. "
       "Earlier verdicts keep the rule they were given by."),
    N_("_Switch Off"), N_("The rule is switched off"),
  },
  [MESO_PROTOCOL_ACT_SWITCH_ON] = {
    N_("Switch the Rule On"),
    N_("From here on every screening heeds the rule again."),
    N_("_Switch On"), N_("The rule is switched on"),
  },
  [MESO_PROTOCOL_ACT_REMOVE] = {
    N_("Remove the Rule"),
    N_("This clinic’s own rule goes. Its questions stay until they are removed too. Earlier verdicts keep the rule they were given by; a "
       "protocol file that holds it brings it back."),
    N_("_Remove"), N_("The rule was removed"),
  },
  [MESO_PROTOCOL_ACT_USE_FILE] = {
    N_("Use the Protocol File"),
    N_("From here on this clinic screens by what was shown. Earlier verdicts keep the rules they were given by."),
    N_("_Use the File"), N_("The protocol file is in use"),
  },
  [MESO_PROTOCOL_ACT_ACCEPT] = {
    N_("Go On With What Fits"),
    N_("What no longer fits the program is let go, and the rest is this clinic’s protocol. Whatever is still wanted of it has to be set "
       "anew. Until then the rules it was about are as they ship."),
    N_("_Go On With the Rest"), N_("The rest is in use"),
  },
  [MESO_PROTOCOL_ACT_WITHDRAW] = {
    N_("Withdraw the Signature"),
    N_("The rule stays in use as it is, but unreviewed, and the banner says so until a physician signs it again. Earlier verdicts keep "
       "the rule they were given by."),
    N_("_Withdraw the Signature"), N_("The signature is withdrawn"),
  },
};

MesoProtocolActWords
meso_protocol_act_words (MesoProtocolAct act)
{
  const MesoProtocolActWords *words = &acts[act];

  return (MesoProtocolActWords) { _(words->title), _(words->text), _(words->button), _(words->said) };
}
