#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves that a display of its own is one: check-display.py WITH_DISPLAY"""

import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

from checks import report

DESKTOP = {'WAYLAND_DISPLAY': 'wayland-0', 'DBUS_SESSION_BUS_ADDRESS': 'unix:path=/nowhere', 'GTK_THEME': 'HighContrast',
           'DISPLAY': ':4711', 'XDG_DATA_HOME': '/nowhere', 'HOME': '/nowhere'}
WITH_DISPLAY = sys.argv[1]


def run(*words, **environment):
    return subprocess.run([sys.executable, WITH_DISPLAY, *words], capture_output=True, text=True, check=False, timeout=60,
                          env=os.environ | environment)


def status():
    faults = []
    for script, expected in (('exit 0', 0), ('exit 7', 7), ('kill -SEGV $$', 128 + signal.SIGSEGV)):
        done = run('sh', '-c', script)
        if done.returncode != expected:
            faults.append(f'{script}: {done.returncode} instead of {expected} {done.stderr}')
    if (missing := run('/nowhere/at/all').returncode) != 127:
        faults.append(f'a command that is not there: {missing}')
    return faults


def size():
    with tempfile.NamedTemporaryFile(suffix='.png') as picture:
        done = run('--size', '360x640', 'import', '-window', 'root', picture.name)
        # The size of a PNG stands in bytes 16 to 24 of it.
        head = pathlib.Path(picture.name).read_bytes()[:24]
    found = int.from_bytes(head[16:20], 'big'), int.from_bytes(head[20:24], 'big')
    return [] if found == (360, 640) else [f'{found} {done.stderr}']


def nothing_of_the_desktop():
    done = run('sh', '-c', 'env; find "$HOME" -type f', **DESKTOP)
    lines = done.stdout.splitlines()
    faults = [f'{name} is the caller\'s' for name, value in DESKTOP.items() if f'{name}={value}' in lines]
    files = {line.rsplit('/', 1)[-1] for line in lines if line.startswith('/')}
    if files != {'.Xauthority', 'settings.ini'}:
        faults.append(f'files at home: {files}')
    return faults


def accessibility():
    script = 'ls "$XDG_RUNTIME_DIR"/at-spi; echo "$GTK_A11Y"'
    with_it, without = run('--a11y', 'sh', '-c', script).stdout, run('sh', '-c', script).stdout
    return [] if 'bus' in with_it and 'atspi' in with_it and without == 'test\n' else [with_it, without]


def nothing_stays():
    script = 'trap "" TERM; sleep 60 & echo $!; echo "$HOME"; exec sleep 61'
    with subprocess.Popen([sys.executable, WITH_DISPLAY, '--a11y', 'sh', '-c', script], stdout=subprocess.PIPE,
                          text=True) as process:
        sleeper, home = process.stdout.readline().strip(), process.stdout.readline().strip()
        process.terminate()
        process.wait(30)
    deadline = time.monotonic() + 10
    while alive(sleeper) and time.monotonic() < deadline:
        time.sleep(0.02)
    faults = [] if process.returncode == 128 + signal.SIGTERM else [f'status {process.returncode}']
    return faults + [what for what, there in ((f'process {sleeper}', alive(sleeper)), (home, os.path.exists(home))) if there]


def alive(process):
    try:
        return pathlib.Path(f'/proc/{process}/stat').read_text().rsplit(')', 1)[1].split()[0] not in 'ZX'
    except FileNotFoundError:
        return False


def says_what_is_missing():
    done = run('true', PATH='/nowhere')
    return [] if done.returncode == 125 and 'Xvfb is not installed' in done.stderr else [f'{done.returncode} {done.stderr}']


if __name__ == '__main__':
    sys.exit(report([
        ('the status is the command\'s', status()),
        ('the display has the size that was asked for', size()),
        ('nothing of the caller\'s desktop is seen', nothing_of_the_desktop()),
        ('accessibility is there when asked for', accessibility()),
        ('nothing stays when it is ended', nothing_stays()),
        ('it says what is missing', says_what_is_missing()),
    ]))
