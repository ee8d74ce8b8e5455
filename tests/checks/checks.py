# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks share: the tree as text, C taken apart, and the report (TAP)."""

import os
import pathlib
import re
import sys
import tempfile

NOT_OURS = {'.git', 'build', 'subprojects', '.flatpak-builder', '__pycache__'}
TOKEN = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)


class Source:
    """One C file: its includes, its string literals, and its code with comments and literals blanked out."""

    def __init__(self, path, text):
        self.path = path
        self.strings = []
        no_comments = TOKEN.sub(lambda match: self._blank(match) if match[0][0] == '/' else match[0], text)
        self.includes = [(self._line(no_comments, match.start(2)), match[1] == '<', match[2])
                         for match in INCLUDE.finditer(no_comments)]
        previous_end = None
        for match in TOKEN.finditer(no_comments):
            if match[0][0] != '"':
                continue
            # The compiler joins neighbours, and so must whoever looks for words in them.
            if previous_end is not None and not no_comments[previous_end:match.start()].strip():
                line, before = self.strings.pop()
                self.strings.append((line, before + match[0][1:-1]))
            else:
                self.strings.append((self._line(no_comments, match.start()), match[0][1:-1]))
            previous_end = match.end()
        self.code = TOKEN.sub(self._blank, no_comments)

    def find(self, pattern):
        """(line, matched text) for each place in the code, comments and literals apart."""
        return [(self._line(self.code, match.start()), match[0].strip()) for match in re.finditer(pattern, self.code)]

    @staticmethod
    def _line(text, position):
        return text.count('\n', 0, position) + 1

    @staticmethod
    def _blank(match):
        return re.sub(r'[^\n]', ' ', match[0])


class Tree:
    """The files below a folder, by their path relative to it."""

    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.paths = []
        for folder, folders, names in os.walk(self.root):
            folders[:] = sorted(set(folders) - NOT_OURS)
            self.paths += [pathlib.Path(folder, name).relative_to(self.root).as_posix() for name in sorted(names)]
        self._sources = {}

    def below(self, *folders, suffixes=('',)):
        return [path for path in self.paths
                if path.startswith(tuple(folder + '/' for folder in folders)) and path.endswith(suffixes)]

    def text(self, path):
        try:
            return (self.root / path).read_text(encoding='utf-8')
        except UnicodeDecodeError:
            return ''

    def source(self, path):
        if path not in self._sources:
            self._sources[path] = Source(path, self.text(path))
        return self._sources[path]


def report(results):
    """Prints results, (name, faults) each, as TAP; the exit status."""
    failed = False
    for number, (name, faults) in enumerate(results, 1):
        failed |= bool(faults)
        print(f'{"not ok" if faults else "ok"} {number} - {name}')
        for fault in faults:
            print(f'# {fault}')
    print(f'1..{len(results)}')
    return 1 if failed else 0


def self_test(rules, clean, violations):
    """Each rule is silent on the clean tree, and finds the one thing wrong in each tree that has it.

    clean is {path: text}; violations are (rule, what, {path: text}), laid over the clean tree one at a time.
    """
    results = []
    names = {name for name, _ in rules}
    results.append(('every rule has a violation', sorted(names - {name for name, _, _ in violations})))
    for name, rule in rules:
        results.append((f'{name}: silent on a clean tree', find_in(rule, clean)))
    for name, what, files in violations:
        faults = find_in(dict(rules)[name], clean | files)
        blamed = [fault for fault in faults if any(fault.startswith(path) for path in files)]
        results.append((f'{name}: finds {what}', [] if blamed else ['nothing was found, or elsewhere', *faults]))
    return report(results)


def find_in(rule, files):
    with tempfile.TemporaryDirectory() as root:
        for path, text in files.items():
            file = pathlib.Path(root, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding='utf-8')
        return rule(Tree(root))


def main(rules, clean, violations):
    if sys.argv[1:] == ['--self-test']:
        sys.exit(self_test(rules, clean, violations))
    if len(sys.argv) != 2:
        sys.exit(f'usage: {sys.argv[0]} SOURCE_ROOT | --self-test')
    tree = Tree(sys.argv[1])
    sys.exit(report([(name, rule(tree)) for name, rule in rules]))
