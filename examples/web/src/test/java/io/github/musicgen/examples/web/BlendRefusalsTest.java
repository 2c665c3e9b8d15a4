package io.github.musicgen.examples.web;

import static io.github.musicgen.examples.web.Links.recipe;
import static io.github.musicgen.examples.web.TwoBars.ends;
import static io.github.musicgen.examples.web.Visitor.json;
import static io.github.musicgen.examples.web.Visitor.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no blend is made of. */
class BlendRefusalsTest extends VisitedTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            ,"way":null                          ; 200 ;
            ,"way":[]                            ; 400 ; way
            ,"way":[101]                         ; 400 ; way[0]
            ,"way":[0,-1]                        ; 400 ; way[1]
            ,"way":[0.5]                         ; 400 ; way[0]
            ,"way":50                            ; 400 ; way
            ,"way":["x"]                         ; 400 ; way[0]
            ,"more":{"pitch":2.5}                ; 400 ; more.pitch
            ,"more":{"pitch":"much"}             ; 400 ; more.pitch
            ,"more":{"sweetness":1}              ; 400 ; more.sweetness
            ,"more":[]                           ; 400 ; more
            ,"temperature":-1                    ; 400 ; temperature
            ,"tempo":1e308                       ; 400 ; tempo
            ,"key":"H"                           ; 400 ; key
            ,"density":"thick"                   ; 400 ; density
            ,"model":"folk"                      ; 400 ; model
            """)
    void badBlend_isToldWhatIsWrong(String more, int status, String name) {
        Map<String, Object> answer = json(visitor.post("/api/blend", ends(more)), status);
        if (status != 200) {
            assertThat(answer).containsEntry("name", name);
            assertThat(text(answer, "error")).contains(text(answer, "bound"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            /api/blend ; {}                                                                 ; from
            /api/blend ; {"from":[{"pitch":60,"start":0,"end":4}]}                          ; to
            /api/blend ; {"from":[{"pitch":60,"start":0,"end":33}],"to":[]}                 ; from[0].end
            /api/blend ; {"from":[{"pitch":60,"start":32,"end":33}],"to":[]}                ; from[0].start
            /api/blend ; {"from":[{"pitch":600,"start":0,"end":4}],"to":[]}                 ; from[0].pitch
            /api/draw  ; {"seed":-1}                                                        ; seed
            /api/draw  ; {"count":1000000}                                                  ; count
            """)
    void badEnds_areToldSo(String path, String request, String name) {
        assertThat(json(visitor.post(path, request), 400)).containsEntry("name", name);
    }

    @Test
    void wayThatIsTooLong_isRefused() {
        String way = IntStream.range(0, 33).mapToObj(String::valueOf).toList().toString();
        assertThat(json(visitor.post("/api/blend", ends(",\"way\":" + way)), 400))
                .containsEntry("name", "way")
                .containsEntry("bound", "a list of up to 32");
    }

    @Test
    void link_ofAnotherSpaceOrOfHostileNumbers_isRefused() {
        String recipe = recipe(visitor.song("/api/blend", ends(",\"way\":[50]")));
        assertThat(Links.refused(
                        visitor, recipe.replaceFirst("\"hash\":\"[0-9a-f]+\"", "\"hash\":\"0123456789abcdef\""), 409))
                .containsEntry("name", "hash");
        assertThat(Links.refused(visitor, recipe.replace("\"two-bars\"", "\"folk\""), 409))
                .containsEntry("name", "model");
        Links.refused(visitor, recipe.replace("\"way\":[50]", "\"way\":[]"), 400);
        Links.refused(visitor, recipe.replace("\"way\":[50]", "\"way\":[1000000000]"), 400);
        Links.refused(visitor, recipe.replaceFirst("\"from\":\\[[0-9,]+\\]", "\"from\":[60,0,2000000000]"), 400);
        Links.refused(visitor, recipe.replace("\"pitch\":0.0", "\"pitch\":1e300"), 400);
    }
}
