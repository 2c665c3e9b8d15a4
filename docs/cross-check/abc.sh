#!/usr/bin/env bash
# Asks abc2midi whether it hears in ABC files what musicgen reads: pitches, onsets and lengths of all notes.
# Usage: docs/cross-check/abc.sh [FOLDER...], after `mvn compile`; needs python3-mido and abcmidi (both of Debian).
# The tunes of the examples and of the tests are compared in any case.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
classes=$root/musicgen-midi/target/classes:$root/musicgen-representation/target/classes
python=python3
"$python" -c 'import mido' 2> /dev/null || python=/usr/bin/python3

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

find "$root/examples/tunes" "$root/musicgen-midi/src/test/resources" "$@" -name '*.abc' -type f | sort > "$work/names"
# What the standard leaves to the player is taken out of the texts first: from whom grace notes take their time (here from the note
# before, there from the note behind), trills and other ornaments, which we don't play, and what abc2midi adds of its own (drums, drones,
# gaps between notes, chords broken from below, a swing for fields R:hornpipe).
same_for_all() {
    sed -E -e 's/\{[^}]*\}//g' -e '/^([A-Za-z]:|%)/!s/[TMP~]([_^=]*[A-Ga-g])/\1/g' \
        -e '/^R:/d' -e '/^%%MIDI +(drum|drone|gchord|ratio|trim|chordattack)/d' -e '/^[KV]:/a %%MIDI chordattack 0'
}

number=0
while IFS= read -r name; do
    same_for_all < "$name" > "$work/$number.abc"
    number=$((number + 1))
done < "$work/names"
java -cp "$classes" "$here/AbcDump.java" "$work" < "$work/names"
"$python" "$here/abc.py" "$work" < "$work/names"
