package org.qiao.flow;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How several people decide together, and every way of asking more of them. Z comes after the node. */
class CountersignTest {

    private static final String TABLE = "Each row is a script: see Scene.";

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "asks A,B,C; agree A; asks B,C; agree C; agree B; asks Z; agree Z; is AGREED",
                "agree A; refuse B; is REFUSED; asks -; agree C !CHANGED_MEANWHILE",
                "agree A; agree A !CHANGED_MEANWHILE",
                "agree Z !NOT_YOUR_TURN",
                "transfer A D; asks B,C,D; agree D; agree B; agree C; asks Z",
                "transfer A B !ALREADY_ASKED; transfer A P !NOT_THE_APPLICANT; transfer A A !NOT_YOURSELF",
                "agree B; transfer A B; asks B,C; agree B; agree C; asks Z",
                "before A D; asks B,C,D; queued A; agree A !NOT_YOUR_TURN; agree D; asks A,B,C; agree A; agree B; agree C; asks Z",
                "before A D; refuse D; is REFUSED",
                "before A D; refuse B; is REFUSED; asks -; queued -",
                "before A D,E ANY; agree E; asks A,B,C; agree D !CHANGED_MEANWHILE",
                "before A D,E ALL; agree E; asks B,C,D; agree D; asks A,B,C",
                "before A D,E IN_TURN; asks B,C,D; queued A,E; agree D; asks B,C,E; agree E; asks A,B,C",
                "before A D; before D E; asks B,C,E; queued A,D; agree E; agree D; asks A,B,C",
                "before A D; transfer D E; asks B,C,E; agree E; asks A,B,C",
                "before A D; remove A D; asks A,B,C",
                "before A D; remove B D !NOT_YOUR_TURN; agree D; remove A D !CHANGED_MEANWHILE",
                "before A D; before D E; remove A D; asks A,B,C; queued -",
                "before A D,E; remove A D; asks B,C,E; agree E; asks A,B,C",
                "before A B !ALREADY_ASKED; before A A !NOT_YOURSELF; before A P !NOT_THE_APPLICANT; before A D SHARE !NOT_ALLOWED_HERE",
                "after A D; asks B,C,D; agree B; agree C; asks D; agree D; asks Z",
                "after A D; refuse D; is REFUSED",
                "agree B; agree C; after A D,E ANY; asks D,E; agree D; asks Z",
                "agree B; agree C; after A D,E IN_TURN; asks D; agree D; asks E; agree E; asks Z",
                "agree B; agree C; after A D; after D E; asks E; agree E; asks Z",
                "agree B; agree C; after A D; remove A D; asks Z",
                "beside A D; asks A,B,C,D; agree A; agree B; agree C; asks D; agree D; asks Z",
                "beside A D; agree A; agree B; agree C; remove A D; asks Z",
                "beside A D; refuse D; is REFUSED",
                "before A D; beside D E; asks B,C,D,E; agree D; asks B,C,E; agree E; asks A,B,C"
            })
    void allMustAgree(String script) {
        Scene.of(Routes.all("n", "A,B,C"), Routes.all("end", "Z")).play(script);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "asks A,B; agree B; asks Z; agree A !CHANGED_MEANWHILE",
                "refuse A; is REFUSED",
                "transfer A D; asks B,D; agree D; asks Z",
                "before A D; asks B,D; queued A; agree B; asks Z; queued -",
                "before A D; agree D; asks A,B; agree A; asks Z",
                "before A D; refuse D; is REFUSED",
                "after A D; asks B,D; agree D; asks Z",
                "after A D; asks B,D; agree B; asks Z; agree D !CHANGED_MEANWHILE",
                "beside A D; asks A,B,D; agree D; asks Z",
                "beside A D; remove A D; asks A,B",
                "beside A D,E; beside D F; asks A,B,D,E,F; agree F; asks Z"
            })
    void oneIsEnough(String script) {
        Scene.of(Routes.any("n", "A,B"), Routes.all("end", "Z")).play(script);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "asks A; queued B,C; agree B !NOT_YOUR_TURN; agree A; asks B; agree B; asks C; agree C; asks Z",
                "agree A; refuse B; is REFUSED; queued -",
                "transfer A D; asks D; queued B,C; agree D; asks B",
                "before A D; asks D; queued A,B,C; agree D; asks A; agree A; asks B",
                "after A D; asks D; queued B,C; agree D; asks B",
                "after A D,E IN_TURN; asks D; agree D; asks E; agree E; asks B",
                "beside A D; asks A,D; queued B,C; agree A; asks D; agree D; asks B",
                "agree A; beside B D; agree D; asks B; agree B; asks C",
                "before A C !ALREADY_ASKED; agree A; transfer B C !ALREADY_ASKED"
            })
    void oneAfterTheOther(String script) {
        Scene.of(Routes.inTurn("n", "A,B,C"), Routes.all("end", "Z")).play(script);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "agree A; agree B; asks C,D,E; agree C; asks Z",
                "refuse A; asks B,C,D,E; refuse B; asks C,D,E; refuse C; is REFUSED; asks -",
                "refuse A; refuse B; agree C; agree D; agree E; asks Z",
                "before A F; refuse F; asks B,C,D,E; queued -; agree B; agree C; agree D; asks Z",
                "after A F; refuse F; asks B,C,D,E; refuse B; refuse C; is REFUSED",
                "after A F; agree B; agree C; asks D,E,F; agree F; asks Z",
                "beside A F; agree A; agree B; agree C; asks D,E,F; agree F; asks Z",
                "handover E -; agree A; agree B; asks C,D; agree C; asks Z",
                "refuse A; return B P START; is RETURNED; resubmit; asks A,B,C,D,E"
            })
    void sixtyPercentOfFiveAreThree(String script) {
        Scene.of(Routes.share("n", 60, "A,B,C,D,E"), Routes.all("end", "Z")).play(script);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "50, 3, 2", "50, 4, 2", "67, 3, 3", "66, 3, 2", "100, 7, 7", "1, 100, 1", "34, 3, 2"})
    void aShareIsRoundedUp(int percent, int people, int needed) {
        org.assertj.core.api.Assertions.assertThat(Together.share(percent).needed(people))
                .as(TABLE)
                .isEqualTo(needed);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "agree A !NOT_ALLOWED_HERE; refuse A !NOT_ALLOWED_HERE; done A; asks B; done B; asks Z",
                "transfer A D; done D; done B; asks Z",
                "before A D; done D; done A; done B; asks Z",
                "after A D; asks B,D; done D; done B; asks Z",
                "return A P HERE; is RETURNED; resubmit; asks A,B"
            })
    void handlingKnowsOnlyDone(String script) {
        Scene.of(Routes.ask("n", "A,B").handle(), Routes.all("end", "Z")).play(script);
    }
}
