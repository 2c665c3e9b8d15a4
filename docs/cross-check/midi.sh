#!/usr/bin/env bash
# Asks mido and mftext whether they read in MIDI files what musicgen reads, and in what it writes.
# Usage: docs/cross-check/midi.sh FOLDER, after `mvn compile`; needs python3-mido and abcmidi (both of Debian).
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$here/../..
classes=$root/musicgen-midi/target/classes:$root/musicgen-representation/target/classes
python=python3
"$python" -c 'import mido' 2> /dev/null || python=/usr/bin/python3

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

find "$(cd "$1" && pwd)" -iname '*.mid' -type f | sort > "$work/names"
java -cp "$classes" "$here/MidiDump.java" "$work" < "$work/names"
"$python" "$here/midi.py" "$work" < "$work/names"
