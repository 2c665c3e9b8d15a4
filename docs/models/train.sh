#!/bin/sh
# Trains a model that comes along: docs/models/train.sh NAME CORPORA
# CORPORA is a folder with the folders folk, lieder and leadsheets that docs/models/shipped.md tells of, game (docs/models/band-vae.md),
# and drums (docs/models/melody-vae.md).
# The model comes to lie where musicgen-api takes it from. The same machine gives the same weights.
set -eu

name=$1
corpora=$2
root=$(cd "$(dirname "$0")/../.." && pwd)
musicgen=$root/examples/cli/target/musicgen/bin/musicgen
output=$root/musicgen-api/src/main/resources/io/github/musicgen/api/models/$name.safetensors
more=$root/musicgen-api/src/more-models/META-INF/musicgen/models/$name.safetensors

train() {
    "$musicgen" train --config lookback --f16 --id "$name" --report "$root/examples/cli/target/$name.html" -o "$output" "$@"
}

. "$root/docs/models/leadsheets.sh"

case $name in
    folk)
        train --corpus "$corpora/folk" --layers 148,148 --input-dropout 0.1 --dropout 0.4 \
            --recurrent-dropout 0.3 --decay 0.97 --epochs 120 --patience 8 \
            --description "Tunes in the manner of Irish dance music." \
            --license CC-BY-4.0 \
            --attribution "Trained on the tunes of polifonia-project/folk_ngram_analysis (CC BY 4.0)"
        ;;
    classical)
        train --corpus "$corpora/lieder" --parts vocal --split-long --layers 148,148 --input-dropout 0.1 --dropout 0.4 \
            --recurrent-dropout 0.3 --decay 0.96 --epochs 51 \
            --description "Vocal lines in the manner of art songs." \
            --license CC0-1.0 \
            --attribution "Trained on OpenScore Lieder (CC0)"
        ;;
    songbook)
        choose_leadsheets
        train --corpus "$chosen" --split-long --layers 128,128 --input-dropout 0.2 --dropout 0.5 \
            --recurrent-dropout 0.3 --decay 0.97 --epochs 120 --patience 8 \
            --description "Melodies in the manner of American songs before 1930." \
            --license CC0-1.0 \
            --attribution "Trained on those scores of OpenEWLD (00sapo/OpenEWLD, MIT) that are in the public domain in the USA"
        ;;
    two-bars)
        choose_leadsheets
        "$musicgen" space train --corpus "$corpora/folk" --corpus "$corpora/lieder" --corpus "$chosen" --split-long \
            --transpose 2 --epochs 7 --f16 --id two-bars -o "$more" \
            --description "A space of melodies of two bars." \
            --license CC-BY-4.0 \
            --attribution "Trained on the tunes of polifonia-project/folk_ngram_analysis (CC BY 4.0), OpenScore Lieder (CC0) \
and those scores of OpenEWLD (00sapo/OpenEWLD, MIT) that are in the public domain in the USA"
        ;;
    two-bar-drums)
        "$musicgen" space train --drums --corpus "$corpora/drums" --batch 32 --learning-rate 0.003 --sampling-rate 1500 \
            --epochs 14 --f16 --id two-bar-drums -o "$more" \
            --description "A space of drums of two bars, as people play them." \
            --license CC-BY-4.0 \
            --attribution "Trained on the Groove MIDI Dataset (Gillick, Roberts, Engel, Eck and Bamman, Google; CC BY 4.0)"
        ;;
    arcade)
        "$musicgen" band train --corpus "$corpora/game" --f16 --id "$name" -o "$more" \
            --description "Songs in the manner of the music of video games, for piano, guitar, bass, strings and drums." \
            --license BSD-3-Clause \
            --attribution "Trained on the music of Freedoom (freedoom/freedoom, BSD licence), contributors of Freedoom"
        ;;
    *)
        echo "a model is folk, classical, songbook, two-bars, two-bar-drums or arcade, but was $name" >&2
        exit 2
        ;;
esac
