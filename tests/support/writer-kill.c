/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "writer-kill.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Reads what was acknowledged into a set, until the pipe ends. */
static guint
read_acknowledged (int pipe, GHashTable *acknowledged)
{
  g_autoptr(GIOChannel) channel = g_io_channel_unix_new (pipe);
  g_autoptr(GString) line = g_string_new (NULL);
  guint lines = 0;

  g_io_channel_set_close_on_unref (channel, TRUE);
  while (g_io_channel_read_line_string (channel, line, NULL, NULL) == G_IO_STATUS_NORMAL)
    {
      /* A line cut off by the kill was not said. */
      if (!g_str_has_suffix (line->str, "\n"))
        break;
      g_hash_table_add (acknowledged, g_strndup (line->str, line->len - 1));
      lines++;
    }
  return lines;
}

static void
wait_for_output (int out)
{
  GPollFD poll = { .fd = out, .events = G_IO_IN };

  g_assert_cmpint (g_poll (&poll, 1, 60 * 1000), ==, 1);
}

static char **
make_command (const char *const *arguments)
{
  g_autoptr(GStrvBuilder) command = g_strv_builder_new ();

  g_strv_builder_take (command, g_file_read_link ("/proc/self/exe", NULL));
  g_strv_builder_addv (command, (const char **) arguments);
  return g_strv_builder_end (command);
}

guint
writer_kill_run (const char *const *arguments, GRand *rand, gboolean early, gulong max_us, GHashTable *acknowledged)
{
  g_auto(GStrv) command = make_command (arguments);
  g_autoptr(GError) error = NULL;
  GPid pid;
  int out, status;
  guint lines;

  g_spawn_async_with_pipes (NULL, command, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  if (!early)
    wait_for_output (out);
  g_usleep ((gulong) g_rand_int_range (rand, 0, (gint32) max_us));
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  lines = read_acknowledged (out, acknowledged);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  return lines;
}

gboolean
writer_kill_say (const char *line)
{
  g_autofree char *whole = g_strconcat (line, "\n", NULL);

  return write (STDOUT_FILENO, whole, strlen (whole)) > 0;
}
