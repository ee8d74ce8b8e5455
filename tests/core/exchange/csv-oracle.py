#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Meso Clinic authors
"""Python's csv module reads the same rows as our reader does: csv-oracle.py CSV_ROWS"""

import csv
import io
import os
import random
import subprocess
import sys

ALPHABET = ['a', 'b', ',', ',', '"', '""', '\n', '\r\n', '\r', ' ', ';', "'", 'ع', '😀', '\u200c', '=']


def cell(rand):
    return ''.join(rand.choice(ALPHABET) for _ in range(rand.randrange(6)))


def written(rand):
    """What Python wrote, in any of its dialects: it has to come back."""
    width = rand.randrange(1, 5)
    rows = [[cell(rand) for _ in range(width)] for _ in range(rand.randrange(1, 6))]
    out = io.StringIO(newline='')
    csv.writer(out, quoting=rand.choice([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
               lineterminator=rand.choice(['\n', '\r\n', '\r'])).writerows(rows)
    return out.getvalue()


def strict(text):
    """The rows as Python reads them strictly, blank lines left out; None where it refuses, or takes a row of another width or a
    bare quote that RFC 4180 forbids."""
    try:
        rows = [row for row in csv.reader(io.StringIO(text, newline=''), strict=True) if row]
    except csv.Error:
        return None
    return None if any(len(row) != len(rows[0]) for row in rows) else rows


def forbidden_quote(text):
    """Whether a quote stands inside of a cell that isn't quoted: Python takes it, we don't."""
    quoted = start = False
    start = True
    for at, c in enumerate(text):
        if quoted:
            if c == '"':
                quoted = False
        elif c == '"':
            if not start and text[at - 1] != '"':
                return True
            quoted = True
        start = not quoted and c in ',\r\n'
    return False


def main():
    seed = int(os.environ.get('MESO_TEST_SEED', random.randrange(1 << 32)))
    rand = random.Random(seed)
    files = [written(rand) for _ in range(2000)] + \
            [''.join(rand.choice(ALPHABET) for _ in range(rand.randrange(24))) for _ in range(4000)]
    done = subprocess.run([sys.argv[1]], input=''.join(f + '\x1d' for f in files).encode(), capture_output=True, check=True)
    answers = done.stdout.decode().split('\x1d')[:-1]
    assert len(answers) == len(files), (len(answers), len(files))
    wrong, same, refused = [], 0, 0
    for file, answer in zip(files, answers):
        if '\x18' in answer:
            ours = None
        else:
            ours = [row.split('\x1f')[:-1] for row in answer.split('\x1e')[:-1]]
        theirs = strict(file)
        if ours == theirs or (ours is None and forbidden_quote(file)):
            same += ours is not None
            refused += ours is None
        else:
            wrong.append((file, ours, theirs))
    print('TAP version 13\n1..1')
    print(f'# seed {seed}: {same} files read alike, {refused} refused')
    for file, ours, theirs in wrong[:5]:
        print(f'# {file!r}: ours {ours!r}, Python {theirs!r}')
    print('not ok 1 - alike' if wrong or same < 2000 else 'ok 1 - alike')
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())
