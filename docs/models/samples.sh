#!/bin/sh
# Lets each model that comes along write three pieces from nothing, as MIDI and as pictures, into docs/models/samples.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
musicgen=$root/examples/cli/target/musicgen/bin/musicgen
samples=$root/docs/models/samples
mkdir -p "$samples"
for name in folk classical songbook; do
    for seed in 1 2 3; do
        "$musicgen" generate --model "$name" --steps 128 --seed "$seed" -o "$samples/$name-$seed.mid" > /dev/null
        "$musicgen" convert "$samples/$name-$seed.mid" "$samples/$name-$seed.svg"
    done
done
