/** What music is: notes, tempo and meter, grids, melodies, encodings, piano rolls and pictures of them. */
module io.github.musicgen.representation {
    requires static org.jspecify;
}
