package org.qiao.foreigntask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.qiao.apikey.ApiProgram;
import org.qiao.foreigntask.ForeignTask.ForeignTaskFact;
import org.qiao.foreigntask.ForeignTask.State;
import org.qiao.foreigntask.ForeignTaskViews.ForeignTaskBox;
import org.qiao.foreigntask.OpenTaskRequests.ForeignTaskPush;
import org.qiao.foreigntask.OpenTaskRequests.KeyedTaskPush;
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
    private static final int TIMES = Integer.getInteger("qiao.measure", 20);

    @Autowired
    ForeignTasks tasks;

    @Autowired
    TaskPushes pushes;

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

        // One after the other in turns: whatever else the machine does then hits both.
        List<Long> smalls = new ArrayList<>(), larges = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            smalls.add(nanos(() -> list(few, null)));
            larges.add(nanos(() -> list(many, null)));
        }
        double small = median(smalls), large = median(larges);
        double search = times(() -> list(many, "nothing-like-it"));
        double count = times(() -> tasks.summary(many.actor()).open());

        AtomicInteger number = new AtomicInteger();
        ApiProgram program = new ApiProgram(1, org.id(), "ERP", null);
        double push = times(() -> push(program, many, number.incrementAndGet(), 1));
        double batch = times(() -> push(program, many, number.incrementAndGet(), 100));

        LOG.info(
                "{} open tasks of one person: list {} ms (51 tasks: {} ms), search without a hit {} ms, count {} ms, push {} ms, "
                        + "push of 100 {} ms (median)",
                TASKS,
                large,
                small,
                search,
                count,
                push,
                batch);
        assertThat(list(many, null)).isEqualTo(50);
        assertThat(large).as("beside a list of 51").isLessThan(small * 4 + 2);
    }

    private int push(ApiProgram program, TestUser person, int number, int count) {
        List<KeyedTaskPush> items = IntStream.range(0, count)
                .mapToObj(i -> new KeyedTaskPush(
                        "K-%d-%d".formatted(number, i),
                        new ForeignTaskPush(
                                "采购付款 " + i,
                                List.of(new ForeignTaskFact("金额", "1200")),
                                "https://erp.example.com/",
                                null,
                                State.OPEN,
                                List.of(person.id()),
                                List.of(),
                                List.of(),
                                null)))
                .toList();
        return pushes.pushAll(program, items).size();
    }

    private int list(TestUser user, @Nullable String q) {
        return tasks.list(user.actor(), new ForeignTasks.Query(ForeignTaskBox.OPEN, null, q), null, null)
                .items()
                .size();
    }

    /** Median milliseconds. */
    private static double times(Supplier<Integer> work) {
        return median(Stream.generate(() -> nanos(work)).limit(TIMES).toList());
    }

    private static long nanos(Supplier<Integer> work) {
        long start = System.nanoTime();
        work.get();
        return System.nanoTime() - start;
    }

    /** In milliseconds. */
    private static double median(List<Long> nanos) {
        return nanos.stream().sorted().toList().get(nanos.size() / 2) / 10_000 / 100.0;
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
