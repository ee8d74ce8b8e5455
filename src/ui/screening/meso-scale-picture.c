/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-scale-picture.h"

#include <glib/gi18n.h>

static const struct
{
  const char *name;
  const char *icon;
  const char *description;
} pictures[] = {
  { "norwood-1", "meso-scale-norwood-1-symbolic", N_("Full hair, front line in its place") },
  { "norwood-2", "meso-scale-norwood-2-symbolic", N_("Front line slightly back at both temples") },
  { "norwood-2a", "meso-scale-norwood-2a-symbolic", N_("The whole front line slightly back, no tongue of hair left in the middle") },
  { "norwood-3", "meso-scale-norwood-3-symbolic", N_("Deep bays at both temples, bare or almost bare") },
  { "norwood-3a", "meso-scale-norwood-3a-symbolic", N_("The whole front line back by a third") },
  { "norwood-3v", "meso-scale-norwood-3v-symbolic", N_("Slight bays at the temples, and a bare spot on the crown") },
  { "norwood-4", "meso-scale-norwood-4-symbolic", N_("Deep bays and a bare crown, with a broad band of hair between them") },
  { "norwood-4a", "meso-scale-norwood-4a-symbolic", N_("The whole front line back to the middle of the head") },
  { "norwood-5", "meso-scale-norwood-5-symbolic", N_("Front and crown bare, with only a narrow band of hair between them") },
  { "norwood-5a", "meso-scale-norwood-5a-symbolic", N_("Bare from the front almost to the crown") },
  { "norwood-6", "meso-scale-norwood-6-symbolic", N_("Front and crown bare as one area, hair at the sides and the back") },
  { "norwood-7", "meso-scale-norwood-7-symbolic", N_("Only a narrow wreath of hair at the back, low behind the ears") },
  { "ludwig-1", "meso-scale-ludwig-1-symbolic", N_("Hair on top a little thinner behind the front line, which is kept") },
  { "ludwig-2", "meso-scale-ludwig-2-symbolic", N_("Hair on top clearly thinner, the skin shows, the front line is kept") },
  { "ludwig-3", "meso-scale-ludwig-3-symbolic", N_("Hair on top almost gone, the front line is kept") },
  { "sinclair-1", "meso-scale-sinclair-1-symbolic", N_("A narrow parting, even all along") },
  { "sinclair-2", "meso-scale-sinclair-2-symbolic", N_("The parting is wider than usual") },
  { "sinclair-3", "meso-scale-sinclair-3-symbolic", N_("The parting is wide, and the hair beside it thinner") },
  { "sinclair-4", "meso-scale-sinclair-4-symbolic", N_("The hair on top is thin, with a bare area in front") },
  { "sinclair-5", "meso-scale-sinclair-5-symbolic", N_("Little hair is left on top") },
};

/* -1 for none */
static int
find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      if (g_str_equal (pictures[i].name, name))
        return (int) i;
    }
  return -1;
}

const char *
meso_scale_picture_get_icon_name (const char *name)
{
  int index = find (name);

  return index >= 0 ? pictures[index].icon : NULL;
}

const char *
meso_scale_picture_get_description (const char *name)
{
  int index = find (name);

  return index >= 0 ? _(pictures[index].description) : NULL;
}
