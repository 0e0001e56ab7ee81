package org.qiao.admin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qiao.admin.SystemView.SlowStatement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the database says about itself. No tenant data. */
@Repository
class SystemStore {

    static final String SIZE = """
            select pg_database_size(current_database())
            """;

    static final String VERSION = """
            select current_setting('server_version')
            """;

    static final String DURABILITY = """
            select name, current_setting(name) as value
            from pg_settings
            where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums', 'data_sync_retry',
                           'wal_compression', 'checkpoint_timeout', 'max_wal_size', 'shared_buffers')
            order by name
            """;

    static final String JOBS = """
            select count(*) filter (where execution_time < now() - interval '1 minute') as due,
                   count(*) filter (where consecutive_failures > 0) as failing
            from scheduled_tasks
            """;

    static final String STATEMENTS_SCHEMA = """
            select quote_ident(home.nspname) as home
            from pg_extension extension
            join pg_namespace home on home.oid = extension.extnamespace
            where extension.extname = 'pg_stat_statements'
            """;

    /** Where the time goes, and what is slow though rare. Only our own statements; values are never part of the text. */
    private static final String STATEMENTS_PART = """
            select query, calls, mean_exec_time, max_exec_time, total_exec_time
            from (
                select left(regexp_replace(query, '\\s+', ' ', 'g'), 400) as query, calls, mean_exec_time, max_exec_time,
                       total_exec_time,
                       row_number() over (order by total_exec_time desc) as by_total,
                       row_number() over (order by mean_exec_time desc) as by_mean
                from %s.pg_stat_statements
                where dbid = (select oid from pg_database where datname = current_database())
                  and userid = (select oid from pg_roles where rolname = current_user)
            ) ranked
            where by_total <= 15 or by_mean <= 10
            order by total_exec_time desc
            """;

    private final JdbcClient jdbc;

    SystemStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Jobs(int due, int failing) {}

    long bytes() {
        return jdbc.sql(SIZE).query(Long.class).single();
    }

    String version() {
        return jdbc.sql(VERSION).query(String.class).single();
    }

    Map<String, String> durability() {
        Map<String, String> settings = new LinkedHashMap<>();
        jdbc.sql(DURABILITY).query(row -> {
            settings.put(row.getString("name"), row.getString("value"));
        });
        return settings;
    }

    Jobs jobs() {
        return jdbc.sql(JOBS)
                .query((rs, n) -> new Jobs(rs.getInt("due"), rs.getInt("failing")))
                .single();
    }

    /** Empty when the server does not count statements (an outside one without the extension). */
    Optional<List<SlowStatement>> statements() {
        return jdbc.sql(STATEMENTS_SCHEMA)
                .query(String.class)
                .optional()
                .map(home -> jdbc.sql(STATEMENTS_PART.formatted(home))
                        .query((rs, n) -> new SlowStatement(
                                rs.getString("query"),
                                rs.getLong("calls"),
                                rs.getDouble("mean_exec_time"),
                                rs.getDouble("max_exec_time"),
                                rs.getDouble("total_exec_time")))
                        .list());
    }
}
