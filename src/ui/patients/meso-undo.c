/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-undo.h"

#include <glib/gi18n.h>

#include "meso-error-presenter.h"
#include "meso-noticeboard.h"

typedef struct
{
  MesoContext *context;
  GtkWidget *window;            /* weak */
  MesoClinicCall undo;
  gpointer request;             /* NULL once it was asked for */
  GDestroyNotify request_free;
  char *action;                 /* (nullable) */
  GVariant *target;             /* (nullable) */
} Offer;

typedef struct
{
  char *action;
  GVariant *target;
} Then;

static void
offer_free (gpointer  data,
            GClosure *closure)
{
  Offer *self = data;

  if (self->request != NULL)
    self->request_free (self->request);
  g_clear_weak_pointer (&self->window);
  g_object_unref (self->context);
  g_free (self->action);
  g_clear_pointer (&self->target, g_variant_unref);
  g_free (self);
}

static void
undone (GtkWidget    *window,
        gpointer      result,
        const GError *error,
        gpointer      user_data)
{
  Then *then = user_data;

  if (error != NULL)
    meso_error_presenter_toast (window, _("take that back"), error);
  else if (then->action != NULL)
    gtk_widget_activate_action_variant (window, then->action, then->target);
  g_free (then->action);
  g_clear_pointer (&then->target, g_variant_unref);
  g_free (then);
}

static void
button_clicked (AdwToast *toast,
                Offer    *self)
{
  Then *then;

  if (self->request == NULL || self->window == NULL)
    return;
  then = g_new0 (Then, 1);
  then->action = g_steal_pointer (&self->action);
  then->target = g_steal_pointer (&self->target);
  meso_context_call (self->context, self->window, self->undo, g_steal_pointer (&self->request), self->request_free, NULL,
                     undone, then);
}

void
meso_undo_offer (GtkWidget      *widget,
                 MesoContext    *context,
                 const char     *text,
                 MesoClinicCall  undo,
                 gpointer        request,
                 GDestroyNotify  request_free)
{
  meso_undo_offer_then (widget, context, text, undo, request, request_free, NULL, NULL);
}

void
meso_undo_offer_then (GtkWidget      *widget,
                      MesoContext    *context,
                      const char     *text,
                      MesoClinicCall  undo,
                      gpointer        request,
                      GDestroyNotify  request_free,
                      const char     *action,
                      GVariant       *target)
{
  g_autoptr(GVariant) owned = target != NULL ? g_variant_ref_sink (target) : NULL;
  MesoNoticeboard *board = meso_noticeboard_find (widget);
  AdwToast *toast;
  Offer *offer;

  if (board == NULL)
    {
      request_free (request);
      return;
    }
  offer = g_new0 (Offer, 1);
  offer->context = g_object_ref (context);
  g_set_weak_pointer (&offer->window, GTK_WIDGET (board));
  offer->undo = undo;
  offer->request = request;
  offer->request_free = request_free;
  offer->action = g_strdup (action);
  offer->target = g_steal_pointer (&owned);
  toast = g_object_new (ADW_TYPE_TOAST, "title", text, "use-markup", FALSE, "button-label", _("_Undo"), NULL);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (button_clicked), offer, offer_free, G_CONNECT_DEFAULT);
  meso_noticeboard_add_toast (board, toast);
}
