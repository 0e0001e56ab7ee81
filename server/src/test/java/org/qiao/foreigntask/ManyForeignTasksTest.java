package org.qiao.foreigntask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.qiao.foreigntask.ForeignTaskViews.ForeignTaskBox;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ten thousand open tasks of one person beside one of another. Prints what docs/performance.md quotes. */
@QiaoTest
@Isolated
class ManyForeignTasksTest {

    private static final Logger LOG = LoggerFactory.getLogger(ManyForeignTasksTest.class);
    private static final int TASKS = 10_000;
    private static final int TIMES = 60;

    @Autowired
    ForeignTasks tasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Given given;

    @Test
    void aListOfTenThousandCostsWhatAListOfFiftyCosts() {
        TestOrg org = given.org();
        TestUser many = org.user("很多"), few = org.user("很少");
        fill(org, many, TASKS);
        fill(org, few, 51);
        jdbc.sql("analyze foreigntask_task, foreigntask_assignee").update();
        for (TestUser user : List.of(many, few)) {
            times(() -> list(user, null)); // warm
        }

        double small = times(() -> list(few, null));
        double large = times(() -> list(many, null));
        double search = times(() -> list(many, "nothing-like-it"));
        double count = times(() -> tasks.summary(many.actor()).open());

        LOG.info(
                "{} open tasks of one person: list {} ms (51 tasks: {} ms), search without a hit {} ms, count {} ms (median)",
                TASKS,
                large,
                small,
                search,
                count);
        assertThat(list(many, null)).isEqualTo(50);
        assertThat(large).as("beside a list of 51").isLessThan(small * 4 + 2);
    }

    private int list(TestUser user, @org.jspecify.annotations.Nullable String q) {
        return tasks.list(user.actor(), new ForeignTasks.Query(ForeignTaskBox.OPEN, null, q), null, null)
                .items()
                .size();
    }

    /** Median milliseconds. */
    private static double times(Supplier<Integer> work) {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            work.get();
            nanos.add(System.nanoTime() - start);
        }
        return nanos.stream().sorted().toList().get(TIMES / 2) / 10_000 / 100.0;
    }

    private void fill(TestOrg org, TestUser person, int count) {
        jdbc.sql("""
                        with s as (insert into foreigntask_system (org_id, name) values (:org, 'S' || :person) returning id),
                        t as (insert into foreigntask_task (org_id, system_id, task_key, title, facts, link, buttons, state, version,
                                digest, created_at, changed_at)
                            select :org, s.id, 'K-' || n, '采购付款 ' || n, '[{"label":"金额","value":"1200"}]', 'https://erp.example.com/',
                                '[]', 'OPEN', 1, 'x', now(), now()
                            from s, generate_series(1, :count) n
                            returning id, system_id)
                        insert into foreigntask_assignee (org_id, task_id, member_id, system_id, open, place, given_no, given_at)
                        select :org, id, :person, system_id, true, id, id, now()
                        from t
                        """)
                .param("org", org.id())
                .param("person", person.id())
                .param("count", count)
                .update();
    }
}
