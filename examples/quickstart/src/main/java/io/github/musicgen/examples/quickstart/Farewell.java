package io.github.musicgen.examples.quickstart;

import io.github.musicgen.api.Generation;
import java.nio.file.Path;

/** What a newcomer reads last: where the music is, and what to try next. */
final class Farewell {
    private static final String AGAIN = "mvn -q -B -P run -pl examples/quickstart -am compile";

    private Farewell() {}

    static String words(Generation generation, Path midi, Path sound, Path picture) {
        return """
                Model "%s" with seed %d added %d notes to "%s".

                  listen   %s
                  look     %s
                  edit     %s

                Try next:
                  another tune    %s -Dseed=%d
                  another model   %s -Dmodel=classical
                  your own music  %s -Dprimer=song.mid
                  more to do      examples/recipes, one short program for each thing that the library can do
                  a game          mvn -q -B -P run -pl examples/game -am compile
                """.formatted(
                generation.recipe().modelId(),
                generation.seed(),
                generation.continuation().notes().count(),
                generation.whole().title(),
                sound,
                picture,
                midi,
                AGAIN,
                generation.seed() + 1,
                AGAIN,
                AGAIN).stripTrailing();
    }
}
