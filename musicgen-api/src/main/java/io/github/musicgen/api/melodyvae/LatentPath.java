package io.github.musicgen.api.melodyvae;

/** How one gets from one point of a space to another. */
public enum LatentPath {
    /** Straight ahead, past the middle. */
    LINEAR {
        @Override
        public LatentVector between(LatentVector from, LatentVector to, double part) {
            return from.linear(to, part);
        }
    },

    /** Around the middle, where points are as likely as those at the ends. */
    SPHERICAL {
        @Override
        public LatentVector between(LatentVector from, LatentVector to, double part) {
            return from.spherical(to, part);
        }
    };

    /**
     * A point on the way.
     *
     * @param from where it begins
     * @param to where it ends
     * @param part how much of it lies behind, from 0 to 1
     * @return the point
     */
    public abstract LatentVector between(LatentVector from, LatentVector to, double part);
}
