package io.github.musicgen.representation.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SvgWriterTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "12, 12",
        "0.5, .5",
        "0.05, .05",
        "0.004, 0",
        "-0.004, 0",
        "0.005, .01",
        "1.20, 1.2",
        "1.999, 2",
        "12.345, 12.35",
        "-0.25, -.25",
        "-3.5, -3.5",
        "16384.126, 16384.13",
        "1e9, 1000000000"
    })
    void appendNumber_writesTwoDecimalsAtMostAndNothingSuperfluous(double value, String expected) {
        StringBuilder out = new StringBuilder();
        SvgWriter.appendNumber(out, value);
        assertThat(out).hasToString(expected);
    }

    @Test
    void elements_nestAndCloseShortWhenEmpty() {
        SvgWriter svg = new SvgWriter(Theme.LIGHT);
        svg.open("g")
                .attr("a", "<")
                .rect(1, 2, 3, 4)
                .close()
                .textElement("text", "x > y")
                .close();
        assertThat(svg)
                .hasToString(
                        "<g a=\"&lt;\">\n<rect x=\"1\" y=\"2\" width=\"3\" height=\"4\"/>\n<text>x &gt; y</text>\n</g>\n");
    }

    @Test
    void auto_fillAndStrokeOfOneElement_shareItsClass() {
        SvgWriter svg = new SvgWriter(Theme.AUTO);
        svg.open("path").fill(Ink.PAPER).stroke(Ink.TEXT).close();
        assertThat(svg.toString()).contains("class=\"roll-fill-paper roll-stroke-text\"/>");
        assertThat(svg.darkStyle())
                .isEqualTo("<style>@media(prefers-color-scheme:dark){.roll-fill-paper{fill:#14161d}"
                        + ".roll-stroke-text{stroke:#e9ecf3}}</style>\n");
    }
}
