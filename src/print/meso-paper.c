/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-paper.h"

#define POINTS_PER_INCH 72.0
#define MM_PER_INCH 25.4

static const struct
{
  const char *name;
  double width;
  double height;
} papers[] = {
  [MESO_PAPER_A4] = { "a4", 210 * POINTS_PER_INCH / MM_PER_INCH, 297 * POINTS_PER_INCH / MM_PER_INCH },
  [MESO_PAPER_A5] = { "a5", 148 * POINTS_PER_INCH / MM_PER_INCH, 210 * POINTS_PER_INCH / MM_PER_INCH },
  [MESO_PAPER_LETTER] = { "letter", 8.5 * POINTS_PER_INCH, 11 * POINTS_PER_INCH },
};

/**
 * meso_paper_to_string:
 * @paper: a paper
 *
 * Returns: its name: "a4", "a5", "letter"
 */
const char *
meso_paper_to_string (MesoPaper paper)
{
  return papers[paper].name;
}

/**
 * meso_paper_from_string:
 * @text: a name
 * @paper_out: (out): the paper
 *
 * Returns: whether @text names one
 */
gboolean
meso_paper_from_string (const char *text,
                        MesoPaper  *paper_out)
{
  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      if (g_str_equal (papers[i].name, text))
        {
          *paper_out = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * meso_paper_get_width:
 * @paper: a paper
 *
 * Returns: its short side, in points
 */
double
meso_paper_get_width (MesoPaper paper)
{
  return papers[paper].width;
}

/**
 * meso_paper_get_height:
 * @paper: a paper
 *
 * Returns: its long side, in points
 */
double
meso_paper_get_height (MesoPaper paper)
{
  return papers[paper].height;
}
