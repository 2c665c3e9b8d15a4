#!/bin/sh
# How well a small space of sixteen bars does: docs/models/sixteen-bars.sh CORPORA prints the row of docs/models/melody-vae.md.
# CORPORA is as train.sh wants it.
set -eu

corpora=$1
root=$(cd "$(dirname "$0")/../.." && pwd)
musicgen=$root/examples/cli/target/musicgen/bin/musicgen
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT

figure() {
    sed -n "s/.*\"$1\" : \([0-9.]*\).*/\1/p" "$folder/told.json"
}

"$musicgen" space train --corpus "$corpora/folk" --corpus "$corpora/lieder" --split-long \
    --bars 16 --bar-encoder 96 --encoder 96 --conductor 128 --decoder 160 --latent 64 \
    --batch 32 --learning-rate 0.001 --free-bits 256 --beta 0.05 --epochs 19 \
    --f16 -o "$folder/space.safetensors" >"$folder/told.json"
echo "| melodies | shown the true events | shown its own | nats per step | divergence, nats | numbers in use |"
echo "| --- | --- | --- | --- | --- | --- |"
printf '| %.0f | %.3f | %.3f | %.3f | %.1f | %.0f of 64 |\n' "$(figure testMelodies)" "$(figure testTaughtAccuracy)" \
    "$(figure testSampledAccuracy)" "$(figure testNatsPerStep)" "$(figure testDivergence)" "$(figure testActiveUnits)"
