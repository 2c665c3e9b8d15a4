package io.github.musicgen.models.report;

import io.github.musicgen.representation.picture.Ink;
import io.github.musicgen.representation.picture.Theme;

/** The style sheet of a page: the colors of our pictures, for narrow and wide, light and dark. */
final class PageStyle {
    private static final String RULES = """
            body{margin:0 auto;max-width:960px;padding:16px;background:var(--paper);color:var(--text);
              font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;overflow-wrap:anywhere}
            h1{margin:8px 0 0;font-size:28px;line-height:1.25}
            h2{margin:36px 0 12px;font-size:20px}
            h3{margin:0;font-size:15px}
            p{margin:4px 0}
            .muted,small,figcaption{color:var(--muted)}
            .facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:12px;margin:20px 0}
            .facts div,.card{border:1px solid var(--line);border-radius:8px;padding:12px;background:var(--card);min-width:0}
            .facts div{display:flex;flex-direction:column;justify-content:space-between}
            .facts dt{color:var(--muted);font-size:13px}
            .facts dd{margin:0;font-size:22px;font-weight:600;font-variant-numeric:tabular-nums}
            .grid{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,340px),1fr));gap:16px}
            .legend{display:flex;flex-wrap:wrap;gap:2px 14px;font-size:13px;color:var(--muted)}
            .legend svg{width:26px;height:10px;margin-right:5px}
            .card>svg{display:block;width:100%;height:auto;margin-top:6px}
            .card>svg text{font-size:12px;fill:var(--muted)}
            .tick{stroke:var(--line)}
            .axis{stroke:var(--axis)}
            .best{stroke:var(--axis);stroke-dasharray:2 3}
            .curve{fill:none;stroke-width:2;stroke-linejoin:round}
            .first{stroke:var(--first)}
            .second{stroke:var(--second)}
            .third{stroke:var(--third)}
            .level{stroke-width:1.5;stroke-dasharray:7 4}
            .dot.first{fill:var(--first)}
            .dot.second{fill:var(--second)}
            .dot.third{fill:var(--third)}
            .ring{fill:none;stroke-width:1.5}
            .scroll{overflow-x:auto}
            .scroll svg{min-width:680px}
            figure{margin:0 0 20px}
            figcaption{font-size:14px;margin-bottom:6px}
            a{color:var(--first)}
            table{border-collapse:collapse;width:100%;font-size:14px}
            th{text-align:left;font-weight:500;color:var(--muted);vertical-align:top;padding:5px 12px 5px 0}
            td{vertical-align:top;padding:5px 0}
            .plain tr{border-top:1px solid var(--line)}
            .plain th{width:34%}
            .confusion{table-layout:fixed;border-collapse:separate;border-spacing:3px;overflow-wrap:normal}
            .confusion{margin-top:8px}
            .confusion th{padding:4px 2px;font-size:13px;vertical-align:middle}
            .confusion td{padding:8px 2px;text-align:center;border-radius:4px;background:rgb(var(--wrong)/calc(.6*var(--share,0)))}
            .confusion td.right{background:rgb(var(--right)/calc(.6*var(--share,0)));outline:1px solid var(--axis)}
            .confusion th+th,.confusion td+th{text-align:center}
            .confusion b,.confusion small{display:block;white-space:nowrap;font-weight:500}
            .confusion small{color:inherit;font-size:12px}
            """;

    private PageStyle() {}

    static String sheet() {
        return ":root{color-scheme:light dark;--right:15 156 101;--wrong:217 89 10;" + colors(Theme.LIGHT) + "}\n"
                + "@media(prefers-color-scheme:dark){:root{" + colors(Theme.DARK) + "}}\n" + RULES;
    }

    private static String colors(Theme theme) {
        return color("paper", Ink.PAPER, theme)
                + color("card", Ink.WHITE_ROW, theme)
                + color("text", Ink.TEXT, theme)
                + color("muted", Ink.MUTED, theme)
                + color("line", Ink.ROW_LINE, theme)
                + color("axis", Ink.FRAME, theme)
                + color("first", Ink.PART_1, theme)
                + color("second", Ink.PART_2, theme)
                + color("third", Ink.PART_3, theme);
    }

    private static String color(String name, Ink ink, Theme theme) {
        return "--" + name + ":" + ink.color(theme) + ";";
    }
}
