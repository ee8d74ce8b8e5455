/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include <gio/gio.h>
#include <string.h>

#include "meso-core-error.h"
#include "meso-photo-file.h"

static const char *const names[] = { "phone.jpg", "progressive.jpg", "screen.png", "interlaced.png" };

static GByteArray *
load (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("MESO_SOURCE_ROOT"), "tests", "fixtures", "photos", name, NULL);
  g_autoptr (GError) error = NULL;
  char *content = NULL;
  gsize size = 0;

  g_file_get_contents (path, &content, &size, &error);
  g_assert_no_error (error);
  return g_byte_array_new_take ((guint8 *) content, size);
}

static MesoPhotoFile *
cut (const GByteArray  *bytes,
     GError           **error)
{
  g_autoptr (GBytes) file = g_bytes_new (bytes->data, bytes->len);

  return meso_photo_file_new (file, error);
}

static MesoPhotoFile *
cut_file (const char *name)
{
  g_autoptr (GByteArray) bytes = load (name);
  g_autoptr (GError) error = NULL;
  MesoPhotoFile *file = cut (bytes, &error);

  g_assert_no_error (error);
  return file;
}

static void
assert_refused (const GByteArray *bytes,
                MesoCoreError     code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MesoPhotoFile) file = cut (bytes, &error);

  g_assert_null (file);
  g_assert_error (error, MESO_CORE_ERROR, (int) code);
  g_assert_true (g_str_has_prefix (error->message, "photo: "));
}

/* (nullable): where the bytes stand */
static guint8 *
find (const GByteArray *bytes,
      const void       *what,
      gsize             length)
{
  return memmem (bytes->data, bytes->len, what, length);
}

static void
test_size_and_orientation (void)
{
  static const struct { MesoPhotoType type; int width, height, orientation; } expected[] = {
    { MESO_PHOTO_JPEG, 48, 32, 6 }, { MESO_PHOTO_JPEG, 48, 32, 8 }, { MESO_PHOTO_PNG, 40, 24, 3 }, { MESO_PHOTO_PNG, 37, 23, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (MesoPhotoFile) file = cut_file (names[i]);

      g_assert_cmpint (file->type, ==, expected[i].type);
      g_assert_cmpint (file->width, ==, expected[i].width);
      g_assert_cmpint (file->height, ==, expected[i].height);
      g_assert_cmpint (file->orientation, ==, expected[i].orientation);
      g_assert_true ((file->raw_size > 0) == (file->type == MESO_PHOTO_PNG));
    }
}

/* Every part that a camera may have written something in has "Secret" in the files; the words beside it are of those parts too. */
static void
test_metadata_is_gone (void)
{
  static const char *const words[] = { "Secret", "Exif", "eXIf", "51.3347", "xmp", "ICC_PROFILE", "iCCP", "Photoshop", "8BIM", "THUMBS",
                                       "tEXt", "zTXt", "iTXt", "tIME", "prVt" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GByteArray) before = load (names[i]);
      g_autoptr (MesoPhotoFile) file = cut_file (names[i]);
      gsize size;
      const guint8 *after = g_bytes_get_data (file->bytes, &size);

      for (guint j = 0; j < G_N_ELEMENTS (words); j++)
        g_assert_null (memmem (after, size, words[j], strlen (words[j])));
      g_assert_cmpuint (size, <=, before->len);
    }
}

/* What was cut once has nothing more to cut: byte for byte the same, and known as the same. */
static void
test_cut_is_whole (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (MesoPhotoFile) file = cut_file (names[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (MesoPhotoFile) again = meso_photo_file_new (file->bytes, &error);

      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (file->bytes, again->bytes));
      g_assert_cmpint (again->width, ==, file->width);
      g_assert_cmpint (again->orientation, ==, 1);
    }
}

/* The picture's own data stay as they are: from the first table to the end of the scan, and every IDAT. */
static void
test_picture_is_untouched (void)
{
  g_autoptr (GByteArray) before = load ("phone.jpg");
  g_autoptr (MesoPhotoFile) file = cut_file ("phone.jpg");
  const guint8 *start = find (before, "\xff\xdb", 2);
  const guint8 *end = find (before, "SecretTrailer", 13);
  gsize size;
  const guint8 *after = g_bytes_get_data (file->bytes, &size);
  gsize length = (gsize) (end - start);

  g_assert_cmpmem (after + size - length, length, start, length);
}

