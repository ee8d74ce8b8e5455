# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Meso Clinic authors
"""A person at the desk: looks at the window through AT-SPI, types, clicks and presses keys as one would

Nothing here knows a page. Every look asks anew and waits for what it wants up to PATIENCE seconds, so that no step depends on how fast
the machine is.
"""

import os
import pathlib
import signal
import subprocess
import time

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

from words import plain  # noqa: E402

PATIENCE = 20
BREATH = 0.05
SIZE = (1280, 860)


class Lost(Exception):
    """What was looked for never came into sight"""


def name_of(node):
    return (node.get_name() or '').strip()


def is_shown(node):
    states = node.get_state_set()
    return states.contains(Atspi.StateType.SHOWING) and states.contains(Atspi.StateType.VISIBLE)


def walk(node, depth=0):
    """All of the tree below a node, as it is now; what vanishes meanwhile is passed over"""
    if node is None or depth > 60:
        return
    yield node
    try:
        count = node.get_child_count()
    except GLib.Error:
        return
    for index in range(count):
        try:
            child = node.get_child_at_index(index)
        except GLib.Error:
            continue
        yield from walk(child, depth + 1)


class Desk:
    """One running program and the hands and eyes of who uses it"""

    def __init__(self, language, folder, program=None, arguments=(), size=None):
        self.language = language
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.program = program or os.environ['MESOCLINIC']
        self.arguments = list(arguments)
        self.size = size
        self.process = None
        self.log = None
        self.keys = 0
        self.typed = 0

    # Life

    def start(self, extra=None):
        environment = dict(os.environ, **(extra or {}))
        # The poorest locale there is: Persian has to be spoken under it too.
        environment.update(LC_ALL='C.UTF-8', LANGUAGE=self.language)
        self.log = open(self.folder / 'program.log', 'ab')
        self.process = subprocess.Popen([self.program, *self.arguments], env=environment, stdout=self.log, stderr=self.log)
        self.wait(lambda: self.application() is not None, 'the program on the accessibility bus')
        self.resize(*(self.size or SIZE))
        return self

    def resize(self, width, height):
        window = self.wait(self.window, 'the window')
        subprocess.run(['xdotool', 'windowsize', '--sync', window, str(width), str(height)], check=True,
                       stdin=subprocess.DEVNULL, timeout=PATIENCE)

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self, ask=None):
        """Ends the program as its window's close button does, or as `ask` does, and gives its exit status"""
        if self.process.poll() is None:
            if ask is None:
                self.press('ctrl+q')
            else:
                ask()
            try:
                self.process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.process.kill()
                raise Lost('the end of the program') from None
        return self.process.returncode

    # Eyes

    def application(self):
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            try:
                child = desktop.get_child_at_index(index)
                if child is not None and child.get_process_id() == self.process.pid:
                    return child
            except GLib.Error:
                continue
        return None

    def wait(self, seen, what, patience=PATIENCE):
        end = time.monotonic() + patience
        while True:
            if self.process is not None and self.process.poll() is not None:
                raise Lost(f'{what}: the program ended with {self.process.returncode}')
            try:
                found = seen()
            except GLib.Error:
                found = None
            if found:
                return found
            if time.monotonic() > end:
                raise Lost(what)
            time.sleep(BREATH)

    def nodes(self, role=None, shown=True):
        for node in walk(self.application()):
            try:
                if (role is None or node.get_role_name() in role) and (not shown or is_shown(node)):
                    yield node
            except GLib.Error:
                continue

    def look(self, name, role=None, exact=True):
        """The first shown node of that name, or None"""
        roles = (role,) if isinstance(role, str) else role
        for node in self.nodes(roles):
            try:
                own = plain(name_of(node))
            except GLib.Error:
                continue
            # An entry row's name is said twice by this GTK.
            if own == name or (not exact and name in own) or own == f'{name} {name}':
                return node
        return None

    def find(self, name, role=None, exact=True, patience=PATIENCE):
        return self.wait(lambda: self.look(name, role, exact), f'“{name}”' + (f' ({role})' if role else ''), patience)

    @staticmethod
    def pause():
        """For a picture only: nothing is waited for that could be seen otherwise"""
        time.sleep(0.7)

    def gone(self, name, role=None, exact=True):
        return self.wait(lambda: self.look(name, role, exact) is None, f'the end of “{name}”')

    def headings(self):
        return [name for name in (plain(name_of(node)) for node in self.nodes(('heading',))) if name]

    def dump(self):
        """What a screen reader could say now, for messages"""
        return '\n'.join(f'   {node.get_role_name()}: {name_of(node)}' for node in self.nodes()
                         if name_of(node) and node.get_role_name() != 'label')

    def texts(self):
        """Every name in sight, for messages and for the record"""
        return [name_of(node) for node in self.nodes() if name_of(node)]

    def picture(self, name):
        """The window as it is now"""
        time.sleep(0.3)
        path = self.folder / f'{name}.png'
        subprocess.run(['import', '-window', self.window(), str(path)], check=True, stdin=subprocess.DEVNULL)
        return path

    def window(self):
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)],
                               capture_output=True, text=True, check=False).stdout.split()
        return found[-1] if found else None

    def come_back(self):
        """What a window manager does when a dialog's own window closes; none runs here"""
        subprocess.run(['xdotool', 'windowfocus', '--sync', self.wait(self.window, 'the window')], check=True,
                       stdin=subprocess.DEVNULL, timeout=PATIENCE)

    # Hands

    def click(self, name, role='button', exact=True):
        node = self.find(name, role, exact)
        self.wait(lambda: node.get_state_set().contains(Atspi.StateType.SENSITIVE), f'“{name}” to be usable')
        Atspi.Action.do_action(node, 0)
        return node

    def click_all(self, name, role):
        """How many there were"""
        nodes = [node for node in self.nodes((role,)) if plain(name_of(node)) == name]
        for node in nodes:
            Atspi.Action.do_action(node, 0)
        return len(nodes)

    def click_one_of(self, names):
        name = self.wait(lambda: next((name for name in names if self.look(name, 'button')), None), ' or '.join(names))
        return self.click(name)

    def write(self, name, text, role=('text', 'entry', 'password text')):
        """What an input method does: puts a text into a field"""
        node = self.wait(lambda: self.editable(name, role), f'the field “{name}”')
        Atspi.EditableText.set_text_contents(node, text)
        self.wait(lambda: self.read(node) == text, f'“{text}” in “{name}”')
        return node

    def editable(self, name, role):
        for node in self.nodes(role):
            if node.get_editable_text_iface() is None:
                continue
            labels = [plain(name_of(node))]
            parent = node
            for _ in range(5):
                parent = parent.get_parent()
                if parent is None:
                    break
                labels.append(plain(name_of(parent)))
            if any(label in (name, f'{name} {name}') for label in labels):
                return node
        return None

    @staticmethod
    def read(node):
        return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))

    def press(self, *keys):
        for key in keys:
            subprocess.run(['xdotool', 'key', '--clearmodifiers', key], check=True, stdin=subprocess.DEVNULL)
            self.keys += 1
            time.sleep(BREATH)

    def type(self, text):
        """Letters of the Latin keyboard, one after the other"""
        subprocess.run(['xdotool', 'type', '--delay', '30', '--clearmodifiers', text], check=True, stdin=subprocess.DEVNULL)
        self.typed += len(text)
        time.sleep(BREATH)

    def focused(self):
        for node in self.nodes():
            try:
                if node.get_state_set().contains(Atspi.StateType.FOCUSED):
                    return node
            except GLib.Error:
                continue
        return None

    def tab_to(self, name, limit=60, back=False):
        """Presses Tab until what has that name has the focus"""
        for _ in range(limit):
            node = self.focused()
            if node is not None and name in (name_of(node), *(name_of(p) for p in self.parents(node, 3))):
                return node
            self.press('shift+Tab' if back else 'Tab')
        raise Lost(f'the focus on “{name}”')

    @staticmethod
    def parents(node, count):
        for _ in range(count):
            node = node.get_parent()
            if node is None:
                return
            yield node
