package org.qiao.messaging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.qiao.testing.TestUser;
import org.springframework.stereotype.Component;

/** Short words for what these tests do often. */
@Component // found by the scan, so that all tests share one context
class Talk {

    private final Messages messages;
    private final Conversations conversations;
    private final GroupMembers groups;
    private final Entries entries;

    Talk(Messages messages, Conversations conversations, GroupMembers groups, Entries entries) {
        this.messages = messages;
        this.conversations = conversations;
        this.groups = groups;
        this.entries = entries;
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    long group(TestUser owner, TestUser... others) {
        return conversations.createGroup(
                owner.actor(), "项目组", Arrays.stream(others).map(TestUser::id).toList(), key());
    }

    long direct(TestUser one, TestUser other) {
        return conversations.direct(one.actor(), other.id());
    }

    void add(TestUser actor, long conversation, TestUser... people) {
        groups.add(
                actor.actor(),
                conversation,
                Arrays.stream(people).map(TestUser::id).toList());
    }

    Ack say(TestUser sender, long conversation, String text) {
        return messages.sendAndWait(sender.actor(), Draft.text(conversation, key(), text));
    }

    Ack recall(TestUser actor, long conversation, long target) {
        return messages.sendAndWait(actor.actor(), Draft.recall(conversation, key(), target));
    }

    /** Everything the member can see, pulled as a client does: page by page. */
    List<EntryView> all(TestUser reader, long conversation) {
        List<EntryView> found = new ArrayList<>();
        EntryPage page = entries.list(reader.actor(), conversation, null, 0L, 100);
        while (!page.items().isEmpty()) {
            found.addAll(page.items());
            page = entries.list(
                    reader.actor(), conversation, null, page.items().getLast().seq(), 100);
        }
        return found;
    }

    ConversationView see(TestUser reader, long conversation) {
        return conversations.get(reader.actor(), conversation);
    }
}
