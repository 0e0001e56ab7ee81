package org.qiao.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** All of them, by name. */
final class Scenarios {

    private static final Map<String, Scenario> ALL = new LinkedHashMap<>();

    static {
        ALL.put("idle", new IdleScenario());
        ALL.put("direct", new DirectScenario());
        ALL.put("group", new GroupScenario(500, 0));
        ALL.put("mixed", new MixedScenario());
        ALL.put("big-group", new GroupScenario(10_000, 20));
        ALL.put("slow", new SlowScenario());
        ALL.put("hot", new HotScenario());
        ALL.put("sync", new SyncScenario());
        ALL.put("login-storm", new StormScenario());
        ALL.put("customers", new CustomersScenario());
        ALL.put("start", new StartScenario());
    }

    private Scenarios() {}

    static java.util.Set<String> names() {
        return ALL.keySet();
    }

    static Scenario get(String name) {
        Scenario scenario = ALL.get(name);
        if (scenario == null) {
            throw new Misuse("There is no scenario \"" + name + "\". There are: " + String.join(", ", ALL.keySet()));
        }
        return scenario;
    }
}