static void
test_cut_off (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (MesoPhotoFile) file = cut_file (names[i]);
      gsize size;
      const guint8 *bytes = g_bytes_get_data (file->bytes, &size);

      for (gsize length = 8; length < size; length++)
        {
          g_autoptr (GByteArray) part = g_byte_array_new ();

          g_byte_array_append (part, bytes, (guint) length);
          assert_refused (part, MESO_CORE_ERROR_SYNTAX);
        }
    }
}

static void
test_other_files (void)
{
  static const char *const others[] = { "", "GIF89a\x01", "\x89PNG\r\n\x1a", "\xff\xd8", "RIFF____WEBPVP8 ", "<svg/>", "%PDF-1.7" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      g_byte_array_append (bytes, (const guint8 *) others[i], (guint) strlen (others[i]));
      assert_refused (bytes, MESO_CORE_ERROR_INVALID);
    }
}

static void
test_too_many_bytes (void)
{
  g_autoptr (GByteArray) bytes = load ("phone.jpg");
  guint size = bytes->len;

  g_byte_array_set_size (bytes, MESO_PHOTO_MAX_BYTES + 1);
  memset (bytes->data + size, 0, bytes->len - size);
  assert_refused (bytes, MESO_CORE_ERROR_RANGE);
  g_byte_array_set_size (bytes, MESO_PHOTO_MAX_BYTES);
  {
    g_autoptr (MesoPhotoFile) file = cut (bytes, NULL);

    g_assert_cmpuint (g_bytes_get_size (file->bytes), <, 1000);
  }
}

static void
set_jpeg_size (GByteArray *bytes,
               guint       width,
               guint       height)
{
  guint8 *frame = find (bytes, "\xff\xc0", 2);
  const guint8 size[] = { (guint8) (height >> 8), (guint8) height, (guint8) (width >> 8), (guint8) width };

  memcpy (frame + 5, size, sizeof size);
}

/* A header is believed only as far as the data behind it can reach, and too large a picture is refused by its header alone. */
static void
test_jpeg_lies_about_its_size (void)
{
  static const struct { guint width, height; MesoCoreError code; } sizes[] = {
    { 0, 32, MESO_CORE_ERROR_SYNTAX }, { 48, 0, MESO_CORE_ERROR_SYNTAX }, { 4000, 3000, MESO_CORE_ERROR_SYNTAX },
    { 7100, 7100, MESO_CORE_ERROR_RANGE }, { 30001, 1, MESO_CORE_ERROR_RANGE }, { 65535, 65535, MESO_CORE_ERROR_RANGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GByteArray) bytes = load ("phone.jpg");

      set_jpeg_size (bytes, sizes[i].width, sizes[i].height);
      assert_refused (bytes, sizes[i].code);
    }
}

static guint32
compute_crc (const guint8 *bytes,
             gsize         length)
{
  guint32 crc = ~0u;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= bytes[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = crc & 1 ? (crc >> 1) ^ 0xedb88320u : crc >> 1;
    }
  return ~crc;
}

static void
put_32 (guint8  *bytes,
        guint32  value)
{
  for (guint i = 0; i < 4; i++)
    bytes[i] = (guint8) (value >> (24 - 8 * i));
}

/* Writes one of the 13 bytes of the header, with a checksum that fits. */
static void
set_png_header (GByteArray *bytes,
                guint       at,
                guint8      value)
{
  bytes->data[16 + at] = value;
  put_32 (bytes->data + 29, compute_crc (bytes->data + 12, 17));
}

static void
test_png_header (void)
{
  static const struct { guint at; guint8 value; MesoCoreError code; } wrong[] = {
    { 0, 0x80, MESO_CORE_ERROR_RANGE }, { 1, 1, MESO_CORE_ERROR_RANGE }, { 3, 0, MESO_CORE_ERROR_SYNTAX },
    { 7, 0, MESO_CORE_ERROR_SYNTAX }, { 8, 3, MESO_CORE_ERROR_SYNTAX }, { 9, 1, MESO_CORE_ERROR_SYNTAX },
    { 9, 7, MESO_CORE_ERROR_SYNTAX }, { 10, 1, MESO_CORE_ERROR_SYNTAX }, { 11, 1, MESO_CORE_ERROR_SYNTAX },
    { 12, 2, MESO_CORE_ERROR_SYNTAX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GByteArray) bytes = load ("interlaced.png");

      set_png_header (bytes, wrong[i].at, wrong[i].value);
      assert_refused (bytes, wrong[i].code);
    }
}

