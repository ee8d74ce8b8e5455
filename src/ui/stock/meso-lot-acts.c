/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-lot-acts.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "meso-ask-dialog.h"
#include "meso-error-presenter.h"
#include "meso-lot-act-words.h"
#include "meso-lot-amount.h"
#include "meso-lot-count.h"
#include "meso-staff-service.h"
#include "meso-stock-service.h"
#include "meso-stock-words.h"
#include "meso-words.h"

/* What a dialog is about, as long as it is there. */
typedef struct
{
  MesoContext *context;
  MesoLot *lot;
  MesoOpening *opening;         /* (nullable) */
  MesoLotAct act;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *self = data;

  g_object_unref (self->context);
  meso_lot_free (self->lot);
  g_clear_pointer (&self->opening, meso_opening_free);
  g_free (self);
}

static Asked *
asked_new (MesoContext       *context,
           const MesoLot     *lot,
           const MesoOpening *opening,
           MesoLotAct         act)
{
  Asked *self = g_new0 (Asked, 1);

  self->context = g_object_ref (context);
  self->lot = meso_lot_copy (lot);
  self->opening = opening != NULL ? meso_opening_copy (opening) : NULL;
  self->act = act;
  return self;
}

static Asked *
get_asked (GtkWidget *dialog)
{
  return g_object_get_data (G_OBJECT (dialog), "asked");
}

/* The dialog goes first: what comes next belongs to the window. */
static void
finish (GtkWidget   *dialog,
        const Asked *asked)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (dialog));
  g_autofree char *text = meso_lot_act_words_done (asked->act, asked->lot);
  g_autofree char *lot = asked->act == MESO_LOT_ACT_RECALL ? g_strdup (asked->lot->id) : NULL;

  meso_error_presenter_say (window, text, NULL);
  meso_ask_dialog_done (MESO_ASK_DIALOG (dialog));
  if (lot != NULL)
    gtk_widget_activate_action (window, "win.recall", "s", lot);
}

static void
act_done (GtkWidget    *dialog,
          gpointer      result,
          const GError *error,
          gpointer      user_data)
{
  meso_ask_dialog_set_busy (MESO_ASK_DIALOG (dialog), FALSE);
  if (error != NULL)
    {
      meso_error_presenter_alert (dialog, meso_lot_act_words_operation (get_asked (dialog)->act), error);
      return;
    }
  finish (dialog, get_asked (dialog));
}

static gboolean
read_count (MesoAskDialog *dialog,
            const Asked   *asked,
            const char    *text,
            gint64        *volume_ul_out)
{
  g_autofree char *fault = meso_lot_count_read (asked->context, asked->lot, asked->opening, text, volume_ul_out);

  if (fault != NULL)
    meso_ask_dialog_refuse (dialog, 0, fault);
  return fault == NULL;
}

/* A bare number and a volume mean different things: which it was is said before it is booked. */
static void
show_count (MesoAskDialog *dialog)
{
  const Asked *asked = get_asked (GTK_WIDGET (dialog));
  g_autofree char *text = meso_ask_dialog_dup_answer (dialog, 0);
  g_autofree char *reading = meso_lot_count_describe (asked->context, asked->lot, asked->opening, text);

  meso_ask_dialog_set_hint (dialog, 0, reading);
}

static gboolean
read_waste (MesoAskDialog *dialog,
            const Asked   *asked,
            const char    *text,
            gint64        *volume_ul_out)
{
  gint64 left = asked->opening != NULL ? asked->opening->left_ul : meso_lot_get_sealed_ul (asked->lot);
  g_autofree char *most = meso_stock_words_volume (asked->context, left);
  g_autofree char *sentence = NULL;
  gboolean containers;

  if (!meso_lot_amount_read (asked->lot, text, volume_ul_out, &containers) || *volume_ul_out == 0 ||
      (containers && asked->opening != NULL))
    sentence = g_strdup (asked->opening != NULL ? _("Write what is wasted, with its unit, for example 2.5 mL.")
                                                : _("Write what is wasted with its unit, for example 5 mL, or how many unopened containers, "
                                                    "for example 2."));
  else if (*volume_ul_out > left)
    /* Translators: %s is a volume */
    sentence = g_strdup_printf (_("No more than %s is left there."), most);
  if (sentence != NULL)
    meso_ask_dialog_refuse (dialog, 0, sentence);
  return sentence == NULL;
}

static void
answered (MesoAskDialog *dialog,
          GStrv          answers)
{
  const Asked *asked = get_asked (GTK_WIDGET (dialog));
  gboolean measured = asked->act == MESO_LOT_ACT_COUNT || asked->act == MESO_LOT_ACT_WASTE;
  gint64 volume_ul = 0;
  gint64 on_books = asked->opening != NULL ? asked->opening->left_ul : asked->lot->balance_ul;
  MesoLotActRequest *request;

  if ((asked->act == MESO_LOT_ACT_COUNT && !read_count (dialog, asked, answers[0], &volume_ul)) ||
      (asked->act == MESO_LOT_ACT_WASTE && !read_waste (dialog, asked, answers[0], &volume_ul)))
    return;
  if (asked->act == MESO_LOT_ACT_COUNT && volume_ul != on_books && *answers[1] == '\0')
    {
      meso_ask_dialog_refuse (dialog, 1, _("That differs from the books. Write why, as far as it is known."));
      return;
    }
  request = meso_lot_act_request_new (asked->act, asked->lot, asked->opening != NULL ? asked->opening->id : NULL);
  request->volume_ul = volume_ul;
  g_set_str (&request->reason, answers[measured ? 1 : 0]);
  meso_ask_dialog_set_busy (dialog, TRUE);
  meso_context_call (asked->context, GTK_WIDGET (dialog), meso_lot_act_run, request, (GDestroyNotify) meso_lot_act_request_free, NULL,
                     act_done, NULL);
}

