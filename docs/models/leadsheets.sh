# For scripts to source: choose_leadsheets copies the lead sheets of $corpora that are in the public domain in the USA into a folder, $chosen,
# which is gone when the script ends.
choose_leadsheets() {
    chosen=$(mktemp -d)
    trap 'rm -r "$chosen"' EXIT
    grep -v '^#' "$corpora/leadsheets/public-domain.txt" | cut -f1 | while IFS= read -r file; do
        cp "$corpora/leadsheets/$file" "$chosen"
    done
}
