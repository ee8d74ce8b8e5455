/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-stock-minimum-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "meso-ask-dialog.h"
#include "meso-error-presenter.h"
#include "meso-stock-service.h"
#include "meso-stock-words.h"
#include "meso-text.h"
#include "meso-words.h"

#define MAX_CONTAINERS 100000

typedef struct
{
  char *what;
  char *name;
  gint64 containers;
  MesoCalendarDate today;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->what);
  g_free (request->name);
  g_free (request);
}

static Request *
request_new (MesoContext *context,
             const char  *what,
             const char  *name)
{
  Request *request = g_new0 (Request, 1);

  request->what = g_strdup (what);
  request->name = g_strdup (name);
  request->today = meso_context_get_today (context);
  return request;
}

/* The same thing, with what holds now */
static gpointer
get_minimum (MesoClinic  *clinic,
             gpointer     data,
             GError     **error)
{
  const Request *request = data;
  g_autoptr(GPtrArray) minimums = meso_stock_service_list_minimums (clinic, request->today, "en", error);
  Request *known;

  if (minimums == NULL)
    return NULL;
  known = g_memdup2 (request, sizeof *request);
  known->what = g_strdup (request->what);
  known->name = g_strdup (request->name);
  for (guint i = 0; i < minimums->len; i++)
    {
      const MesoStockMinimum *minimum = g_ptr_array_index (minimums, i);

      if (g_str_equal (minimum->what, request->what))
        known->containers = minimum->containers;
    }
  return known;
}

static gpointer
set_minimum (MesoClinic  *clinic,
             gpointer     data,
             GError     **error)
{
  const Request *request = data;

  meso_stock_service_set_minimum (clinic, request->what, request->containers, error);
  return NULL;
}

static void
minimum_set (GtkWidget    *dialog,
             gpointer      result,
             const GError *error,
             gpointer      user_data)
{
  meso_ask_dialog_set_busy (MESO_ASK_DIALOG (dialog), FALSE);
  if (error != NULL)
    meso_error_presenter_alert (dialog, _("set the minimum"), error);
  else
    meso_ask_dialog_done (MESO_ASK_DIALOG (dialog));
}

static void
answered (MesoAskDialog *dialog,
          GStrv          answers,
          MesoContext   *context)
{
  Request *request = g_object_get_data (G_OBJECT (dialog), "request");
  g_autofree char *ascii = meso_text_ascii_digits (answers[0]);
  guint64 number = 0;

  if (*ascii != '\0' && !g_ascii_string_to_unsigned (ascii, 10, 0, MAX_CONTAINERS, &number, NULL))
    {
      meso_ask_dialog_refuse (dialog, 0, _("Write a whole number, for example 5, or leave it empty."));
      return;
    }
  request = request_new (context, request->what, request->name);
  request->containers = (gint64) number;
  meso_ask_dialog_set_busy (dialog, TRUE);
  meso_context_call (context, GTK_WIDGET (dialog), set_minimum, request, request_free, NULL, minimum_set, NULL);
}

static void
minimum_known (GtkWidget    *page,
               gpointer      result,
               const GError *error,
               gpointer      context)
{
  const Request *known = result;
  MesoAskDialog *dialog;
  g_autofree char *isolated = NULL;
  g_autofree char *text = NULL;
  g_autofree char *number = NULL;

  if (error != NULL)
    {
      meso_error_presenter_toast (page, _("read the stock"), error);
      return;
    }
  isolated = meso_words_isolate (known->name);
  /* Translators: %s is a product or an ingredient */
  text = g_strdup_printf (_("Today and the stock page say so when fewer usable, unopened containers of %s are left."), isolated);
  dialog = meso_ask_dialog_new (_("Say When It Is Low"), text, _("_Save"), FALSE);
  meso_ask_dialog_add_entry (dialog, _("At least so many containers"), NULL);
  number = known->containers > 0 ? meso_context_format_number (context, known->containers) : g_strdup ("");
  meso_ask_dialog_set_answer (dialog, 0, number);
  g_object_set_data_full (G_OBJECT (dialog), "request", request_new (context, known->what, known->name), request_free);
  g_signal_connect_object (dialog, "answered", G_CALLBACK (answered), context, G_CONNECT_DEFAULT);
  adw_dialog_present (ADW_DIALOG (dialog), page);
}

void
meso_stock_minimum_dialog_begin (GtkWidget     *page,
                                 MesoContext   *context,
                                 const MesoLot *lot)
{
  const MesoProductComponent *component = lot->components->len > 0 ? g_ptr_array_index (lot->components, 0) : NULL;
  const char *what = lot->product != NULL ? lot->product : component != NULL ? component->ingredient : "";
  g_autofree char *name = meso_stock_words_name (context, lot);

  /* The page that asks keeps the context as long as it is there to be answered. */
  meso_context_call (context, page, get_minimum, request_new (context, what, name), request_free, request_free,
                     minimum_known, context);
}
