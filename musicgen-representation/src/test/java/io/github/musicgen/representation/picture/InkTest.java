package io.github.musicgen.representation.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the colors promise, by the contrast of WCAG 2.1, the distance of CIE 1976 and the simulation of color blindness by Machado,
 * Oliveira and Fernandes (2009) at full severity.
 */
class InkTest {
    private static final List<Ink> PARTS =
            IntStream.range(0, 7).mapToObj(Ink::ofPart).toList();
    private static final List<Ink> NOTES = Stream.concat(
                    Stream.of(Ink.PRIMER, Ink.CONTINUATION, Ink.HIGHLIGHT), PARTS.stream())
            .toList();
    private static final List<double[][]> EYES = List.of(
            new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
            new double[][] {
                {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
            },
            new double[][] {
                {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
            },
            new double[][] {
                {1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}
            });

    @ParameterizedTest
    @EnumSource(names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
    void notes_standOutFromEveryRow(Theme theme) {
        for (Ink note : NOTES) {
            for (Ink row : List.of(Ink.WHITE_ROW, Ink.BLACK_ROW)) {
                assertThat(contrast(note, row, theme)).as(note + " on " + row).isGreaterThan(3);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
    void softNotes_arePalerThanLoudOnesAndCanBeSeen(Theme theme) {
        for (Ink note : NOTES) {
            double softer = 1.7;
            for (int level = 0; level <= Shade.LOUDEST; level++) {
                double contrast = contrast(new Shade(note, level).color(theme), Ink.WHITE_ROW.color(theme));
                assertThat(contrast).as(note + " at level " + level).isGreaterThan(softer);
                softer = contrast;
            }
            assertThat(new Shade(note, Shade.LOUDEST).color(theme)).isEqualTo(note.color(theme));
        }
    }

    @ParameterizedTest
    @EnumSource(names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
    void texts_canBeRead(Theme theme) {
        assertThat(contrast(Ink.TEXT, Ink.PAPER, theme)).isGreaterThan(7);
        assertThat(contrast(Ink.MUTED, Ink.PAPER, theme)).isGreaterThan(4.5);
        assertThat(contrast(Ink.KEY_TEXT, Ink.WHITE_KEY, theme)).isGreaterThan(4.5);
    }

    @ParameterizedTest
    @EnumSource(names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
    void parts_stayApartForColorBlindReaders(Theme theme) {
        for (double[][] eye : EYES) {
            for (int i = 0; i < PARTS.size(); i++) {
                for (int j = 0; j < i; j++) {
                    assertThat(distance(PARTS.get(i), PARTS.get(j), theme, eye))
                            .as(PARTS.get(i) + " and " + PARTS.get(j))
                            .isGreaterThan(14);
                }
            }
            assertThat(distance(Ink.PRIMER, Ink.CONTINUATION, theme, eye)).isGreaterThan(25);
        }
    }

    private static double contrast(Ink one, Ink other, Theme theme) {
        return contrast(one.color(theme), other.color(theme));
    }

    private static double contrast(String one, String other) {
        double first = luminance(linear(one));
        double second = luminance(linear(other));
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double distance(Ink one, Ink other, Theme theme, double[][] eye) {
        double[] first = lab(seen(linear(one.color(theme)), eye));
        double[] second = lab(seen(linear(other.color(theme)), eye));
        return Math.sqrt(IntStream.range(0, 3)
                .mapToDouble(i -> Math.pow(first[i] - second[i], 2))
                .sum());
    }

    private static double[] linear(String color) {
        int rgb = Integer.parseInt(color.substring(1), 16);
        return IntStream.of(rgb >> 16, rgb >> 8, rgb)
                .mapToDouble(channel -> (channel & 255) / 255.0)
                .map(channel -> channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4))
                .toArray();
    }

    private static double luminance(double[] rgb) {
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    }

    private static double[] seen(double[] rgb, double[][] eye) {
        return IntStream.range(0, 3)
                .mapToDouble(i -> eye[i][0] * rgb[0] + eye[i][1] * rgb[1] + eye[i][2] * rgb[2])
                .map(channel -> Math.max(0, Math.min(1, channel)))
                .toArray();
    }

    private static double[] lab(double[] rgb) {
        double x = root((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047);
        double y = root(luminance(rgb));
        double z = root((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double root(double t) {
        return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
    }
}
