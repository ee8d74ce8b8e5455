/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-paper-view.h"

#include <math.h>
#include <string.h>

#include "meso-handout-choice.h"
#include "visit-fixture.h"

#define DPI 96
/* Of 255. Both draw the same paths; a printer's program smooths their edges in its own way: a pixel may differ, an area may not. */
#define BLOCK 8
#define TOLERANCE 40.0

typedef struct
{
  Visit *visit;
  MesoHandoutChoice *choice;
  MesoHandoutPreview *preview;
} Scene;

static void
begin (Scene      *scene,
       const char *language)
{
  g_autofree char *session = NULL;

  scene->visit = visit_new ("en", language, "biotin");
  visit_answer_short_form (scene->visit, scene->visit->today, NULL);
  session = visit_treat (scene->visit);
  scene->choice = meso_handout_choice_new ("aftercare", scene->visit->patient->id, NULL, NULL);
  scene->preview = ui_fixture_call (scene->visit->fixture, meso_handout_choice_preview, scene->choice);
}

static void
end (Scene *scene)
{
  meso_handout_preview_unref (scene->preview);
  meso_handout_choice_free (scene->choice);
  visit_free (scene->visit);
}

/* What is drawn on it is there to be heard too. */
static void
test_accessible (void)
{
  Scene scene = { NULL };
  GtkWidget *paper = g_object_ref_sink (meso_paper_view_new ());
  g_autofree char *text = NULL;

  begin (&scene, "en");
  text = meso_handout_preview_dup_text (scene.preview);
  meso_paper_view_set_preview (MESO_PAPER_VIEW (paper), scene.preview);
  gtk_test_accessible_assert_role (paper, GTK_ACCESSIBLE_ROLE_DOCUMENT);
  gtk_test_accessible_assert_property (paper, GTK_ACCESSIBLE_PROPERTY_LABEL, "Sheet");
  gtk_test_accessible_assert_property (paper, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text);
  g_assert_nonnull (strstr (text, VISIT_GIVEN " " VISIT_FAMILY));
  g_assert_nonnull (strstr (text, "Do not wash your hair"));
  g_object_unref (paper);
  end (&scene);
}

static int
get_height (GtkWidget *paper,
            int        width)
{
  int height = 0;

  gtk_widget_measure (paper, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

static void
test_height_for_width (void)
{
  Scene scene = { NULL };
  GtkWidget *paper = g_object_ref_sink (meso_paper_view_new ());
  int one;

  begin (&scene, "en");
  g_assert_cmpint (gtk_widget_get_request_mode (paper), ==, GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH);
  one = get_height (paper, 400);
  meso_paper_view_set_preview (MESO_PAPER_VIEW (paper), scene.preview);
  g_assert_cmpint (get_height (paper, 400), >, one);
  g_assert_cmpint (get_height (paper, 700), >, get_height (paper, 400));
  one = get_height (paper, 700);
  meso_paper_view_set_zoom (MESO_PAPER_VIEW (paper), 1.5);
  g_assert_cmpint (get_height (paper, 700), >, one);
  meso_paper_view_set_zoom (MESO_PAPER_VIEW (paper), 1000);
  g_assert_cmpfloat (meso_paper_view_get_zoom (MESO_PAPER_VIEW (paper)), <=, 8);
  g_object_unref (paper);
  end (&scene);
}

static int
to_pixels (double points)
{
  return (int) ceil (points * DPI / 72 - 0.01);
}

/* A page as the window draws it. */
static cairo_surface_t *
draw_preview (MesoHandoutPreview *preview,
              int                 page)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, to_pixels (meso_handout_preview_get_width (preview)),
                                                         to_pixels (meso_handout_preview_get_height (preview)));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, DPI / 72.0, DPI / 72.0);
  meso_handout_preview_draw_page (preview, page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* A page of the file as a printer's program draws it. */
static cairo_surface_t *
draw_pdf (const char *path,
          int         page)
{
  g_autofree char *number = g_strdup_printf ("%d", page + 1);
  g_autofree char *dpi = g_strdup_printf ("%d", DPI);
  g_autofree char *stem = g_strdup_printf ("%s-%d", path, page);
  g_autofree char *png = g_strconcat (stem, ".png", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) pdftoppm = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "pdftoppm", "-png", "-singlefile", "-r", dpi,
                                                      "-f", number, path, stem, NULL);
  cairo_surface_t *surface;

  g_assert_no_error (error);
  g_subprocess_wait_check (pdftoppm, NULL, &error);
  g_assert_no_error (error);
  surface = cairo_image_surface_create_from_png (png);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  return surface;
}

