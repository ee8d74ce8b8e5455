/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-label-size.h"

#define MM (72.0 / 25.4)

static const struct
{
  const char *name;
  double width;
  double height;
  double page_width;
  double page_height;
  guint columns;
  guint rows;
} sizes[] = {
  [MESO_LABEL_62X29] = { "62x29", 62 * MM, 29 * MM, 62 * MM, 29 * MM, 1, 1 },
  [MESO_LABEL_70X37] = { "70x37", 70 * MM, 37 * MM, 70 * MM, 37 * MM, 1, 1 },
  [MESO_LABEL_A4_3X8] = { "a4-3x8", 70 * MM, 37 * MM, 210 * MM, 297 * MM, 3, 8 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (sizes) == MESO_N_LABEL_SIZES);

/**
 * meso_label_size_to_string:
 * @size: a size
 *
 * Returns: its name: "62x29", "70x37", "a4-3x8"
 */
const char *
meso_label_size_to_string (MesoLabelSize size)
{
  return sizes[size].name;
}

/**
 * meso_label_size_from_string:
 * @text: a name
 * @size_out: (out): the size
 *
 * Returns: whether @text names one
 */
gboolean
meso_label_size_from_string (const char    *text,
                             MesoLabelSize *size_out)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      if (g_str_equal (sizes[i].name, text))
        {
          *size_out = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * meso_label_size_get_width:
 * @size: a size
 *
 * Returns: how wide one label is, in points
 */
double
meso_label_size_get_width (MesoLabelSize size)
{
  return sizes[size].width;
}

/**
 * meso_label_size_get_height:
 * @size: a size
 *
 * Returns: how high one label is, in points
 */
double
meso_label_size_get_height (MesoLabelSize size)
{
  return sizes[size].height;
}

/**
 * meso_label_size_get_page_width:
 * @size: a size
 *
 * Returns: how wide the page is that the labels are on, in points
 */
double
meso_label_size_get_page_width (MesoLabelSize size)
{
  return sizes[size].page_width;
}

/**
 * meso_label_size_get_page_height:
 * @size: a size
 *
 * Returns: how high that page is, in points
 */
double
meso_label_size_get_page_height (MesoLabelSize size)
{
  return sizes[size].page_height;
}

/**
 * meso_label_size_get_columns:
 * @size: a size
 *
 * Returns: how many labels stand side by side
 */
guint
meso_label_size_get_columns (MesoLabelSize size)
{
  return sizes[size].columns;
}

/**
 * meso_label_size_get_count:
 * @size: a size
 *
 * Returns: how many labels are on one page
 */
guint
meso_label_size_get_count (MesoLabelSize size)
{
  return sizes[size].columns * sizes[size].rows;
}
