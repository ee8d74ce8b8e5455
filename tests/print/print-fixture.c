/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "print-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

GDateTime *
print_fixture_date (void)
{
  return g_date_time_new_utc (2026, 11, 23, 14, 0, 0);
}

MesoHandoutRenderer *
print_fixture_renderer (const char               *kind,
                        const MesoHandoutContext *context,
                        MesoPaper                 paper)
{
  g_autoptr (MesoHandoutSheet) sheet = handout_fixture_assemble (kind, context);
  g_autoptr (GError) error = NULL;
  MesoHandoutRenderer *renderer = meso_handout_renderer_new (sheet, paper, &error);

  g_assert_no_error (error);
  g_assert_nonnull (renderer);

  return renderer;
}

GBytes *
print_fixture_pdf (const char               *kind,
                   const MesoHandoutContext *context,
                   MesoPaper                 paper)
{
  g_autoptr (MesoHandoutSheet) sheet = handout_fixture_assemble (kind, context);
  g_autoptr (GDateTime) date = print_fixture_date ();
  g_autoptr (GError) error = NULL;
  GBytes *pdf = meso_handout_renderer_render_pdf (sheet, paper, date, &error);

  g_assert_no_error (error);
  g_assert_nonnull (pdf);

  return pdf;
}

gboolean
print_fixture_has_tool (const char *tool)
{
  g_autofree char *path = g_find_program_in_path (tool);

  if (path == NULL)
    g_test_skip_printf ("%s is not installed", tool);

  return path != NULL;
}

char *
print_fixture_ask (GBytes            *pdf,
                   const char *const *arguments)
{
  g_autoptr (GPtrArray) command = g_ptr_array_new ();
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  char *said = NULL;
  int status, fd;

  fd = g_file_open_tmp ("meso-sheet-XXXXXX.pdf", &path, &error);
  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);

  for (gsize i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (command, g_str_equal (arguments[i], "{}") ? path : (char *) arguments[i]);
  g_ptr_array_add (command, NULL);
  g_spawn_sync (NULL, (char **) command->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &said, NULL, &status, &error);
  g_unlink (path);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s: %s", arguments[0], error->message, said);

  return said;
}

char *
print_fixture_text (GBytes *pdf,
                    int     page)
{
  g_autofree char *first = g_strdup_printf ("%d", MAX (page, 1));
  g_autofree char *last = g_strdup_printf ("%d", page > 0 ? page : 999);

  return print_fixture_ask (pdf, (const char *const[]) { "pdftotext", "-enc", "UTF-8", "-f", first, "-l", last, "{}", "-", NULL });
}

static gboolean
is_lost (gunichar c)
{
  return c == 0x200B || c == 0x200D || c == 0x200E || c == 0x200F || c == 0x2060 ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

char *
print_fixture_fold (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  GString *folded = g_string_new (NULL);

  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_lost (c))
        continue;
      if (!g_unichar_isspace (c))
        g_string_append_unichar (folded, c);
      else if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
        g_string_append_c (folded, ' ');
    }

  return g_string_free (folded, FALSE);
}

guint8 *
print_fixture_draw (const MesoHandoutRenderer *renderer,
                    int                        page,
                    MesoPaper                  paper,
                    double                     scale,
                    int                       *width_out,
                    int                       *height_out)
{
  int width = (int) (meso_paper_get_width (paper) * scale + 0.5);
  int height = (int) (meso_paper_get_height (paper) * scale + 0.5);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  guint8 *grey = g_malloc ((gsize) width * height);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  meso_handout_renderer_draw_page (renderer, page, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  for (int y = 0; y < height; y++)
    {
      const guint8 *row = cairo_image_surface_get_data (surface) + (gsize) y * cairo_image_surface_get_stride (surface);

      for (int x = 0; x < width; x++)
        grey[(gsize) y * width + x] = MIN (MIN (row[4 * x], row[4 * x + 1]), row[4 * x + 2]);
    }
  cairo_surface_destroy (surface);
  *width_out = width;
  *height_out = height;

  return grey;
}

char **
print_fixture_words (const char *text)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (words, g_unichar_isalnum (c) || g_unichar_ismark (c) ? c : ' ');
    }

  return g_strsplit (words->str, " ", -1);
}
