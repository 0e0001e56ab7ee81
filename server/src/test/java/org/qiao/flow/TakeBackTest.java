package org.qiao.flow;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TakeBackTest {

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "agree A; asks C,D; takeback A; asks A,B; agree B; asks C,D",
                "agree A; agree C; takeback A !CANNOT_TAKE_BACK; takeback C; asks C,D; agree D; agree C; asks E,F",
                "agree A; takeback B !NOT_YOUR_TURN; takeback C !NOT_YOUR_TURN",
                "agree A; takeback A; takeback A !CANNOT_TAKE_BACK; agree A; takeback A; asks A,B; agree B; takeback B; asks A,B",
                "agree A; transfer C G; takeback A !CANNOT_TAKE_BACK",
                "agree A; before C G; takeback A; asks A,B; queued -; agree A; asks C,D",
                "agree A; agree C; agree D; asks E,F; takeback D; asks D; agree D; asks E,F",
                "agree A; agree C; agree D; takeback C !CANNOT_TAKE_BACK",
                "agree A; agree C; agree D; agree E; asks F; takeback D !CANNOT_TAKE_BACK; takeback E; asks E,F",
                "agree A; agree C; agree D; agree E; agree F; asks G; takeback E !CANNOT_TAKE_BACK; takeback F; asks F; agree F; asks G",
                "agree A; after C G; takeback C; asks C,D; queued -; agree C; agree D; asks E,F",
                "agree A; after C G; agree G; takeback C !CANNOT_TAKE_BACK; takeback G; asks D,G",
                "agree A; before C G; agree G; asks C,D; takeback G; asks D,G; queued C; agree G; agree C; agree D; asks E,F",
                "agree A; before C G,H ANY; agree G; takeback G; asks D,G,H; queued C; agree H; asks C,D",
                "agree A; beside C G; before G H,I; agree H; remove C G; takeback H !CANNOT_TAKE_BACK",
                "agree A; agree C; return D P HERE; takeback C !CANNOT_TAKE_BACK; resubmit; takeback C !CANNOT_TAKE_BACK",
                "agree A; agree C; return D one START; takeback A !CANNOT_TAKE_BACK; agree A; takeback A; asks A,B",
                "agree A; agree C; agree D; agree E; agree F; agree G; is AGREED; takeback G !ALREADY_ENDED"
            })
    void whileNobodyHasGoneOn(String script) {
        Scene.of(
                        Routes.any("one", "A,B"),
                        Routes.all("two", "C,D"),
                        Routes.cc("cc", "H"),
                        Routes.parallel(
                                "p", Routes.way("e", Routes.all("ne", "E")), Routes.way("f", Routes.all("nf", "F"))),
                        Routes.all("end", "G"))
                .play(script);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "agree A; asks B; queued C; takeback A; asks A; queued B,C; agree A; asks B; agree B; asks C",
                "agree A; agree B; takeback A !CANNOT_TAKE_BACK; takeback B; asks B; queued C",
                "agree A; before B D; takeback A; asks A; queued B,C,D; agree A; asks D; queued B,C; agree D; asks B"
            })
    void inTurn(String script) {
        Scene.of(Routes.inTurn("n", "A,B,C")).play(script);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "agree A; asks -; takeback A; asks A; agree A; fire; asks B; takeback A; asks A; agree A; fire; asks B; agree B; takeback B !CANNOT_TAKE_BACK"
            })
    void acrossADelayButNotAcrossACallToAnotherSystem(String script) {
        Scene.of(
                        Routes.all("one", "A"),
                        Routes.delay("wait", 60),
                        Routes.all("two", "B"),
                        Routes.webhook("hook", null),
                        Routes.all("end", "C"))
                .play(script);
    }
}
