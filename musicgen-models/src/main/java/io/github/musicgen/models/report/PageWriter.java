package io.github.musicgen.models.report;

import io.github.musicgen.models.evaluation.Confusion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a page from top to bottom, section by section. */
final class PageWriter {
    /** Nothing is loaded, nothing runs, whatever may have come in with a name or a description. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    private final Markup out = new Markup();

    PageWriter(String title) {
        out.insert("<!DOCTYPE html>\n");
        out.open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml").open("head");
        out.insert("<meta charset=\"utf-8\"/>\n");
        out.insert("<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\"/>\n");
        out.insert("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        out.leaf("title", title);
        out.insert("<style>\n" + PageStyle.sheet() + "</style>\n").close();
        out.open("body");
    }

    void heading(String title, String state) {
        out.leaf("h1", title).leaf("p", state, "class", "muted");
    }

    void summary(Map<String, String> facts) {
        out.open("dl", "class", "facts");
        facts.forEach((name, value) ->
                out.open("div").leaf("dt", name).leaf("dd", value).close());
        out.close();
    }

    /** What can be seen at a glance, each on a card. */
    void cards(List<Chart> charts, Optional<Confusion> confusion) {
        out.leaf("h2", "Curves").open("div", "class", "grid");
        for (Chart chart : charts) {
            out.open("section", "class", "card").leaf("h3", chart.title());
            legend(chart);
            out.insert(ChartDrawing.svg(chart)).close();
        }
        confusion.filter(found -> found.steps() > 0).ifPresent(this::confusion);
        out.close();
    }

    private void legend(Chart chart) {
        out.open("div", "class", "legend");
        chart.curves().forEach(curve -> key(curve.name(), curve.look()));
        chart.levels().forEach(level -> key(level.name() + " " + chart.words().apply(level.value()), level.look()));
        out.close();
    }

    private void key(String name, String look) {
        out.open("span").open("svg", "viewBox", "0 0 26 10", "aria-hidden", "true");
        out.open("path", "class", "curve " + look, "d", "M0 5L26 5").close().close();
        out.text(name).close();
    }

    private void confusion(Confusion confusion) {
        String about = "Of " + Words.count(confusion.steps())
                + " held-out steps: what happened, and what the model had found" + " likeliest. Each row makes 100 %.";
        out.open("section", "class", "card").leaf("h3", "What it takes for what");
        out.leaf("p", about, "class", "legend");
        ConfusionTable.write(out, confusion);
        out.close();
    }

    void samples(List<Sample> samples) {
        out.leaf("h2", "Pieces");
        for (Sample sample : samples) {
            out.open("figure").open("figcaption").text(sample.caption() + " · ");
            out.leaf("a", "MIDI", "href", sample.midiAddress(), "download", "piece.mid")
                    .close();
            out.open("div", "class", "scroll").insert(sample.svg()).close();
            out.close();
        }
    }

    /** Nothing if there are no facts. */
    void table(String title, Map<String, String> facts) {
        if (!facts.isEmpty()) {
            out.leaf("h2", title).open("table", "class", "plain");
            facts.forEach((name, value) ->
                    out.open("tr").leaf("th", name).leaf("td", value).close());
            out.close();
        }
    }

    String end() {
        return out.close().close().toString();
    }
}
