package org.qiao.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qiao.approval.Office.approve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Ten thousand runs that wait for one person. Prints what docs/performance.md quotes; alone, so that the numbers mean something. */
@QiaoTest
@Isolated
class ManyApprovalsTest {

    private static final Logger LOG = LoggerFactory.getLogger(ManyApprovalsTest.class);
    private static final int RUNS = 10_000;
    private static final int TIMES = Integer.getInteger("qiao.measure", 20);

    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Given given;

    @Test
    void listsAndSubmissionsStayQuickWithTenThousandOpenRuns() {
        Office office = new Office(http, given.org());
        TestUser lead = office.org.user("组长");
        long template = office.template(approve("lead", lead));
        long first = office.submitted(template);
        copy(first, office.org.id());

        List<Long> list = new ArrayList<>();
        List<Long> search = new ArrayList<>();
        List<Long> submit = new ArrayList<>();
        JsonNode page = null;
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            page = office.get(lead, "/api/approvals?box=TODO");
            long listed = System.nanoTime();
            office.get(lead, "/api/approvals?box=TODO&q=nothing-like-it");
            long searched = System.nanoTime();
            office.submitted(template);
            list.add(listed - start);
            search.add(searched - listed);
            submit.add(System.nanoTime() - searched);
        }

        assertThat(page.get("items").size()).isEqualTo(50);
        assertThat(page.get("next").isNull()).isFalse();
        LOG.info(
                "{} open runs of one person: list {} ms, search {} ms, submit {} ms (median / p95)",
                RUNS,
                times(list),
                times(search),
                times(submit));
    }

    private static String times(List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return "%.1f / %.1f".formatted(sorted.get(TIMES / 2) / 1e6, sorted.get(TIMES * 95 / 100) / 1e6);
    }

    /** The rows of one run, so often as needed. */
    private void copy(long first, long org) {
        Map<String, Object> params = Map.of("first", first, "org", org, "runs", RUNS);
        jdbc.sql("""
                        insert into approval (org_id, template_id, template_no, number, title, applicant_id, department_id, state,
                            form_values, summary, search_text, version, client_key, submitted_at, moved_at)
                        select org_id, template_id, template_no, number || '-' || n, title, applicant_id, department_id, state,
                            form_values, summary, search_text, version, 'copy' || n, submitted_at, moved_at
                        from approval, generate_series(1, :runs) n
                        where org_id = :org and id = :first
                        """).params(params).update();
        for (String table : List.of("event", "task", "reader")) {
            String columns =
                    switch (table) {
                        case "event" -> "no, at, actor_id, data";
                        case "task" -> "task, node_id, assignee_id, for_id, state, opened_at, closed_at";
                        default -> "principal_id, applicant, asked, told, read_version, since";
                    };
            jdbc.sql("""
                            insert into approval_%1$s (org_id, approval_id, %2$s)
                            select x.org_id, a.id, %3$s
                            from approval_%1$s x
                            join approval a on a.org_id = x.org_id and a.client_key like 'copy%%'
                            where x.org_id = :org and x.approval_id = :first
                            """.formatted(table, columns, "x." + columns.replace(", ", ", x.")))
                    .param("org", org)
                    .param("first", first)
                    .update();
        }
        jdbc.sql("analyze approval, approval_task, approval_reader").update();
    }
}
