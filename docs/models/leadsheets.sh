#!/bin/sh
# Copies the lead sheets that are in the public domain in the USA: docs/models/leadsheets.sh CORPORA FOLDER
set -eu

corpora=$1
folder=$2
grep -v '^#' "$corpora/leadsheets/public-domain.txt" | cut -f1 | while IFS= read -r file; do
    cp "$corpora/leadsheets/$file" "$folder"
done
