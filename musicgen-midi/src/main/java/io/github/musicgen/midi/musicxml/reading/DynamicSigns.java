package io.github.musicgen.midi.musicxml.reading;

import io.github.musicgen.midi.musicxml.score.Mark.Dynamic;
import io.github.musicgen.midi.musicxml.vocabulary.Loudness;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What dynamics mean as velocities. The signs that hold are {@code pppppp ppppp pppp ppp pp p mp mf f ff fff ffff fffff ffffff};
 * of those that strike one note only, {@code sf} and its kin leave the level as it was, {@code fp} and its kin change it.
 */
final class DynamicSigns {
    private static final Map<String, Dynamic> SIGNS = Map.ofEntries(
            holding("n", 1),
            holding("pppppp", 1),
            holding("ppppp", 5),
            holding("pppp", 10),
            holding("ppp", 16),
            holding("pp", 33),
            holding("p", 49),
            holding("mp", 64),
            holding("mf", 80),
            holding("f", 96),
            holding("ff", 112),
            holding("fff", 126),
            holding("ffff", 127),
            holding("fffff", 127),
            holding("ffffff", 127),
            striking("sf", 112, 0),
            striking("sfz", 112, 0),
            striking("fz", 112, 0),
            striking("rf", 112, 0),
            striking("rfz", 112, 0),
            striking("sffz", 126, 0),
            striking("fp", 96, 49),
            striking("sfp", 112, 49),
            striking("sfpp", 112, 33),
            striking("sfzp", 112, 49),
            striking("pf", 49, 96));

    private DynamicSigns() {}

    /** What a sign means; null if it is no dynamic. */
    static @Nullable Dynamic of(String sign) {
        return SIGNS.get(sign);
    }

    /** What a sign means that comes with a loudness of its own: that is the attack, and the level unless the sign says otherwise. */
    static Dynamic of(@Nullable Dynamic sign, double percent) {
        int velocity = Loudness.velocity(percent);
        return sign == null || sign.level() == sign.attack()
                ? new Dynamic(velocity, velocity)
                : new Dynamic(velocity, sign.level());
    }

    private static Map.Entry<String, Dynamic> holding(String sign, int velocity) {
        return striking(sign, velocity, velocity);
    }

    private static Map.Entry<String, Dynamic> striking(String sign, int attack, int level) {
        return Map.entry(sign, new Dynamic(attack, level));
    }
}
