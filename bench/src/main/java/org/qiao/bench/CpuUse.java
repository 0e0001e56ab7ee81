package org.qiao.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Processor time between two moments, of the server, its database and this program. Of a remote server nothing is known. */
final class CpuUse {

    private final @Nullable LocalServer server;
    private final List<Long> database;
    private final long begun = System.nanoTime();
    private final double serverBefore;
    private final double databaseBefore;
    private final double generatorBefore;

    private CpuUse(@Nullable LocalServer server) {
        this.server = server;
        this.database = server == null ? List.of() : server.databasePids();
        this.serverBefore = server == null ? 0 : Processes.cpuSeconds(server.pid());
        this.databaseBefore = Processes.cpuSeconds(database);
        this.generatorBefore = Processes.cpuSeconds(ProcessHandle.current().pid());
    }

    static CpuUse begin(@Nullable LocalServer server) {
        return new CpuUse(server);
    }

    Used end() {
        // A backend that was born meanwhile has used nothing before.
        List<Long> now = server == null ? List.of() : server.databasePids();
        return new Used(
                (System.nanoTime() - begun) / 1e9,
                server == null ? 0 : Processes.cpuSeconds(server.pid()) - serverBefore,
                Math.max(0, Processes.cpuSeconds(now) - databaseBefore),
                Processes.cpuSeconds(ProcessHandle.current().pid()) - generatorBefore);
    }

    /** In seconds. */
    record Used(double seconds, double server, double database, double generator) {

        Map<String, Object> cores() {
            Map<String, Object> cores = new LinkedHashMap<>();
            cores.put("server", Numbers.round(server / seconds));
            cores.put("database", Numbers.round(database / seconds));
            cores.put("generator", Numbers.round(generator / seconds));
            return cores;
        }

        /** Server and database together. */
        double microsPer(long events) {
            return Numbers.round((server + database) * 1e6 / events);
        }

        double generatorMicrosPer(long events) {
            return Numbers.round(generator * 1e6 / events);
        }
    }
}
