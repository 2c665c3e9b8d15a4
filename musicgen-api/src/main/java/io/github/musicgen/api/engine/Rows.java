package io.github.musicgen.api.engine;

/** The loops that nearly all time is spent in, alone in their methods so that HotSpot compiles them by themselves. */
final class Rows {
    private Rows() {}

    static void addFour(float[] p, float[] q, float[] r, float[] s, float a, float b, float c, float d, float[] y) {
        int length = p.length;
        if (q.length < length || r.length < length || s.length < length || y.length < length) {
            throw tooShort(y, "rows of " + length);
        }
        for (int i = 0; i < length; i++) {
            y[i] = y[i] + a * p[i] + b * q[i] + c * r[i] + d * s[i];
        }
    }

    /** The same for rows of a few vectors, apart from the long ones so that HotSpot compiles it for short loops: twice as fast. */
    static void addFourShort(
            float[] p, float[] q, float[] r, float[] s, float a, float b, float c, float d, float[] y) {
        int length = p.length;
        if (q.length < length || r.length < length || s.length < length || y.length < length) {
            throw tooShort(y, "rows of " + length);
        }
        for (int i = 0; i < length; i++) {
            y[i] = y[i] + a * p[i] + b * q[i] + c * r[i] + d * s[i];
        }
    }

    /** The same, compiled early (see {@link FirstPasses}). */
    static void addFourEarly(
            float[] p, float[] q, float[] r, float[] s, float a, float b, float c, float d, float[] y) {
        int length = p.length;
        if (q.length < length || r.length < length || s.length < length || y.length < length) {
            throw tooShort(y, "rows of " + length);
        }
        for (int i = 0; i < length; i++) {
            y[i] = y[i] + a * p[i] + b * q[i] + c * r[i] + d * s[i];
        }
    }

    static void add(float[] p, float a, float[] y) {
        int length = p.length;
        if (y.length < length) {
            throw tooShort(y, "a row of " + length);
        }
        for (int i = 0; i < length; i++) {
            y[i] = y[i] + a * p[i];
        }
    }

    /** The same, compiled early. */
    static void addEarly(float[] p, float a, float[] y) {
        int length = p.length;
        if (y.length < length) {
            throw tooShort(y, "a row of " + length);
        }
        for (int i = 0; i < length; i++) {
            y[i] = y[i] + a * p[i];
        }
    }

    static IllegalArgumentException tooShort(float[] sum, String rows) {
        return new IllegalArgumentException("a sum of " + sum.length + " cannot take " + rows);
    }
}
