#!/bin/sh
# What beta does to a space of melodies: docs/models/betas.sh CORPORA prints the table of docs/models/melody-vae.md.
# CORPORA is as train.sh wants it. Small spaces of one corpus: the figures compare with each other alone.
set -eu

corpora=$1
root=$(cd "$(dirname "$0")/../.." && pwd)
musicgen=$root/examples/cli/target/musicgen/bin/musicgen
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT

figure() {
    sed -n "s/.*\"$1\" : \([0-9.]*\).*/\1/p" "$folder/told.json"
}

echo "| beta | shown the true events | shown its own | nats per step | divergence, nats | numbers in use |"
echo "| --- | --- | --- | --- | --- | --- |"
for beta in 0.01 0.05 0.2 1; do
    "$musicgen" space train --corpus "$corpora/folk" --cache "$folder/cache" --encoder 64 --decoder 128 --latent 16 \
        --batch 64 --epochs 40 --beta "$beta" -o "$folder/space.safetensors" >"$folder/told.json"
    printf '| %s | %.3f | %.3f | %.3f | %.1f | %.0f of 16 |\n' "$beta" "$(figure testTaughtAccuracy)" \
        "$(figure testSampledAccuracy)" "$(figure testNatsPerStep)" "$(figure testDivergence)" "$(figure testActiveUnits)"
done
