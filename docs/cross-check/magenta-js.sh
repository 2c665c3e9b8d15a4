#!/usr/bin/env bash
# Asks Magenta.js whether it loads what musicgen exports for it, and gives the same probabilities.
# Usage: docs/cross-check/magenta-js.sh MODEL, after `mvn compile`; a basic or mono RNN in any format that musicgen reads. Needs
# node 18 or later, and NODE_PATH to name a folder of modules with @magenta/music (npm install --ignore-scripts @magenta/music).
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$here/../..
classes=
for module in models api midi representation; do
    classes+=$root/musicgen-$module/target/classes:
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

java -cp "$classes" "$here/MagentaJsDump.java" "$1" "$work"
node "$here/magenta-js.js" "$work"
