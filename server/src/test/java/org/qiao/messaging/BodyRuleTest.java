package org.qiao.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qiao.messaging.RecallTest.refused;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyRuleTest {

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\ud800", "x\udc00y", "\ud83d"})
    void whatTheDatabaseCannotStoreIsRefused(String text) {
        refused(MessagingProblem.BAD_TEXT, () -> BodyRule.check(Draft.text(1, "k", text)));
    }

    @Test
    void theStoredFormIsOneAndTheSame() {
        Draft.Body first = new Draft.Body("说\"好\"\n😀", List.of(9L, 3L, 9L), null, null, null);
        Draft.Body second = new Draft.Body("说\"好\"\n😀", List.of(3L, 9L), false, null, null);

        BodyRule.Checked checked = BodyRule.check(Draft.message(1, "k", EntryKind.TEXT, first));

        assertThat(checked.body()).isEqualTo("{\"text\":\"说\\\"好\\\"\\n😀\",\"mentions\":[3,9],\"mentionAll\":false}");
        assertThat(BodyRule.check(Draft.message(2, "other", EntryKind.TEXT, second))
                        .digest())
                .isEqualTo(checked.digest());
        assertThat(BodyRule.check(Draft.text(1, "k", "别的")).digest()).isNotEqualTo(checked.digest());
    }

    @Test
    void moreThanTwoHundredMentionsAreRefused() {
        Draft.Body body = new Draft.Body("全", Collections.nCopies(201, 1L), null, null, null);

        refused(MessagingProblem.TOO_MANY_MENTIONS, () -> BodyRule.check(Draft.message(1, "k", EntryKind.TEXT, body)));
    }
}
