/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-store-error.h"

G_DEFINE_QUARK (meso-store-error-quark, meso_store_error)

/**
 * meso_store_error_get_sentence:
 * @code: a code of #MesoStoreError
 *
 * Returns: (transfer none): what is safe and what to do next, in plain words
 */
const char *
meso_store_error_get_sentence (MesoStoreError code)
{
  switch (code)
    {
    case MESO_STORE_ERROR_NOT_FOUND:
      return "Nothing was made in its place. Check the name, or restore a backup to it.";
    case MESO_STORE_ERROR_EXISTS:
      return "It was left as it is. Choose another name.";
    case MESO_STORE_ERROR_NOT_A_DATABASE:
      return "The file was left as it is. Choose the clinic's own file, or restore a backup under another name.";
    case MESO_STORE_ERROR_NEWER:
      return "The file was left as it is. Update this program, then open it again.";
    case MESO_STORE_ERROR_TRUNCATED:
      return "The file was left as it is. Keep it, and restore the newest backup under another name.";
    case MESO_STORE_ERROR_DAMAGED:
      return "The file was left as it is. Keep it, and restore the newest backup under another name.";
    case MESO_STORE_ERROR_READ_ONLY:
      return "The records are safe, but nothing can be written. Allow this user to write the file, then open it again.";
    case MESO_STORE_ERROR_FOLDER:
      return "Nothing was changed. Choose a folder that is there and that this user may write to.";
    case MESO_STORE_ERROR_REMOTE:
      return "Nothing was changed. Keep the file on this computer's own disk, and put backups on the network or into the "
             "synchronised folder.";
    case MESO_STORE_ERROR_ALREADY_OPEN:
      return "Nothing was changed. Close the other program first, then try again.";
    case MESO_STORE_ERROR_BUSY:
      return "Nothing was changed. Wait a moment, then try again.";
    case MESO_STORE_ERROR_FULL:
      return "What was saved before is safe, this wasn't saved. Free some space on the disk, then try again.";
    case MESO_STORE_ERROR_IO:
      return "What was saved before is safe, this wasn't saved. Make a backup on another disk and have this one checked.";
    case MESO_STORE_ERROR_NO_MEMORY:
      return "What was saved before is safe, this wasn't saved. Close other programs, then try again.";
    case MESO_STORE_ERROR_NO_RECORD:
      return "Nothing was changed. Check the number, or search by name.";
    case MESO_STORE_ERROR_DUPLICATE:
      return "Nothing was changed. Choose another one.";
    case MESO_STORE_ERROR_REFUSED:
      return "Nothing was changed.";
    case MESO_STORE_ERROR_CHANGED:
      return "Nothing was overwritten. Look at the record as it is now, then make your change again.";
    case MESO_STORE_ERROR_MIGRATION:
      return "No record was lost, and a copy of the file as it was lies beside it. Go on with the version of the program used "
             "before.";
    case MESO_STORE_ERROR_BACKUP:
      return "The records are safe, but there is no new backup. Try again, on another disk if it happens again.";
    case MESO_STORE_ERROR_CLOSED:
      return "What was saved before is safe, this wasn't saved. Open the file again.";
    case MESO_STORE_ERROR_INTERNAL:
      return "What was saved before is safe, this wasn't saved. This is a fault of the program: please report it.";
    default:
      g_assert_not_reached ();
    }
}
