/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-preparation-acts.h"

#include <glib/gi18n.h>

#include "meso-ask-dialog.h"
#include "meso-error-presenter.h"
#include "meso-preparation-call.h"

/**
 * Act:
 * @call: a #MesoClinicCall with a #MesoPreparationRequest
 * @operation: as it finishes “Could not …”; @done: what is said when it is done
 */
typedef struct
{
  MesoContext *context;
  char *preparation;
  MesoClinicCall call;
  const char *operation;
  const char *done;
} Act;

static void
act_free (gpointer  data,
          GClosure *closure)
{
  Act *act = data;

  g_object_unref (act->context);
  g_free (act->preparation);
  g_free (act);
}

static void
finished (GtkWidget    *widget,
          gpointer      result,
          const GError *error,
          gpointer      user_data)
{
  const Act *act = user_data;

  meso_ask_dialog_set_busy (MESO_ASK_DIALOG (widget), FALSE);
  if (error != NULL)
    {
      meso_error_presenter_alert (widget, act->operation, error);
      return;
    }
  meso_error_presenter_say (widget, act->done, NULL);
  meso_ask_dialog_done (MESO_ASK_DIALOG (widget));
}

/* The act lives as long as the dialog does. */
static void
answered (MesoAskDialog *dialog,
          GStrv          answers,
          Act           *act)
{
  MesoPreparationRequest *request =
    meso_preparation_request_new (act->preparation, answers[0], meso_context_get_today (act->context));

  meso_ask_dialog_set_busy (dialog, TRUE);
  meso_context_call (act->context, GTK_WIDGET (dialog), act->call, request, (GDestroyNotify) meso_preparation_request_free, NULL, finished,
                     act);
}

/* dialog: asks for a reason */
static void
ask (GtkWidget             *page,
     MesoContext           *context,
     const MesoPreparation *preparation,
     MesoAskDialog         *dialog,
     const char            *entity,
     Act                    act)
{
  Act *own = g_new0 (Act, 1);

  *own = act;
  own->context = g_object_ref (context);
  own->preparation = g_strdup (preparation->id);
  meso_ask_dialog_keep (dialog, context, entity, preparation->patient);
  g_signal_connect_data (dialog, "answered", G_CALLBACK (answered), own, act_free, 0);
  adw_dialog_present (ADW_DIALOG (dialog), page);
}

void
meso_preparation_acts_discard (GtkWidget             *page,
                               MesoContext           *context,
                               const MesoPreparation *preparation)
{
  MesoAskDialog *dialog = meso_ask_dialog_new (_("Throw Away"),
                                               _("The preparation stays in the record as thrown away and can’t be given any more. What "
                                                 "was drawn for it stays drawn."),
                                               _("_Throw Away"), TRUE);

  meso_ask_dialog_add_entry (dialog, _("Why it isn’t given"), _("Say in a few words why: it stands in the record."));
  ask (page, context, preparation, dialog, "discard-preparation",
       (Act) { .call = meso_preparation_call_discard, .operation = _("note it as thrown away"), .done = _("Noted as thrown away") });
}

void
meso_preparation_acts_mark (GtkWidget             *page,
                            MesoContext           *context,
                            const MesoPreparation *preparation)
{
  MesoAskDialog *dialog = meso_ask_dialog_new (_("Entered in Error"),
                                               _("The preparation stays in the record, struck through. What was drawn is booked as "
                                                 "wasted: no liquid goes back into a vial. Where a vial is full after all, count it."),
                                               _("_Entered in Error"), TRUE);

  meso_ask_dialog_add_entry (dialog, _("What the mistake was"), _("Say in a few words why: it stands in the record."));
  ask (page, context, preparation, dialog, "mark-preparation",
       (Act) { .call = meso_preparation_call_mark, .operation = _("mark it as entered in error"),
               .done = _("Marked as entered in error") });
}
