package org.qiao.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.testing.Given;
import org.qiao.testing.NoticeRecorder;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@QiaoTest
class ReturnsTest {

    private static final CarrierKind KIND = CarrierKind.SMPP;
    private static final String NUMBER = "+8613800138000";

    @Autowired
    Given given;

    private NoticeDesk desk;

    @Autowired
    void desk(ApplicationContext server) {
        desk = new NoticeDesk(server);
    }

    @Autowired
    NoticeRecorder heard;

    @Autowired
    Returns returns;

    @Autowired
    TestClock clock;

    private TestOrg org;
    private TestUser admin;

    @BeforeEach
    void company() {
        org = given.org();
        admin = org.admin();
    }

    /** An order that the provider has under this reference. */
    private void sent(String key, String reference, String when) {
        desk.order(admin, desk.asleep(key, Channel.SMS, NUMBER));
        desk.set(
                admin,
                key,
                "state = 'SENT', carrier = 'SMPP', reference = '" + reference + "', sent_to = '" + NUMBER
                        + "', sent_at = timestamptz '" + clock.instant() + "' " + when);
    }

    @Test
    void theFirstReceiptCountsAndRepeatsAreHarmless() {
        sent("arrived", "r1", "");
        sent("lost", "r2", "");

        assertThat(returns.delivered(org.id(), KIND, "r1")).isTrue();
        assertThat(returns.delivered(org.id(), KIND, "r1")).isTrue();
        assertThat(returns.failed(org.id(), KIND, "r1", FailReason.NOT_DELIVERED))
                .isTrue();
        assertThat(returns.failed(org.id(), KIND, "r2", FailReason.INVALID_ADDRESS))
                .isTrue();
        assertThat(returns.delivered(org.id(), KIND, "r2")).isTrue();

        assertThat(desk.see(admin, "arrived").state()).isEqualTo(NoticeState.DELIVERED);
        assertThat(desk.see(admin, "lost").reason()).isEqualTo(FailReason.INVALID_ADDRESS);
        assertThat(heard.moves(org.id(), "arrived")).hasSize(1);
        assertThat(heard.moves(org.id(), "lost")).hasSize(1);
    }

    @Test
    void manyReceiptsAtOnceAreAsGoodAsOneByOne() {
        sent("arrived", "r1", "");
        sent("lost", "r2", "");
        sent("over", "r3", "");
        returns.delivered(org.id(), KIND, "r3");
        Map<String, FailReason> told = new HashMap<>();
        told.put("r1", null);
        told.put("r2", FailReason.NOT_DELIVERED);
        told.put("r3", FailReason.NOT_DELIVERED);
        told.put("r4", null);

        returns.receipts(given.org().id(), KIND, told);
        assertThat(desk.see(admin, "arrived").state()).isEqualTo(NoticeState.SENT);
        returns.receipts(org.id(), KIND, told);
        returns.receipts(org.id(), KIND, told);

        assertThat(desk.see(admin, "arrived").state()).isEqualTo(NoticeState.DELIVERED);
        assertThat(desk.see(admin, "lost").reason()).isEqualTo(FailReason.NOT_DELIVERED);
        assertThat(desk.see(admin, "over").state()).isEqualTo(NoticeState.DELIVERED);
        assertThat(heard.moves(org.id(), "arrived")).hasSize(1);
        sent("slow", "r4", "");
        returns.catchUp(org.id(), KIND, "r4");
        assertThat(desk.see(admin, "slow").state()).isEqualTo(NoticeState.DELIVERED);
    }

    @Test
    void aReceiptOfAnotherCompanyOrCarrierIsNotOurs() {
        sent("mine", "r1", "");

        assertThat(returns.delivered(given.org().id(), KIND, "r1")).isFalse();
        assertThat(returns.delivered(org.id(), CarrierKind.HTTP_SMS, "r1")).isFalse();

        assertThat(desk.see(admin, "mine").state()).isEqualTo(NoticeState.SENT);
    }

    @Test
    void aReceiptThatIsFasterThanTheAcknowledgementIsNotLost() {
        assertThat(returns.delivered(org.id(), KIND, "fast")).isFalse();
        sent("slow", "fast", "");

        returns.catchUp(org.id(), KIND, "fast");

        assertThat(desk.see(admin, "slow").state()).isEqualTo(NoticeState.DELIVERED);
    }

    @Test
    void aReplyAnswersTheNewestTextToTheNumber() {
        sent("older", "r1", "- interval '2 hours'");
        sent("newer", "r2", "- interval '1 hour'");
        sent("oldest", "r3", "- interval '70 hours'");

        assertThat(returns.replied(org.id(), "138-0013-8000", "  1\n")).isTrue();

        assertThat(desk.see(admin, "newer").answer()).isEqualTo("1");
        assertThat(desk.see(admin, "newer").state()).isEqualTo(NoticeState.DELIVERED);
        assertThat(desk.see(admin, "older").answer()).isNull();
        assertThat(heard.answers(org.id())).singleElement().satisfies(answer -> {
            assertThat(answer.key()).isEqualTo("newer");
            assertThat(answer.answer()).isEqualTo("1");
        });
    }

    @Test
    void repliesAfterThreeDaysToNothingOrWithNothingAnswerNothing() {
        sent("old", "r1", "- interval '73 hours'");

        assertThat(returns.replied(org.id(), NUMBER, "1")).isFalse();
        assertThat(returns.replied(org.id(), "not a number", "1")).isFalse();
        sent("new", "r2", "");
        assertThat(returns.replied(org.id(), NUMBER, " ")).isFalse();
        assertThat(returns.replied(given.org().id(), NUMBER, "1")).isFalse();

        assertThat(heard.answers(org.id())).isEmpty();
    }

    @Test
    void carriersTellThroughOneDoor() {
        sent("lost", "r1", "");
        sent("asked", "r2", "");
        Inbound door = returns;

        door.receipt(org.id(), KIND, "r1", false, null);
        door.reply(org.id(), KIND, NUMBER, "1");

        assertThat(desk.see(admin, "lost").reason()).isEqualTo(FailReason.NOT_DELIVERED);
        assertThat(desk.see(admin, "asked").answer()).isEqualTo("1");
    }

    @Test
    void aLongReplyIsCutAtAWholeCharacter() {
        sent("long", "r1", "");

        returns.replied(org.id(), NUMBER, "😀".repeat(600));

        assertThat(heard.answers(org.id()).getFirst().answer()).isEqualTo("😀".repeat(500));
    }

    @Test
    void aPressedKeyIsAnAnswer() {
        sent("call", "r1", "");

        assertThat(returns.pressed(org.id(), desk.see(admin, "call").id(), "1")).isTrue();
        assertThat(returns.pressed(given.org().id(), desk.see(admin, "call").id(), "1"))
                .isFalse();

        assertThat(heard.answers(org.id())).hasSize(1);
    }
}
