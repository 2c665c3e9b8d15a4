#!/bin/sh
# Lets each model that comes along write pieces from nothing, as MIDI and as pictures, into docs/models/samples.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
musicgen=$root/examples/cli/target/musicgen/bin/musicgen
samples=$root/docs/models/samples
mkdir -p "$samples"

# kept NAME COMMAND ARGUMENT...: what the command makes, and a picture of it
kept() {
    name=$1
    shift
    "$musicgen" "$@" -o "$samples/$name.mid" > /dev/null
    "$musicgen" convert "$samples/$name.mid" "$samples/$name.svg"
}

for seed in 1 2 3; do
    for model in folk classical songbook; do
        kept "$model-$seed" generate --model "$model" --steps 128 --seed "$seed"
    done
    kept "arcade-$seed" band compose --seconds 32 --seed "$seed"
done
kept two-bars-drawn space draw --count 4 --seed 1
kept two-bar-drums-drawn space draw --model two-bar-drums --count 4 --seed 1
kept two-bars-blended space blend --seed 1 --count 5 --from "$samples/two-bars-drawn.mid" --to "$samples/two-bars-drawn.mid" --to-bar 7
