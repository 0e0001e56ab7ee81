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

    /** A benchmark's people write faster than people do, their sockets open faster, and all its customers come from one address. */
    Map<String, String> LIFTED = Map.ofEntries(
            Map.entry("qiao.messaging.per-second", "1000000"),
            Map.entry("qiao.messaging.burst", "1000000"),
            Map.entry("qiao.messaging.guest-per-minute", "1000000"),
            Map.entry("qiao.messaging.guest-burst", "1000000"),
            Map.entry("qiao.gateway.commands-per-second", "100000"),
            Map.entry("qiao.gateway.commands-burst", "100000"),
            Map.entry("qiao.gateway.admissions-per-second", "100000"),
            Map.entry("qiao.gateway.guest.commands-per-second", "100000"),
            Map.entry("qiao.gateway.guest.commands-burst", "100000"),
            Map.entry("qiao.gateway.guest.admissions-per-second", "100000"),
            Map.entry("qiao.visit.opens-per-address", "1000000"),
            Map.entry("qiao.visit.work-after", "1000000"),
            Map.entry("qiao.visit.looks-per-minute", "1000000"));
}
