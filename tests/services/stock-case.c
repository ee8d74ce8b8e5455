/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "stock-case.h"

#include "meso-chart-service.h"
#include "meso-preparation-service.h"
#include "meso-stock-service.h"

#define PRODUCT "<product id='vial' origin='clinic' source='no source' grade='GK' review='unreviewed' maker='Maker' licence='L-1' " \
                "container='5 mL' excipients='benzyl-alcohol'><name>Vitamin vial</name>" \
                "<component ingredient='biotin' strength='5 mg/mL'/><component ingredient='zinc' strength='0.05 %'/></product></protocol>"

Visit
stock_begin_visit (const char *ingredient)
{
  ClinicFixture *fixture = clinic_fixture_new ();

  clinic_fixture_set_clock (fixture, TODAY);
  return visit_begin_in (fixture, TODAY, ingredient);
}

ClinicFixture *
stock_begin_with_product (void)
{
  ClinicFixture *fixture = clinic_fixture_new ();
  g_autofree char *folder = clinic_fixture_copy_content (fixture, "protocol", "ingredients.xml", "</protocol>", PRODUCT);
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoContent) content = meso_content_load_folder (folder, &error);

  g_assert_no_error (error);
  clinic_fixture_close (fixture);
  clinic_fixture_open (fixture, content);
  return fixture;
}

MesoLot *
stock_type_lot (const char *number,
                const char *ingredient)
{
  MesoLot *lot = meso_lot_new ();

  g_set_str (&lot->number, number);
  meso_lot_add_component (lot, ingredient, "1 mg/mL");
  lot->expiry = clinic_fixture_day ("2027-11-30");
  lot->container_ul = 2000;
  lot->containers = 5;
  return lot;
}

char *
stock_receive (ClinicFixture *fixture,
               MesoLot       *lot)
{
  g_autoptr(GError) error = NULL;
  char *id = meso_stock_service_receive (fixture->clinic, lot, FALSE, clinic_fixture_day (TODAY), &error);

  g_assert_no_error (error);
  g_assert_true (g_uuid_string_is_valid (id));
  meso_lot_free (lot);
  return id;
}

MesoLot *
stock_get (ClinicFixture *fixture,
           const char    *lot)
{
  g_autoptr(GError) error = NULL;
  MesoLot *found = meso_stock_service_get (fixture->clinic, lot, &error);

  g_assert_no_error (error);
  return found;
}

MesoPreparation *
stock_type_preparation (const Visit *visit,
                        const char  *checked_by)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoChart) chart = visit_get_chart (visit, TODAY);
  g_autoptr(MesoPreparationPlan) plan = meso_preparation_service_plan (visit->fixture->clinic, chart->formula->formula_id, 0, "en",
                                                                       clinic_fixture_day (TODAY), &error);
  MesoPreparation *draft = meso_preparation_new ();

  g_assert_no_error (error);
  draft->formula = g_strdup (plan->version->formula_id);
  draft->formula_version = plan->version->version;
  draft->checked_by = g_strdup (checked_by);
  for (guint i = 0; i < plan->parts->len; i++)
    {
      const MesoPreparationPart *part = g_ptr_array_index (plan->parts, i);

      for (guint k = 0; k < part->picks->len; k++)
        {
          const MesoPreparationDraw *draw = g_ptr_array_index (part->picks, k);

          meso_preparation_add_draw (draft, draw->item, draw->lot, draw->opening, draw->volume_ul);
        }
    }
  return draft;
}

MesoPreparation *
stock_prepare (const Visit           *visit,
               const MesoPreparation *draft)
{
  g_autoptr(GError) error = NULL;
  MesoPreparation *stored = meso_preparation_service_record (visit->fixture->clinic, draft, clinic_fixture_day (TODAY), &error);

  g_assert_no_error (error);
  return stored;
}

void
stock_assert_not_prepared (const Visit           *visit,
                           const MesoPreparation *draft,
                           GQuark                 domain,
                           int                    code,
                           const char            *text)
{
  g_autoptr(GError) error = NULL;
  guint before = clinic_fixture_count_audit (visit->fixture, NULL, NULL, NULL);

  g_assert_null (meso_preparation_service_record (visit->fixture->clinic, draft, clinic_fixture_day (TODAY), &error));
  clinic_fixture_assert_error (&error, domain, code, text);
  g_assert_cmpuint (clinic_fixture_count_audit (visit->fixture, NULL, NULL, NULL), ==, before);
}
