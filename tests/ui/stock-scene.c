/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "stock-scene.h"

#include "meso-chart-service.h"
#include "meso-preparation-service.h"
#include "meso-stock-service.h"
#include "window-actions.h"

typedef struct
{
  UiFixture *fixture;
  const char *lot;
  MesoLotState state;
  const char *text;
  const char *patient;
} Request;

MesoLot *
stock_scene_lot (const char *number,
                 const char *ingredient,
                 int         days)
{
  MesoLot *lot = meso_lot_new ();
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  MesoCalendarDate today = { (gint16) g_date_time_get_year (now), (guint8) g_date_time_get_month (now),
                             (guint8) g_date_time_get_day_of_month (now) };

  g_set_str (&lot->number, number);
  meso_lot_add_component (lot, ingredient, "1 mg/mL");
  lot->expiry = meso_calendar_date_add_days (today, days);
  lot->container_ul = 2000;
  lot->containers = 5;
  return lot;
}

static gpointer
receive (MesoClinic  *clinic,
         gpointer     lot,
         GError     **error)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  MesoCalendarDate today = { (gint16) g_date_time_get_year (now), (guint8) g_date_time_get_month (now),
                             (guint8) g_date_time_get_day_of_month (now) };

  return meso_stock_service_receive (clinic, lot, FALSE, today, error);
}

char *
stock_scene_receive (UiFixture *fixture,
                     MesoLot   *lot)
{
  char *id = ui_fixture_call (fixture, receive, lot);

  meso_lot_free (lot);
  return id;
}

static gpointer
get (MesoClinic  *clinic,
     gpointer     lot,
     GError     **error)
{
  return meso_stock_service_get (clinic, lot, error);
}

MesoLot *
stock_scene_get (UiFixture  *fixture,
                 const char *lot)
{
  return ui_fixture_call (fixture, get, (gpointer) lot);
}

static gpointer
bar (MesoClinic  *clinic,
     gpointer     data,
     GError     **error)
{
  const Request *request = data;

  meso_stock_service_set_state (clinic, request->lot, request->state, request->text, error);
  return NULL;
}

void
stock_scene_bar (UiFixture    *fixture,
                 const char   *lot,
                 MesoLotState  state,
                 const char   *reason)
{
  ui_fixture_call (fixture, bar, &(Request) { .lot = lot, .state = state, .text = reason });
}

static gpointer
open_container (MesoClinic  *clinic,
                gpointer     lot,
                GError     **error)
{
  return meso_stock_service_open (clinic, lot, error);
}

char *
stock_scene_open (UiFixture  *fixture,
                  const char *lot)
{
  return ui_fixture_call (fixture, open_container, (gpointer) lot);
}

static gpointer
prepare (MesoClinic  *clinic,
         gpointer     data,
         GError     **error)
{
  const Request *request = data;
  MesoCalendarDate today = meso_context_get_today (request->fixture->context);
  g_autoptr(MesoChart) chart = meso_chart_service_get (clinic, request->patient, today, error);
  g_autoptr(MesoPreparationPlan) plan = chart != NULL ? meso_preparation_service_plan (clinic, chart->formula->formula_id, 0, "en", today, error)
                                                      : NULL;
  g_autoptr(MesoPreparation) draft = meso_preparation_new ();
  g_autoptr(MesoPreparation) stored = NULL;

  if (plan == NULL)
    return NULL;
  draft->formula = g_strdup (plan->version->formula_id);
  draft->formula_version = plan->version->version;
  draft->checked_by = g_strdup (request->text);
  for (guint i = 0; i < plan->parts->len; i++)
    {
      const MesoPreparationPart *part = g_ptr_array_index (plan->parts, i);

      for (guint k = 0; k < part->picks->len; k++)
        {
          const MesoPreparationDraw *draw = g_ptr_array_index (part->picks, k);

          meso_preparation_add_draw (draft, draw->item, draw->lot, draw->opening, draw->volume_ul);
        }
    }
  stored = meso_preparation_service_record (clinic, draft, today, error);
  return stored != NULL ? g_strdup (stored->id) : NULL;
}

char *
stock_scene_prepare (Visit      *visit,
                     const char *checked_by)
{
  Request request = { .fixture = visit->fixture, .patient = visit->patient->id, .text = checked_by };

  return ui_fixture_call (visit->fixture, prepare, &request);
}

void
stock_scene_settle (UiFixture *fixture)
{
  for (int i = 0; i < 3; i++)
    {
      ui_wait (40);
      ui_fixture_settle (fixture);
    }
  ui_wait (40);
}

GtkWindow *
stock_scene_show (UiFixture *fixture,
                  GtkWidget *page,
                  int        width,
                  GString   *last)
{
  GtkWindow *window = ui_show (page, width, 760);

  window_actions_insert (window, last);
  stock_scene_settle (fixture);
  return window;
}

GtkWidget *
stock_scene_get_dialog (GtkWindow *window)
{
  GtkWidget *dialog = ui_find (GTK_WIDGET (window), ADW_TYPE_DIALOG, NULL);

  g_assert_nonnull (dialog);
  return dialog;
}
