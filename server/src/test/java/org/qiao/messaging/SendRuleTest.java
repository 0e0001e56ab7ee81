package org.qiao.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qiao.messaging.RecallTest.refused;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.platform.Problem;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;

/** What modules above forbid does not come into conversations with customers. */
@QiaoTest
class SendRuleTest {

    @Autowired
    Given given;

    @Autowired
    Talk talk;

    @Autowired
    Messages messages;

    @Autowired
    CustomerConversations customers;

    @Autowired
    Forbidding rule;

    private TestOrg org;
    private TestUser ann;
    private TestUser guest;
    private long thread;

    @BeforeEach
    void aThread() {
        org = given.org();
        ann = org.user("安");
        guest = given.guest(org, "客人");
        thread = customers.open(org.id(), guest.id(), ann.id(), "relation-1");
        rule.orgs.add(org.id());
    }

    @Test
    void isAskedOfBothSidesBeforeTheLog() {
        messages.sendAndWait(ann.actor(), Draft.text(thread, "a", "good"));

        refused(
                MessagingProblem.READ_ONLY,
                () -> messages.sendAsGuestAndWait(guest.actor(), Draft.text(thread, "b", "forbidden")));

        assertThat(rule.keysOf(org.id())).containsExactly("a", "b");
        assertThat(messages.sendAsGuestAndWait(guest.actor(), Draft.text(thread, "b", "good"))
                        .seq())
                .as("nothing was stored under the key that was refused")
                .isEqualTo(3);
    }

    @Test
    void isNotAskedAmongColleaguesNorOfPrograms() {
        TestUser ben = org.user("本");
        long inside = talk.direct(ann, ben);

        messages.sendAndWait(ann.actor(), Draft.text(inside, "a", "forbidden"));
        customers.say(org.id(), ann.id(), Draft.text(thread, "b", "forbidden"));

        assertThat(rule.keysOf(org.id())).isEmpty();
    }

    /** Whoever knows the number of a thread of another company must not switch its rules off. */
    @Test
    void isAskedAlsoAfterAnotherCompanyTriedTheThread() {
        TestOrg other = given.org();
        TestUser eve = other.user("伊");
        rule.orgs.add(other.id());
        assertThatThrownBy(() -> messages.sendAndWait(eve.actor(), Draft.text(thread, "e", "hello")))
                .isInstanceOf(Problem.class);

        assertThatThrownBy(() -> messages.sendAndWait(ann.actor(), Draft.text(thread, "a", "forbidden")))
                .isInstanceOf(Problem.class);

        assertThat(rule.keysOf(other.id())).isEmpty();
    }

    /** Whoever guesses the number of the next thread must not switch its rules off. */
    @Test
    void isAskedAlsoAfterSomebodyTriedTheThreadBeforeItWasMade() {
        for (long next = thread + 1; next <= thread + 5; next++) {
            Draft early = Draft.text(next, "e" + next, "hello");
            assertThatThrownBy(() -> messages.sendAsGuestAndWait(guest.actor(), early))
                    .isInstanceOf(Problem.class);
        }
        TestUser other = given.guest(org, "下一位");
        long made = customers.open(org.id(), other.id(), ann.id(), "relation-2");
        assertThat(made).isBetween(thread + 1, thread + 5);

        refused(
                MessagingProblem.READ_ONLY,
                () -> messages.sendAndWait(ann.actor(), Draft.text(made, "a", "forbidden")));
    }
}
