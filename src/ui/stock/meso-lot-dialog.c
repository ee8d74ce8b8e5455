/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-lot-dialog.h"

#include <glib/gi18n.h>

#include "meso-draft-put.h"
#include "meso-draft-saved.h"
#include "meso-error-presenter.h"
#include "meso-field.h"
#include "meso-lot-act-words.h"
#include "meso-lot-form.h"
#include "meso-lot-twin.h"
#include "meso-stock-service.h"
#include "meso-stock-words.h"
#include "meso-text.h"
#include "meso-words.h"

struct _MesoLotDialog
{
  AdwDialog parent_instance;

  MesoContext *context;
  MesoDraftKeeper *keeper;
  MesoQueryList *lots;          /* all, also what is used up */
  MesoLot *lot;                 /* (nullable): what is corrected */
  MesoLotDraft *begun;          /* while the form says that, nothing would be lost */
  gboolean saving;
  gboolean saved;

  AdwWindowTitle *heading;
  AdwBanner *resumed;
  GtkWidget *save_button;
  GtkWidget *note;
  MesoLotForm *form;
  GtkWidget *why;
  GtkWidget *reason;
};

G_DEFINE_FINAL_TYPE (MesoLotDialog, meso_lot_dialog, ADW_TYPE_DIALOG)

typedef struct
{
  MesoLot *lot;
  char *reason;
  MesoCalendarDate today;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  meso_lot_free (request->lot);
  g_free (request->reason);
  g_free (request);
}

static gpointer
receive (MesoClinic  *clinic,
         gpointer     data,
         GError     **error)
{
  const Request *request = data;

  g_autofree char *id = meso_stock_service_receive (clinic, request->lot, FALSE, request->today, error);
  MesoLot *lot = id != NULL ? meso_stock_service_get (clinic, id, NULL) : NULL;

  /* It is there, whether it can be looked up now or not. */
  return lot != NULL || id == NULL ? lot : meso_lot_copy (request->lot);
}

static gpointer
correct (MesoClinic  *clinic,
         gpointer     data,
         GError     **error)
{
  const Request *request = data;

  meso_stock_service_amend (clinic, request->lot, request->reason, request->today, error);
  return NULL;
}

static void
keep (MesoLotDialog *self)
{
  g_autoptr(MesoLotDraft) draft = meso_lot_form_dup_draft (self->form);
  g_autofree char *json = meso_lot_draft_to_json (draft);

  meso_draft_keeper_set_text (self->keeper, json);
}

/* The same number from the same maker may be another delivery, or the same one typed twice. */
static void
look_for_twin (MesoLotDialog *self)
{
  g_autoptr(MesoLotDraft) draft = meso_lot_form_dup_draft (self->form);
  g_autoptr(MesoRow) twin = meso_lot_twin_find (G_LIST_MODEL (self->lots), draft, self->lot != NULL ? self->lot->id : NULL);
  const MesoLot *lot = twin != NULL ? ((const MesoStockItem *) meso_row_get_value (twin))->lot : NULL;
  g_autofree char *sentence = lot != NULL ? meso_lot_twin_describe (self->context, lot) : NULL;

  meso_lot_form_point_at (self->form, sentence, lot != NULL ? lot->id : NULL);
}

static void
form_changed (MesoLotDialog *self)
{
  keep (self);
  look_for_twin (self);
}

static void
reason_changed (MesoLotDialog *self)
{
  if (meso_field_has_error (self->reason))
    meso_field_set_error (self->reason, NULL);
}

static void
start_over (MesoLotDialog *self)
{
  adw_banner_set_revealed (self->resumed, FALSE);
  meso_lot_form_show (self->form, self->begun);
  form_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

/* lot: as it is stored */
static void
say_done (MesoLotDialog *self,
          const MesoLot *lot)
{
  g_autofree char *number = meso_stock_words_number (lot);
  /* Translators: "Lot B2407" */
  g_autofree char *text = self->lot != NULL ? g_strdup_printf (_("%s was corrected"), number) 
                                             : meso_lot_act_words_received (self->context, lot);

  meso_error_presenter_say (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), text, NULL);
}