/* Worked out by hand: 37 × 23 pixels, 8 bits of a palette each, in the seven passes of the format. */
static void
test_png_raw_size (void)
{
  g_autoptr (GByteArray) bytes = load ("interlaced.png");
  g_autoptr (MesoPhotoFile) file = cut (bytes, NULL);
  guint bits = file->raw_size > 0 ? bytes->data[24] : 0;
  g_autoptr (GByteArray) plain = load ("interlaced.png");
  g_autoptr (MesoPhotoFile) not_interlaced = NULL;

  g_assert_cmpuint (bits, ==, 8);
  g_assert_cmpuint (bytes->data[25], ==, 3);
  g_assert_cmpuint (file->raw_size, ==, 3 * (1 + 5) + 3 * (1 + 5) + 3 * (1 + 10) + 6 * (1 + 9) + 6 * (1 + 19) + 12 * (1 + 18) + 11 * (1 + 37));
  set_png_header (plain, 12, 0);
  not_interlaced = cut (plain, NULL);
  g_assert_cmpuint (not_interlaced->raw_size, ==, 23 * (1 + 37));
}

static void
test_png_checksum (void)
{
  g_autoptr (GByteArray) bytes = load ("screen.png");

  find (bytes, "IDAT", 4)[6] ^= 1;
  assert_refused (bytes, MESO_CORE_ERROR_SYNTAX);
}

static void
append_chunk (GByteArray   *bytes,
              const guint8 *chunk)
{
  gsize length = (gsize) chunk[0] << 24 | (gsize) chunk[1] << 16 | (gsize) chunk[2] << 8 | chunk[3];

  g_byte_array_append (bytes, chunk, (guint) length + 12);
}

/* Chunks in an order of ours: H header, P palette, D data, E end, X one that every reader must know and none does. */
static GByteArray *
arrange (const char *order)
{
  static const guint8 unknown[] = { 0, 0, 0, 0, 'X', 'A', 'B', 'C', 0, 0, 0, 0 };
  g_autoptr (GByteArray) whole = load ("interlaced.png");
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, whole->data, 8);
  for (; *order != '\0'; order++)
    append_chunk (bytes, *order == 'X' ? unknown
                         : find (whole, *order == 'H' ? "IHDR" : *order == 'P' ? "PLTE" : *order == 'D' ? "IDAT" : "IEND", 4) - 4);
  return bytes;
}

static void
test_png_order (void)
{
  static const struct { const char *order; MesoCoreError code; } wrong[] = {
    { "PHDE", MESO_CORE_ERROR_SYNTAX },   { "HDE", MESO_CORE_ERROR_SYNTAX },    { "HDPE", MESO_CORE_ERROR_SYNTAX },
    { "HPE", MESO_CORE_ERROR_SYNTAX },    { "HPD", MESO_CORE_ERROR_SYNTAX },    { "HHPDE", MESO_CORE_ERROR_SYNTAX },
    { "HPPDE", MESO_CORE_ERROR_SYNTAX },  { "HPXDE", MESO_CORE_ERROR_INVALID }, { "E", MESO_CORE_ERROR_SYNTAX },
  };
  g_autoptr (GByteArray) right = arrange ("HPDDE");
  g_autoptr (MesoPhotoFile) file = cut (right, NULL);

  g_assert_nonnull (file);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GByteArray) bytes = arrange (wrong[i].order);

      assert_refused (bytes, wrong[i].code);
    }
}

/* Kinds that few programs show, each made by one byte. */
static void
test_unusual_jpeg (void)
{
  static const guint8 frames[] = { 0xc3, 0xc5, 0xc9, 0xcf };

  for (guint i = 0; i < G_N_ELEMENTS (frames); i++)
    {
      g_autoptr (GByteArray) bytes = load ("phone.jpg");

      find (bytes, "\xff\xc0", 2)[1] = frames[i];
      assert_refused (bytes, MESO_CORE_ERROR_INVALID);
    }
  {
    g_autoptr (GByteArray) bytes = load ("phone.jpg");

    find (bytes, "\xff\xc0", 2)[4] = 12;   /* bits */
    assert_refused (bytes, MESO_CORE_ERROR_INVALID);
  }
}

