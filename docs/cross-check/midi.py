"""Compares what musicgen reads and writes with what mido reads, and lets mftext read what musicgen writes.

Usage: midi.py FOLDER, where MidiDump has left its files, with the names of the originals on standard input, one per line.
"""

import subprocess
import sys
from collections import Counter, defaultdict, deque
from pathlib import Path

import mido

CHANNEL_FIELDS = {
    "note_on": ("note", "velocity"),
    "note_off": ("note", "velocity"),
    "polytouch": ("note", "value"),
    "control_change": ("control", "value"),
    "program_change": ("program",),
    "aftertouch": ("value",),
    "pitchwheel": ("pitch",),
}


def words(message):
    if message.type in CHANNEL_FIELDS:
        fields = [str(getattr(message, field)) for field in CHANNEL_FIELDS[message.type]]
        return " ".join([message.type, str(message.channel)] + fields)
    if message.type == "sysex":
        return " ".join(["sysex"] + [f"{byte:02x}" for byte in message.data])
    data = message.bytes()  # FF, type, length, content; the length of a long content takes more than one byte
    length_bytes = 1 + next(i for i, byte in enumerate(data[2:]) if byte < 0x80)
    return " ".join(["meta", str(data[1])] + [f"{byte:02x}" for byte in data[2 + length_bytes :]])


def events(midi):
    lines = []
    for track in midi.tracks:
        lines.append("track")
        tick = 0
        for message in track:
            tick += message.time
            lines.append(f"{tick} end" if message.type == "end_of_track" else f"{tick} {words(message)}")
    return lines


def notes(midi):
    """Pairs first in, first out per track, channel and pitch; what never ends, ends with its track."""
    found = Counter()
    for track in midi.tracks:
        sounding = defaultdict(deque)
        tick = 0
        for message in track:
            tick += message.time
            if message.type not in ("note_on", "note_off"):
                continue
            same = sounding[message.channel, message.note]
            if message.type == "note_on" and message.velocity > 0:
                same.append((tick, message.velocity))
            elif same:
                add(found, message.channel, message.note, same.popleft(), tick)
        for (channel, note), same in sounding.items():
            for struck in same:
                add(found, channel, note, struck, tick)
    return found


def add(found, channel, note, struck, end):
    start, velocity = struck
    found[f"{start} {end} {note} {velocity} {'drums' if channel == 9 else 'pitches'}"] += 1


def mftext_strikes(path):
    """How often mftext (of abcmidi) sees a note begin."""
    text = subprocess.run(["mftext", str(path)], capture_output=True, check=True).stdout.decode("latin-1")
    return sum(1 for line in text.splitlines() if "Note on" in line and not line.rstrip().endswith("vol=0"))


def check(folder, number, original):
    theirs = mido.MidiFile(original)
    ours = [line.rstrip("\n") for line in open(folder / f"{number}.events", encoding="utf-8")]
    seconds, *our_notes = open(folder / f"{number}.notes", encoding="utf-8").read().split("\n")[:-1]
    their_notes = notes(theirs)
    written = mido.MidiFile(folder / f"{number}.notes.mid")
    problems = []
    if ours != events(theirs):
        problems.append("events differ")
    if ours != events(mido.MidiFile(folder / f"{number}.events.mid")):
        problems.append("events differ after writing")
    if Counter(our_notes) != their_notes:
        problems.append("notes differ")
    if notes(written) != their_notes:
        problems.append("notes differ after writing")
    for file in (theirs, written):
        if abs(float(seconds) - file.length) > 1e-6 * max(1, file.length):
            problems.append(f"lasts {file.length} seconds for mido and {seconds} for musicgen")
    if mftext_strikes(folder / f"{number}.notes.mid") != their_notes.total():
        problems.append("mftext sees other notes in what was written")
    return problems, len(ours), their_notes.total()


def main():
    folder = Path(sys.argv[1])
    totals = Counter()
    for number, name in enumerate(sys.stdin.read().splitlines()):
        problems, event_count, note_count = check(folder, number, name)
        totals.update(files=1, events=event_count, notes=note_count, different=bool(problems))
        for problem in problems:
            print(f"{name}: {problem}")
    print(", ".join(f"{totals[what]:,} {what}" for what in ("files", "events", "notes", "different")))
    sys.exit(1 if totals["different"] or not totals["files"] else 0)


main()
