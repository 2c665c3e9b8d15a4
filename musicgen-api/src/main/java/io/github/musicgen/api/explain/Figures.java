package io.github.musicgen.api.explain;

/** Numbers as text, the same in every locale. */
final class Figures {
    private Figures() {}

    static String hundredths(double value) {
        long hundredths = Math.round(value * 100);
        long rest = hundredths % 100;
        return hundredths / 100 + (rest < 10 ? ".0" : ".") + rest;
    }

    /** Without a superfluous zero. */
    static String tenths(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? String.valueOf(tenths / 10) : tenths / 10 + "." + tenths % 10;
    }

    static String percent(double share) {
        long percent = Math.round(share * 100);
        return percent == 0 && share > 0 ? "<1%" : percent + "%";
    }
}