static void
stored (GtkWidget    *widget,
        gpointer      result,
        const GError *error,
        gpointer      user_data)
{
  MesoLotDialog *self = MESO_LOT_DIALOG (widget);
  g_autoptr(MesoLotReading) reading = meso_lot_form_read (self->form);

  self->saving = FALSE;
  gtk_widget_action_set_enabled (widget, "lot-form.save", TRUE);
  if (error != NULL && meso_lot_reading_take_error (reading, error))
    {
      meso_lot_form_say (self->form, reading);
      return;
    }
  if (error != NULL)
    {
      meso_error_presenter_alert (widget, self->lot != NULL ? _("correct the lot") : _("receive the delivery"), error);
      return;
    }
  self->saved = TRUE;
  meso_draft_keeper_discard (self->keeper);
  say_done (self, result != NULL ? result : reading->lot);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static gboolean
read_reason (MesoLotDialog  *self,
             char          **reason_out)
{
  *reason_out = meso_text_trim (gtk_editable_get_text (GTK_EDITABLE (self->reason)));
  if (self->lot == NULL || **reason_out != '\0')
    return TRUE;
  meso_field_set_error (self->reason, _("Write a reason: whoever looks at the lot later needs it."));
  meso_field_show (self->reason);
  return FALSE;
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MesoLotDialog *self = MESO_LOT_DIALOG (widget);
  g_autoptr(MesoLotReading) reading = meso_lot_form_read (self->form);
  g_autofree char *reason = NULL;
  Request *request;

  meso_lot_form_say (self->form, reading);
  if (self->saving || !meso_lot_reading_is_fine (reading) || !read_reason (self, &reason))
    return;
  self->saving = TRUE;
  gtk_widget_action_set_enabled (widget, "lot-form.save", FALSE);
  request = g_new0 (Request, 1);
  request->lot = meso_lot_copy (reading->lot);
  request->reason = g_steal_pointer (&reason);
  request->today = meso_context_get_today (self->context);
  meso_context_call (self->context, widget, self->lot != NULL ? correct : receive, request, request_free,
                     self->lot != NULL ? NULL : (GDestroyNotify) meso_lot_free, stored, NULL);
}

/* What was typed comes back if it was needed after all: a correction when the same lot is corrected again. */
static void
cancelled (MesoLotDialog *self)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr(MesoLotDraft) draft = meso_lot_form_dup_draft (self->form);
  g_autofree char *json = meso_lot_draft_to_json (draft);
  gboolean changed = !meso_lot_draft_equal (draft, self->begun);

  self->saved = self->lot == NULL || !changed;
  if (self->saved)
    meso_draft_keeper_discard (self->keeper);
  if (self->lot == NULL && changed)
    meso_draft_put_offer (window, self->context, _("The delivery was not received"), "lot", "new", json, "win.receive", "");
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  cancelled (MESO_LOT_DIALOG (widget));
}

/* The dialog goes first: the other lot belongs to the window. The draft stays. */
static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  g_autofree char *lot = g_variant_dup_string (parameter, NULL);

  adw_dialog_force_close (ADW_DIALOG (widget));
  gtk_widget_activate_action (window, "win.lot", "s", lot);
}

static void
meso_lot_dialog_closed (AdwDialog *dialog)
{
  MesoLotDialog *self = MESO_LOT_DIALOG (dialog);

  if (!self->saved)
    meso_draft_keeper_flush (self->keeper);
}

static void
draft_loaded (GtkWidget  *widget,
              const char *text,
              gpointer    user_data)
{
  MesoLotDialog *self = MESO_LOT_DIALOG (widget);
  g_autoptr(MesoLotDraft) draft = text != NULL ? meso_lot_draft_parse (text) : NULL;

  if (draft == NULL || meso_lot_draft_equal (draft, self->begun))
    return;
  meso_lot_form_show (self->form, draft);
  look_for_twin (self);
  adw_banner_set_revealed (self->resumed, TRUE);
}

