package org.qiao.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.qiao.messaging.Conversations;
import org.qiao.messaging.Draft;
import org.qiao.messaging.Messages;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.Sockets;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestSocket;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A smoke test of fan-out: one busy group, every socket, every message once and in order. */
@QiaoTest
class LoadTest {

    private static final int PEOPLE = 25;
    private static final int SOCKETS_EACH = 8;
    private static final int MESSAGES_EACH = 8;

    @Autowired
    Given given;

    @Autowired
    Sockets sockets;

    @Autowired
    Conversations conversations;

    @Autowired
    Messages messages;

    @Test
    void everySocketOfABusyGroupGetsEveryMessageOnceAndInOrder() {
        TestOrg org = given.org();
        List<TestUser> people =
                IntStream.range(0, PEOPLE).mapToObj(i -> org.user("成员" + i)).toList();
        long group = conversations.createGroup(
                people.getFirst().actor(),
                "全员",
                people.stream().map(TestUser::id).toList(),
                "g");
        List<TestSocket> open = new ArrayList<>();
        people.forEach(person -> IntStream.range(0, SOCKETS_EACH).forEach(i -> open.add(sockets.open(person))));

        people.parallelStream()
                .forEach(person -> IntStream.range(0, MESSAGES_EACH)
                        .forEach(i -> messages.sendAndWait(person.actor(), Draft.text(group, "k" + i, "第" + i))));

        long first = 2; // the group's making is entry 1
        List<Long> all = LongStream.range(first, first + (long) PEOPLE * MESSAGES_EACH)
                .boxed()
                .toList();
        for (TestSocket socket : open) {
            assertThat(seqs(socket, all.size())).isEqualTo(all);
            socket.close();
        }
    }

    private static List<Long> seqs(TestSocket socket, int count) {
        List<Long> seqs = new ArrayList<>();
        while (seqs.size() < count) {
            JsonNode entry = socket.next("entry").get("entry");
            if (entry.get("seq").longValue() > 1) {
                seqs.add(entry.get("seq").longValue());
            }
        }
        return seqs;
    }
}
