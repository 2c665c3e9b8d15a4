#!/bin/sh
# Judges a model that comes along by the music that was kept from it: docs/models/evaluate.sh NAME CORPORA
# CORPORA is as train.sh wants it. Prints the figures as JSON; those of a space or a band say whether they are the ones of its card.
set -eu

name=$1
corpora=$2
root=$(cd "$(dirname "$0")/../.." && pwd)
musicgen=$root/examples/cli/target/musicgen/bin/musicgen

. "$root/docs/models/leadsheets.sh"

case $name in
    folk) "$musicgen" evaluate --model folk --corpus "$corpora/folk" --held-out ;;
    classical) "$musicgen" evaluate --model classical --corpus "$corpora/lieder" --held-out ;;
    songbook)
        choose_leadsheets
        "$musicgen" evaluate --model songbook --corpus "$chosen" --held-out
        ;;
    two-bars)
        choose_leadsheets
        "$musicgen" space evaluate --model two-bars --corpus "$corpora/folk" --corpus "$corpora/lieder" --corpus "$chosen"
        ;;
    two-bar-drums) "$musicgen" space evaluate --model two-bar-drums --corpus "$corpora/drums" ;;
    arcade) "$musicgen" band evaluate --model arcade --corpus "$corpora/game" ;;
    *)
        echo "a model is folk, classical, songbook, two-bars, two-bar-drums or arcade, but was $name" >&2
        exit 2
        ;;
esac
