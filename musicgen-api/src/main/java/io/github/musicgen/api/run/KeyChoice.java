package io.github.musicgen.api.run;

import io.github.musicgen.api.bandvae.BandKey;
import io.github.musicgen.api.bandvae.BandRolls;
import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bandvae.PlayedKey;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.sequence.KeySignature;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * In which key a band plays: the one that is wished, or else, if it knows one key alone, the one that tells itself.
 *
 * @param wished the wish
 * @param configuration the band
 */
record KeyChoice(Optional<Scale> wished, BandVaeConfiguration configuration) {

    Optional<BandKey> toCompose(long seed) {
        return unlessWished(() -> BandKey.drawn(seed));
    }

    /** What a song ends in counts, where the band goes on. */
    Optional<BandKey> toContinue(NoteSequence song, BandRolls heard) {
        return unlessWished(() -> BandKey.of(signatures(song).reduce((earlier, later) -> later), heard.pitchClasses()));
    }

    Optional<BandKey> toAccompany(NoteSequence melody, BandRolls heard) {
        return unlessWished(() -> BandKey.of(signatures(melody).findFirst(), heard.pitchClasses()));
    }

    /** In which anything is played. */
    private static Stream<KeySignature> signatures(NoteSequence music) {
        long end = music.lastNoteEnd();
        return music.keySignatures().stream().filter(signature -> signature.tick() < end);
    }

    private Optional<BandKey> unlessWished(Supplier<BandKey> other) {
        Optional<BandKey> wish = wished.map(BandKey::wished);
        return wish.isPresent() || !configuration.oneKey() ? wish : Optional.of(other.get());
    }

    PlayedKey played(Optional<BandKey> key) {
        return key.map(known -> PlayedKey.of(known, configuration)).orElse(PlayedKey.HOME);
    }
}
