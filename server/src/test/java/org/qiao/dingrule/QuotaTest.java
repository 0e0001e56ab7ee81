package org.qiao.dingrule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.qiao.dingrule.Quotas.Payer;
import org.qiao.platform.Actor;
import org.qiao.platform.Grant;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Alone, because a day must not end in the middle. */
@QiaoTest
@Isolated
class QuotaTest {

    @Autowired
    Given given;

    @Autowired
    Quotas quotas;

    @Autowired
    RuleBook rules;

    @Autowired
    TransactionTemplate transaction;

    private TestUser sender(TestOrg org, @Nullable Integer perDay, @Nullable Integer perMonth) {
        DingSettings standard = DingSettings.STANDARD;
        rules.change(
                org.admin().actor(Grant.ADMIN),
                new DingSettings(
                        standard.ladder(),
                        null,
                        standard.override(),
                        standard.recipientsMax(),
                        standard.dingsPerHour(),
                        perDay,
                        null,
                        perMonth,
                        null));
        return org.user();
    }

    private static Payer payer(TestUser user) {
        Actor actor = user.actor();
        return new Payer(actor.orgId(), actor.principalId(), actor.zone());
    }

    private int take(TestUser user, Way way, int wanted) {
        return transaction.execute(status -> quotas.take(payer(user), way, wanted));
    }

    @Test
    void aSenderUsesADaysQuotaAndNoMore() {
        TestUser user = sender(given.org(), 10, null);

        assertThat(take(user, Way.SMS, 7)).isEqualTo(7);
        assertThat(quotas.left(payer(user), Way.SMS)).isEqualTo(3);
        assertThat(take(user, Way.SMS, 7)).isEqualTo(3);
        assertThat(take(user, Way.SMS, 1)).isZero();
        assertThat(take(user, Way.VOICE, 50)).as("no limit").isEqualTo(50);
        assertThat(quotas.left(payer(user), Way.VOICE)).isNull();
    }

    @Test
    void aCompanysMonthIsSharedByItsSenders() {
        TestOrg org = given.org();
        TestUser first = sender(org, null, 10);
        TestUser second = org.user("李四");

        assertThat(take(first, Way.SMS, 8)).isEqualTo(8);
        assertThat(take(second, Way.SMS, 8)).isEqualTo(2);
        assertThat(quotas.left(payer(first), Way.SMS)).isZero();
    }

    @Test
    void whatWasRolledBackWasNotUsed() {
        TestUser user = sender(given.org(), 10, null);

        transaction.executeWithoutResult(status -> {
            quotas.take(payer(user), Way.SMS, 9);
            status.setRollbackOnly();
        });

        assertThat(quotas.left(payer(user), Way.SMS)).isEqualTo(10);
    }

    @Test
    void manyAtOnceDoNotPassIt() throws Exception {
        TestUser user = sender(given.org(), 10, null);
        List<Callable<Integer>> tries = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            tries.add(() -> take(user, Way.SMS, 3));
        }
        int total = 0;

        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Integer> result : threads.invokeAll(tries)) {
                total += result.get();
            }
        }

        assertThat(total).isEqualTo(10);
    }
}
