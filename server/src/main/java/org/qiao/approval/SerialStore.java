package org.qiao.approval;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Running numbers of serial fields. A submission that is rolled back gives its number back. */
@Repository
class SerialStore {

    static final String NEXT = """
            insert into approval_serial (org_id, template_id, field, period, number)
            values (:org_id, :template_id, :field, :period, 1)
            on conflict (org_id, template_id, field, period) do update
            set number = approval_serial.number + 1
            returning number
            """;

    private final JdbcClient jdbc;

    SerialStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long next(long orgId, long templateId, String field, String period) {
        return jdbc.sql(NEXT)
                .param("org_id", orgId)
                .param("template_id", templateId)
                .param("field", field)
                .param("period", period)
                .query(Long.class)
                .single();
    }
}
