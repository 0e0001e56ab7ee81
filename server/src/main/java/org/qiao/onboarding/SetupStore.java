package org.qiao.onboarding;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SetupStore {

    /** Two first visitors at the same moment, on whichever server: the second waits and then finds a company. */
    static final String LOCK = """
            select pg_advisory_xact_lock(:key) is null
            """;

    /** Any number, the same on every server. */
    private static final long KEY = 0x7169616f01L;

    private final JdbcClient jdbc;

    SetupStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void lock() {
        jdbc.sql(LOCK).param("key", KEY).query(Boolean.class).single();
    }
}
