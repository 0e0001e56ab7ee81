package org.qiao.messaging;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.springframework.stereotype.Service;

/** Lets other modules say "look again" to whoever is connected. Never the truth itself: that is read over HTTP. */
@Service
public class Hints {

    /** The one topic that customers' devices hear: their page looks again. All others are the company's business. */
    public static final String TO_CUSTOMERS = "visit";

    private static final int AT_ONCE = 500;

    private final Courier courier;
    private final MemberCache members;

    Hints(Courier courier, MemberCache members) {
        this.courier = courier;
        this.members = members;
    }

    /** Call it after the commit. Never blocks. */
    public void tell(Collection<Long> principalIds, String topic, long id, String kind) {
        courier.together(() -> principalIds.forEach(
                person -> courier.deliver(to -> to.hint(new Deliveries.Hint(person, topic, id, kind)))));
    }

    /** The same for everybody in these conversations, once each. The ids come from rows of the company that is meant. */
    public void tellIn(List<Long> conversationIds, String topic, long id, String kind) {
        Set<Long> people = new HashSet<>();
        for (int from = 0; from < conversationIds.size(); from += AT_ONCE) {
            members.of(Set.copyOf(conversationIds.subList(from, Math.min(from + AT_ONCE, conversationIds.size()))))
                    .values()
                    .forEach(some -> LongStream.of(some).forEach(people::add));
        }
        tell(people, topic, id, kind);
    }
}
