package org.qiao.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** All of them, by name. */
final class Scenarios {

    private static final Map<String, Scenario> ALL = new LinkedHashMap<>();

    static {
        ALL.put("idle", new IdleScenario());
        ALL.put("direct", new DirectScenario());
        ALL.put("group", new GroupScenario());
    }

    private Scenarios() {}

    static Scenario get(String name) {
        Scenario scenario = ALL.get(name);
        if (scenario == null) {
            throw new Misuse("There is no scenario \"" + name + "\". There are: " + String.join(", ", ALL.keySet()));
        }
        return scenario;
    }
}
