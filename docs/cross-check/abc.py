"""Compares the notes that musicgen reads in ABC with those that abc2midi makes of the same text.

Usage: abc.py FOLDER, where AbcDump has left its files, with the names of the originals on standard input, one per line.
"""

import subprocess
import sys
from collections import Counter, defaultdict, deque
from fractions import Fraction
from pathlib import Path

import mido

# abc2midi lets every note begin one of 480 ticks late, and cuts the lengths of tuplets off to ticks, so that odd ones drift.
TOLERANCE = Fraction(1, 80)  # quarters

# Tests of ours that abc2midi hears otherwise, by file and number of the tune.
EXPLAINED = {
    ("clefs.abc", 1): "%%MIDI transpose is for the voice that is being written here, for all voices there",
    ("repeats.abc", 1): "|:: means three times by section 4.8 of the standard; abc2midi plays twice",
    ("tuplets.abc", 1): "(5 has the time of three in 6/8 by section 4.13 of the standard; abc2midi asks the meter of the header",
}


def tunes(path):
    """The notes of each tune by its number: pitch, start and end in quarters. Of tunes with one number abc2midi finds the first."""
    found = {}
    notes = []
    for line in open(path, encoding="utf-8"):
        words = line.split()
        if words[0] == "tune":
            notes = []
            found.setdefault(int(words[1]), notes)
            ticks = int(words[2])
        else:
            notes.append((int(words[0]), Fraction(int(words[1]), ticks), Fraction(int(words[2]), ticks)))
    return found


def abc2midi(folder, number, tune):
    path = folder / f"{number}.{tune}.mid"
    # -NGUI: chord symbols are names here and an accompaniment there.
    command = ["abc2midi", str(folder / f"{number}.abc"), str(tune), "-o", str(path), "-silent", "-NGUI", "-NFER"]
    subprocess.run(command, capture_output=True, check=False)
    return notes(mido.MidiFile(path)) if path.exists() else None


def notes(midi):
    found = []
    for track in midi.tracks:
        sounding = defaultdict(deque)
        tick = 0
        for message in track:
            tick += message.time
            if message.type == "note_on" and message.velocity > 0:
                sounding[message.channel, message.note].append(tick)
            elif message.type in ("note_on", "note_off") and sounding[message.channel, message.note]:
                start = sounding[message.channel, message.note].popleft()
                found.append((message.note, Fraction(start, midi.ticks_per_beat), Fraction(tick, midi.ticks_per_beat)))
    return found


def difference(ours, theirs):
    """What differs first, in words; nothing if the notes are the same."""
    if theirs is None:
        return "abc2midi makes nothing of it"
    if len(ours) != len(theirs):
        return f"{len(ours)} notes for musicgen, {len(theirs)} for abc2midi" + first(ours, theirs)
    for our, their in zip(sorted(ours), sorted(theirs)):
        if our[0] != their[0] or any(abs(a - b) > TOLERANCE for a, b in zip(our[1:], their[1:])):
            return "notes differ" + first(ours, theirs)
    return None


def first(ours, theirs):
    for our, their in zip(sorted(ours, key=by_time), sorted(theirs, key=by_time)):
        if our[0] != their[0] or any(abs(a - b) > TOLERANCE for a, b in zip(our[1:], their[1:])):
            return f", at first {words(our)} for musicgen and {words(their)} for abc2midi"
    return ""


def by_time(note):
    return int(note[1] * 16 + Fraction(1, 4)), note[0]


def words(note):
    return f"pitch {note[0]} from {float(note[1]):.3f} to {float(note[2]):.3f}"


def main():
    folder = Path(sys.argv[1])
    totals = Counter()
    for number, name in enumerate(sys.stdin.read().splitlines()):
        for tune, ours in tunes(folder / f"{number}.notes").items():
            problem = difference(ours, abc2midi(folder, number, tune))
            explanation = problem and EXPLAINED.get((Path(name).name, tune))
            totals.update(tunes=1, notes=len(ours), explained=bool(explanation), different=bool(problem and not explanation))
            if problem:
                print(f"{name}, tune {tune}: {explanation or problem}")
    print(", ".join(f"{totals[what]:,} {what}" for what in ("tunes", "notes", "explained", "different")))
    sys.exit(1 if totals["different"] or not totals["tunes"] else 0)


main()
