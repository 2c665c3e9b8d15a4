package io.github.musicgen.representation.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The name of a region at its place: within the region if it fits there. A short region at the end of a long song has no room for it;
 * its name then takes that of its neighbors, as far as their own names leave it.
 *
 * @param text the name, or what there is room for
 * @param x where it begins
 * @param anchoredAtEnd whether its end has to stay where it is, whatever font it is drawn in
 */
record RegionName(String text, double x, boolean anchoredAtEnd) {
    static final double FONT_SIZE = 11;
    static final double INSET = 6;

    /** The names of all regions that are seen, from the left to the right. */
    static List<RegionName> of(List<Region> regions, RollGeometry roll) {
        List<Region> seen = regions.stream()
                .filter(region -> roll.clip(region.fromTick()) < roll.clip(region.toTick()))
                .sorted(Comparator.comparingLong(Region::fromTick)) // stable
                .toList();
        List<RegionName> names = new ArrayList<>();
        double free = roll.x(roll.fromTick());
        for (int i = 0; i < seen.size(); i++) {
            long next = i + 1 < seen.size() ? seen.get(i + 1).fromTick() : roll.toTick();
            RegionName name = of(seen.get(i), roll, free, roll.x(next));
            names.add(name);
            free = Math.max(free, name.end());
        }
        return names;
    }

    private static RegionName of(Region region, RollGeometry roll, double free, double next) {
        double start = roll.x(roll.clip(region.fromTick())) + INSET;
        double end = roll.x(roll.clip(region.toTick())) - INSET;
        double width = Lettering.width(region.label(), FONT_SIZE);
        if (start + width <= end) {
            return new RegionName(region.label(), start, false);
        }
        double limit = Math.max(end, next - INSET);
        double x = Math.max(free + INSET, Math.min(start, limit - width));
        return new RegionName(Lettering.fitted(region.label(), FONT_SIZE, limit - x), x, x < start);
    }

    double end() {
        return x + Lettering.width(text, FONT_SIZE);
    }
}
