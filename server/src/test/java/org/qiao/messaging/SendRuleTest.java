package org.qiao.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qiao.messaging.RecallTest.refused;

import java.time.Clock;
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

    private static final SendCallback NOBODY = new SendCallback() {
        @Override
        public void stored(Ack ack) {}

        @Override
        public void refused(Problem problem) {}
    };

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

    @Autowired
    DraftContext context;

    @Autowired
    Clock clock;

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

    /** Numbers are given one after the other: whoever tries the next ones must not switch the rules off for what they become. */
    @Test
    void isAskedAlsoInAThreadWhoseNumberWasTriedBeforeThereWasOne() {
        for (long id = thread + 1; id <= thread + 500; id++) {
            BodyRule.Checked draft = BodyRule.check(Draft.text(id, "t", "hello"));
            context.complete(new Pending(ann.actor(), id, draft, 0, false, NOBODY), clock.millis());
        }
        long later = customers.open(org.id(), given.guest(org, "后来的客人").id(), ann.id(), "relation-2");

        refused(
                MessagingProblem.READ_ONLY,
                () -> messages.sendAndWait(ann.actor(), Draft.text(later, "a", "forbidden")));

        assertThat(later).as("a number that was tried").isLessThanOrEqualTo(thread + 500);
        assertThat(rule.keysOf(org.id())).containsExactly("a");
    }
}
