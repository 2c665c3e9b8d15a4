#!/bin/sh
# Trains arcade anew, with other pieces kept from it: docs/models/divisions.sh CORPORA
# What the card says comes to lie in docs/models/divisions. The band that comes along is that of train.sh.
set -eu

corpora=$1
root=$(cd "$(dirname "$0")/../.." && pwd)
musicgen=$root/examples/cli/target/musicgen/bin/musicgen
made=$root/examples/cli/target

"$musicgen" band train --corpus "$corpora/game" --f16 --salt 1 --id arcade -o "$made/arcade-1.safetensors" \
    --description "Songs in the manner of the music of video games, for piano, guitar, bass, strings and drums." \
    --license BSD-3-Clause \
    --attribution "Trained on the music of Freedoom (freedoom/freedoom, BSD licence), contributors of Freedoom"
(cd "$made" && "$musicgen" info arcade-1.safetensors) > "$root/docs/models/divisions/arcade-1.json"