static void
ask (GtkWidget         *page,
     MesoContext       *context,
     const MesoLot     *lot,
     const MesoOpening *opening,
     MesoLotAct         act)
{
  g_autofree char *text = meso_lot_act_words_text (context, act, lot, opening);
  MesoAskDialog *dialog = meso_ask_dialog_new (meso_lot_act_words_title (act), text, meso_lot_act_words_button (act),
                                               act == MESO_LOT_ACT_RECALL || act == MESO_LOT_ACT_THROW_AWAY);
  g_autofree char *entity = g_strdup_printf ("lot-act-%d", (int) act);

  if (act == MESO_LOT_ACT_COUNT)
    meso_ask_dialog_add_entry (dialog, opening != NULL ? _("What is left in it") : _("What is left in all, or unopened containers"),
                               _("Write what was counted."));
  else if (act == MESO_LOT_ACT_WASTE)
    meso_ask_dialog_add_entry (dialog, opening != NULL ? _("How much") : _("How much, or how many unopened containers"),
                               _("Write what is wasted."));
  meso_ask_dialog_add_entry (dialog, _("Reason"),
                             act != MESO_LOT_ACT_COUNT ? _("Write a reason: whoever looks at the lot later needs it.") : NULL);
  g_object_set_data_full (G_OBJECT (dialog), "asked", asked_new (context, lot, opening, act), asked_free);
  g_signal_connect (dialog, "answered", G_CALLBACK (answered), NULL);
  if (act == MESO_LOT_ACT_COUNT)
    g_signal_connect (dialog, "edited", G_CALLBACK (show_count), NULL);
  meso_ask_dialog_keep (dialog, context, entity, opening != NULL ? opening->id : lot->id);
  adw_dialog_present (ADW_DIALOG (dialog), page);
}

static void
opened (GtkWidget    *page,
        gpointer      result,
        const GError *error,
        gpointer      user_data)
{
  if (error != NULL)
    meso_error_presenter_toast (page, meso_lot_act_words_operation (MESO_LOT_ACT_OPEN), error);
  else
    meso_error_presenter_say (page, _("A container was opened"), NULL);
}

static void
confirmed (AdwAlertDialog *dialog,
           const char     *response,
           GtkWidget      *page)
{
  const Asked *asked = get_asked (GTK_WIDGET (dialog));

  if (g_str_equal (response, "open"))
    meso_context_call (asked->context, page, meso_lot_act_run, meso_lot_act_request_new (MESO_LOT_ACT_OPEN, asked->lot, NULL),
                       (GDestroyNotify) meso_lot_act_request_free, NULL, opened, NULL);
}

static void
confirm_open (GtkWidget     *page,
              MesoContext   *context,
              const MesoLot *lot)
{
  g_autofree char *text = meso_lot_act_words_text (context, MESO_LOT_ACT_OPEN, lot, NULL);
  AdwDialog *dialog = adw_alert_dialog_new (meso_lot_act_words_title (MESO_LOT_ACT_OPEN), text);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "open",
                                  meso_lot_act_words_button (MESO_LOT_ACT_OPEN), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "open", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "open");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "asked", asked_new (context, lot, NULL, MESO_LOT_ACT_OPEN), asked_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (confirmed), page, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, page);
}

/* Said before anybody has written a reason in vain. */
static gboolean
may_release (GtkWidget   *page,
             MesoContext *context)
{
  g_autoptr(MesoStaff) staff = meso_staff_service_dup_desk (meso_context_get_clinic (context));
  g_autofree char *who = NULL;
  g_autofree char *text = NULL;
  AdwDialog *dialog;

  if (staff != NULL && staff->role == MESO_ROLE_PHYSICIAN)
    return TRUE;
  who = meso_words_isolate (staff != NULL ? staff->name : "");
  /* Translators: %s is who is at the desk */
  text = g_strdup_printf (_("Only a physician lets a lot back into use. At the desk is %s: a physician takes the desk at the foot of the "
                            "sidebar, and then releases it."), who);
  dialog = adw_alert_dialog_new (_("A Physician Has to Release It"), text);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, page);
  return FALSE;
}

void
meso_lot_acts_begin (GtkWidget         *page,
                     MesoContext       *context,
                     const MesoLot     *lot,
                     const MesoOpening *opening,
                     MesoLotAct         act)
{
  if (act == MESO_LOT_ACT_OPEN)
    confirm_open (page, context, lot);
  else if (act != MESO_LOT_ACT_RELEASE || may_release (page, context))
    ask (page, context, lot, opening, act);
}