static void
test_malformed_jpeg (void)
{
  static const struct { const char *marker; guint at; guint8 value; } wrong[] = {
    { "\xff\xdb", 3, 1 },      /* a segment shorter than its own length */
    { "\xff\xdb", 2, 0xff },   /* one that goes on behind the end */
    { "\xff\xc0", 9, 5 },      /* components that aren't there */
    { "\xff\xc0", 11, 0 },     /* sampled never */
    { "\xff\xda", 4, 9 },      /* a scan of more components than there can be */
    { "\xff\xc4", 6, 200 },    /* a table longer than its segment */
    { "\xff\xdb", 0, 0 },      /* no marker where one must be */
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GByteArray) bytes = load ("phone.jpg");
      g_autoptr (GError) error = NULL;
      g_autoptr (MesoPhotoFile) file = NULL;

      find (bytes, wrong[i].marker, 2)[wrong[i].at] = wrong[i].value;
      file = cut (bytes, &error);
      g_test_message ("%u", i);
      g_assert_null (file);
      g_assert_true (error->domain == MESO_CORE_ERROR);
    }
}

/* Whatever is broken in a file: an answer, within its bounds, and never a word of metadata. The address sanitizer sees the rest. */
static void
test_mutations (void)
{
  for (guint n = 0; n < 40000; n++)
    {
      g_autoptr (GByteArray) bytes = load (names[n % G_N_ELEMENTS (names)]);
      g_autoptr (GError) error = NULL;
      g_autoptr (MesoPhotoFile) file = NULL;
      int changes = g_test_rand_int_range (1, 6);

      for (int i = 0; i < changes; i++)
        {
          guint at = (guint) g_test_rand_int_range (0, (gint32) bytes->len);

          switch (g_test_rand_int_range (0, 4))
            {
            case 0:
              bytes->data[at] = (guint8) g_test_rand_int_range (0, 256);
              break;
            case 1:
              bytes->data[at] = g_test_rand_bit () ? 0xff : 0x00;
              break;
            case 2:
              g_byte_array_remove_range (bytes, at, (guint) g_test_rand_int_range (0, (gint32) MIN (bytes->len - at, 20) + 1));
              break;
            default:
              g_byte_array_set_size (bytes, at + 1);
              break;
            }
          if (bytes->len == 0)
            break;
        }
      file = cut (bytes, &error);
      g_assert_true ((file == NULL) == (error != NULL));
      if (file != NULL)
        {
          g_autoptr (MesoPhotoFile) again = meso_photo_file_new (file->bytes, NULL);

          g_assert_cmpint (file->width, >, 0);
          g_assert_cmpint ((gint64) file->width * file->height, <=, MESO_PHOTO_MAX_PIXELS);
          g_assert_true (file->orientation >= 1 && file->orientation <= 8);
          g_assert_cmpuint (g_bytes_get_size (file->bytes), <=, bytes->len);
          g_assert_true (g_bytes_equal (again->bytes, file->bytes));
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/photo-file/size-and-orientation", test_size_and_orientation);
  g_test_add_func ("/photo-file/metadata-is-gone", test_metadata_is_gone);
  g_test_add_func ("/photo-file/cut-is-whole", test_cut_is_whole);
  g_test_add_func ("/photo-file/picture-is-untouched", test_picture_is_untouched);
  g_test_add_func ("/photo-file/cut-off", test_cut_off);
  g_test_add_func ("/photo-file/other-files", test_other_files);
  g_test_add_func ("/photo-file/too-many-bytes", test_too_many_bytes);
  g_test_add_func ("/photo-file/jpeg-lies-about-its-size", test_jpeg_lies_about_its_size);
  g_test_add_func ("/photo-file/png-header", test_png_header);
  g_test_add_func ("/photo-file/png-raw-size", test_png_raw_size);
  g_test_add_func ("/photo-file/png-checksum", test_png_checksum);
  g_test_add_func ("/photo-file/png-order", test_png_order);
  g_test_add_func ("/photo-file/unusual-jpeg", test_unusual_jpeg);
  g_test_add_func ("/photo-file/malformed-jpeg", test_malformed_jpeg);
  g_test_add_func ("/photo-file/mutations", test_mutations);

  return g_test_run ();
}
