package org.qiao.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether everybody is up to date, so that the next fault may come: compared by heads and marks only, without asking the server anything. */
final class Calm {

    private Calm() {}

    /** What is still missing, in the words of a violation. */
    static List<String> missing(List<Holding> holdings, Dump heads, Map<Integer, Long> devices) {
        List<String> missing = new ArrayList<>();
        Map<List<Long>, Holding> held = new HashMap<>();
        holdings.forEach(holding -> held.put(List.of((long) holding.device(), holding.conversation()), holding));
        Map<Long, List<Integer>> ofPerson = new HashMap<>();
        devices.forEach((device, person) ->
                ofPerson.computeIfAbsent(person, _ -> new ArrayList<>()).add(device));
        for (Dump.Member member : heads.members()) {
            Dump.Head head = heads.heads().get(member.conversation());
            if (head == null || !member.present() || head.seq() == 0) {
                continue;
            }
            for (int device : ofPerson.getOrDefault(member.person(), List.of())) {
                compare(held.get(List.of((long) device, member.conversation())), device, member, head, missing);
            }
        }
        if (heads.outbox() > 0) {
            missing.add("I5 converge: " + heads.outbox() + " batches wait in the outbox");
        }
        return missing;
    }

    private static void compare(
            @Nullable Holding holding, int device, Dump.Member member, Dump.Head head, List<String> missing) {
        String who = "device " + device + " of " + member.person() + " in conversation " + member.conversation();
        if (holding == null) {
            missing.add("I5 converge: " + who + " has nothing");
        } else if (holding.last() != head.seq()) {
            missing.add(
                    "I5 converge: " + who + " has everything up to " + holding.last() + ", the head is " + head.seq());
        } else if (holding.unread() != Math.max(0, head.no() - member.readNo())) {
            missing.add("I7 unread: " + who + " counts " + holding.unread() + " unread, read up to " + holding.readSeq()
                    + "; the server knows " + member.readSeq());
        }
    }
}
