package org.qiao.bench;

import java.util.Map;

/** Something that is measured. */
interface Scenario {

    /** How many people it needs with these options. */
    int people(Options options);

    /** Settings of the server without which a limit would be measured. */
    default Map<String, String> lifted() {
        return LIFTED;
    }

    /** What it takes for options that are not given and matter before it runs. */
    default Options complete(Options options) {
        return options;
    }

    /** Fills the run's result. */
    void run(Run run);

    /** A benchmark's people write faster than people do, and their sockets open faster. */
    Map<String, String> LIFTED = Map.of(
            "qiao.messaging.per-second", "1000000",
            "qiao.messaging.burst", "1000000",
            "qiao.gateway.commands-per-second", "100000",
            "qiao.gateway.commands-burst", "100000",
            "qiao.gateway.admissions-per-second", "100000");
}