static double
get_lightness (cairo_surface_t *surface,
               int              left,
               int              top)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  double sum = 0;

  for (int y = top; y < top + BLOCK; y++)
    {
      for (int x = left; x < left + BLOCK; x++)
        {
          guint32 pixel;

          memcpy (&pixel, data + y * stride + x * 4, sizeof pixel);
          sum += (pixel >> 16 & 0xff) * 0.3 + (pixel >> 8 & 0xff) * 0.59 + (pixel & 0xff) * 0.11;
        }
    }
  return sum / (BLOCK * BLOCK);
}

/* (out) inked: how many blocks have something on them, so that two white pages are no proof. */
static double
compare (cairo_surface_t *one,
         cairo_surface_t *other,
         guint           *inked)
{
  int width = MIN (cairo_image_surface_get_width (one), cairo_image_surface_get_width (other));
  int height = MIN (cairo_image_surface_get_height (one), cairo_image_surface_get_height (other));
  double worst = 0;

  *inked = 0;
  for (int y = 0; y + BLOCK <= height; y += BLOCK)
    {
      for (int x = 0; x + BLOCK <= width; x += BLOCK)
        {
          double a = get_lightness (one, x, y);
          double b = get_lightness (other, x, y);

          worst = MAX (worst, fabs (a - b));
          *inked += a < 250 ? 1 : 0;
        }
    }
  return worst;
}

/* What is seen before printing is what is printed. */
static void
test_preview_is_the_pdf (gconstpointer language)
{
  Scene scene = { NULL };
  g_autoptr(MesoIssuedHandout) sheet = NULL;
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;
  cairo_surface_t *first;

  begin (&scene, language);
  first = draw_preview (scene.preview, 0);
  g_assert_cmpstr (meso_handout_preview_get_language (scene.preview), ==, language);
  sheet = ui_fixture_call (scene.visit->fixture, meso_handout_choice_issue, scene.choice);
  path = g_build_filename (scene.visit->fixture->folder, "sheet.pdf", NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (sheet->pdf, NULL), (gssize) g_bytes_get_size (sheet->pdf), &error));
  for (int page = 0; page < meso_handout_preview_get_n_pages (scene.preview); page++)
    {
      cairo_surface_t *seen = draw_preview (scene.preview, page);
      cairo_surface_t *printed = draw_pdf (path, page);
      guint inked;
      double worst;

      g_assert_cmpint (ABS (cairo_image_surface_get_width (seen) - cairo_image_surface_get_width (printed)), <=, 1);
      g_assert_cmpint (ABS (cairo_image_surface_get_height (seen) - cairo_image_surface_get_height (printed)), <=, 1);
      worst = compare (seen, printed, &inked);
      g_test_message ("Page %d: %u blocks with ink, largest difference %.1f of 255", page + 1, inked, worst);
      g_assert_cmpuint (inked, >, 200);
      g_assert_cmpfloat (worst, <, TOLERANCE);
      /* Another page is seen to be another. */
      if (page > 0)
        g_assert_cmpfloat (compare (first, printed, &inked), >, 2 * TOLERANCE);
      cairo_surface_destroy (seen);
      cairo_surface_destroy (printed);
    }
  cairo_surface_destroy (first);
  end (&scene);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/paper-view/accessible", test_accessible);
  g_test_add_func ("/paper-view/height-for-width", test_height_for_width);
  g_test_add_data_func ("/paper-view/preview-is-the-pdf/en", "en", test_preview_is_the_pdf);
  g_test_add_data_func ("/paper-view/preview-is-the-pdf/fa", "fa", test_preview_is_the_pdf);
  return g_test_run ();
}
