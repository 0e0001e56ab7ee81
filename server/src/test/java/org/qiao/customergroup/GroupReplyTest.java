package org.qiao.customergroup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.qiao.customergroup.GroupReply.Match;
import org.qiao.messaging.GroupRole;

class GroupReplyTest {

    private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");

    private static GroupReply reply(Match match, int cool, String... words) {
        return new GroupReply(match, List.of(words), "答", List.of(), cool);
    }

    private static OptionalInt choose(String said, Map<Integer, Instant> given, GroupReply... replies) {
        return GroupReply.choose(List.of(replies), said, given, NOW);
    }

    @Test
    void theFirstThatFitsIsGiven() {
        GroupReply price = reply(Match.CONTAINS, 0, "价格", "Price");
        GroupReply hello = reply(Match.EQUALS, 0, "你好");

        assertThat(choose("请问价格多少", Map.of(), hello, price)).hasValue(1);
        assertThat(choose("what PRICE is it", Map.of(), hello, price)).hasValue(1);
        assertThat(choose(" 你好 ", Map.of(), hello, price)).hasValue(0);
        assertThat(choose("你好吗", Map.of(), hello, price)).isEmpty();
        assertThat(choose("价格，你好", Map.of(), price, reply(Match.CONTAINS, 0, "你好")))
                .hasValue(0);
    }

    @Test
    void oneThatWasGivenAMomentAgoIsNotRepeatedAndTheNextIsNoSubstitute() {
        GroupReply price = reply(Match.CONTAINS, 60, "价格");
        GroupReply also = reply(Match.CONTAINS, 0, "价格多少");

        assertThat(choose("价格多少", Map.of(0, NOW.minusSeconds(59)), price, also)).isEmpty();
        assertThat(choose("价格多少", Map.of(0, NOW.minusSeconds(60)), price, also)).hasValue(0);
    }

    @Test
    void newcomersAreNamedTenAtMost() {
        GroupWelcome welcome = new GroupWelcome("欢迎 {nickname} 加入", List.of());

        assertThat(welcome.textFor(List.of("王女士"))).isEqualTo("欢迎 王女士 加入");
        assertThat(welcome.textFor(List.of("王女士", "Bob"))).isEqualTo("欢迎 王女士、Bob 加入");
        assertThat(welcome.textFor(List.of("Ann", "Bob"))).isEqualTo("欢迎 Ann, Bob 加入");
        assertThat(welcome.textFor(List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l")))
                .endsWith("i, j +2 加入");
        assertThat(new GroupWelcome("欢迎", List.of()).textFor(List.of("Ann"))).isEqualTo("欢迎");
    }

    @Test
    void whoMayDoWhat() {
        assertThat(GroupStanding.of(GroupRole.MEMBER, false)).isEqualTo(GroupStanding.MEMBER);
        assertThat(GroupStanding.of(GroupRole.ADMIN, true)).isEqualTo(GroupStanding.OVERSEER);
        assertThat(GroupStanding.of(GroupRole.OWNER, true)).isEqualTo(GroupStanding.OWNER);
        assertThat(GroupStanding.MEMBER.mayRename(false)).isTrue();
        assertThat(GroupStanding.MEMBER.mayRename(true)).isFalse();
        assertThat(GroupStanding.MEMBER.mayRemove(GroupRole.MEMBER)).isFalse();
        assertThat(GroupStanding.ADMIN.mayRename(true)).isTrue();
        assertThat(GroupStanding.ADMIN.mayRemove(GroupRole.MEMBER)).isTrue();
        assertThat(GroupStanding.ADMIN.mayRemove(GroupRole.ADMIN)).isFalse();
        assertThat(GroupStanding.ADMIN.mayOwn()).isFalse();
        assertThat(GroupStanding.OWNER.mayRemove(GroupRole.ADMIN)).isTrue();
        assertThat(GroupStanding.OVERSEER.mayRemove(GroupRole.OWNER)).isTrue();
    }
}