static void
meso_lot_dialog_dispose (GObject *object)
{
  MesoLotDialog *self = MESO_LOT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_LOT_DIALOG);
  g_clear_object (&self->keeper);
  g_clear_object (&self->lots);
  g_clear_object (&self->context);
  g_clear_pointer (&self->lot, meso_lot_free);
  g_clear_pointer (&self->begun, meso_lot_draft_free);
  G_OBJECT_CLASS (meso_lot_dialog_parent_class)->dispose (object);
}

static void
meso_lot_dialog_class_init (MesoLotDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_lot_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = meso_lot_dialog_closed;
  g_type_ensure (MESO_TYPE_LOT_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-lot-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoLotDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, MesoLotDialog, resumed);
  gtk_widget_class_bind_template_child (widget_class, MesoLotDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, MesoLotDialog, note);
  gtk_widget_class_bind_template_child (widget_class, MesoLotDialog, form);
  gtk_widget_class_bind_template_child (widget_class, MesoLotDialog, why);
  gtk_widget_class_bind_template_child (widget_class, MesoLotDialog, reason);
  gtk_widget_class_bind_template_callback (widget_class, form_changed);
  gtk_widget_class_bind_template_callback (widget_class, reason_changed);
  gtk_widget_class_bind_template_callback (widget_class, start_over);
  gtk_widget_class_bind_template_callback (widget_class, cancelled);
  gtk_widget_class_install_action (widget_class, "lot-form.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "lot-form.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "lot-form.open", "s", open_action);
}

static void
meso_lot_dialog_init (MesoLotDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static MesoLotDialog *
create (MesoContext        *context,
        const MesoLot      *lot,
        const MesoLotDraft *draft)
{
  MesoLotDialog *self = g_object_new (MESO_TYPE_LOT_DIALOG, NULL);

  self->context = g_object_ref (context);
  self->lot = lot != NULL ? meso_lot_copy (lot) : NULL;
  self->lots = meso_stock_list_new (context, TRUE);
  g_signal_connect_object (self->lots, "items-changed", G_CALLBACK (look_for_twin), self, G_CONNECT_SWAPPED);
  meso_lot_form_begin (self->form, context, lot);
  meso_lot_form_show (self->form, draft);
  return self;
}

/* From here on what is typed is kept. */
static void
begin (MesoLotDialog *self,
       const char    *entity,
       const char    *key)
{
  self->begun = meso_lot_form_dup_draft (self->form);
  self->keeper = meso_draft_keeper_new (self->context, entity, key);
  meso_draft_saved_show (self->keeper, self->heading);
  meso_draft_keeper_load (self->keeper, GTK_WIDGET (self), draft_loaded, NULL);
}

MesoLotDialog *
meso_lot_dialog_new (MesoContext *context,
                     const char  *what)
{
  g_autoptr(MesoLotDraft) empty = meso_lot_draft_new ();
  MesoLotDialog *self;

  g_free (empty->texts[MESO_LOT_FIELD_RECEIVED_ON]);
  empty->texts[MESO_LOT_FIELD_RECEIVED_ON] = meso_context_format_date_entry (context, meso_context_get_today (context));
  self = create (context, NULL, empty);
  if (*what != '\0')
    meso_lot_form_propose (self->form, what);
  begin (self, "lot", "new");
  return self;
}

MesoLotDialog *
meso_lot_dialog_new_correct (MesoContext   *context,
                             const MesoLot *lot)
{
  g_autoptr(MesoLotDraft) draft = meso_lot_draft_new_of (context, lot);
  MesoLotDialog *self = create (context, lot, draft);

  adw_dialog_set_title (ADW_DIALOG (self), _("Correct the Lot"));
  gtk_button_set_label (GTK_BUTTON (self->save_button), _("_Save"));
  gtk_widget_set_visible (self->note, TRUE);
  gtk_widget_set_visible (self->why, TRUE);
  begin (self, "lot-correction", lot->id);
  return self;
}
