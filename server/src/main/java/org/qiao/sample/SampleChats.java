package org.qiao.sample;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qiao.file.Files;
import org.qiao.messaging.Ack;
import org.qiao.messaging.Draft;
import org.qiao.messaging.EntryKind;
import org.qiao.messaging.GroupSettings;
import org.qiao.messaging.History;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Component;

/** Writes planned conversations into the log, with their files. In the caller's transaction. */
@Component
class SampleChats {

    private final History history;
    private final Files files;

    SampleChats(History history, Files files) {
        this.history = history;
        this.files = files;
    }

    /**
     * A conversation as it was stored.
     *
     * @param acks one for each entry of the plan
     */
    record Stored(long id, PlannedChat plan, List<Ack> acks) {}

    /** Pictures and documents are made once, however often they are sent. */
    static final class Makings {

        private final Map<String, byte[]> made = new HashMap<>();

        byte[] picture(String name) {
            return made.computeIfAbsent(name, SamplePictures::draw);
        }

        byte[] document(String name) {
            return made.computeIfAbsent(name, SampleDocuments::write);
        }
    }

    Stored write(SampleOrg org, PlannedChat plan, Instant start, Makings makings) {
        long id = open(org, plan, start);
        List<Ack> acks = new ArrayList<>();
        Map<SampleGroup.Line, Integer> placeOf = new HashMap<>();
        List<History.Said> waiting = new ArrayList<>();
        for (int i = 0; i < plan.entries().size(); i++) {
            PlannedChat.Entry entry = plan.entries().get(i);
            Long reference = null;
            SampleGroup.Line referred = plan.referredBy(entry);
            if (referred != null) {
                flush(org, id, waiting, acks); // its number is known only then
                reference = acks.get(SampleOrg.require(placeOf, referred)).seq();
            }
            waiting.add(new History.Said(
                    org.actor(entry.by()), new Writer(org, id, "s" + i, makings).draft(entry, reference), entry.at()));
            if (entry.line() != null) {
                placeOf.put(entry.line(), i);
            }
        }
        flush(org, id, waiting, acks);
        return new Stored(id, plan, List.copyOf(acks));
    }

    private void flush(SampleOrg org, long id, List<History.Said> waiting, List<Ack> acks) {
        acks.addAll(history.append(org.orgId(), id, waiting));
        waiting.clear();
    }

    private long open(SampleOrg org, PlannedChat plan, Instant start) {
        SampleGroup group = plan.group();
        List<Long> people = plan.people().stream().map(org::id).toList();
        Actor first = org.actor(plan.people().getFirst());
        if (group == null) {
            return history.direct(first, people.getLast(), start);
        }
        List<Long> admins = group.adminsOrNone().stream().map(org::id).toList();
        GroupSettings settings = new GroupSettings(group.mentionAllAdminsOnly(), group.addMembersAdminsOnly(), false);
        return history.group(
                new History.NewGroup(first, group.title(), people, admins, settings),
                "sample-" + first.principalId() + "-"
                        + Integer.toHexString(group.title().hashCode()),
                start);
    }

    /** Turns planned entries of one conversation into drafts. */
    private final class Writer {

        private final SampleOrg org;
        private final long conversationId;
        private final String key;
        private final Makings makings;

        Writer(SampleOrg org, long conversationId, String key, Makings makings) {
            this.org = org;
            this.conversationId = conversationId;
            this.key = key;
            this.makings = makings;
        }

        /** @param reference seq of the message it answers or takes back */
        Draft draft(PlannedChat.Entry entry, @Nullable Long reference) {
            SampleGroup.Line line = entry.line();
            if (line == null) {
                return Draft.text(conversationId, key, entry.text());
            }
            if (line.recall() != null && reference != null) {
                return Draft.recall(conversationId, key, reference);
            }
            if (line.image() != null) {
                return file(EntryKind.IMAGE, line, makings.picture(line.image()));
            }
            if (line.file() != null) {
                return file(EntryKind.FILE, line, makings.document(line.file()));
            }
            List<Long> mentions = line.mentions().stream().map(org::id).toList();
            return Draft.message(
                    conversationId,
                    key,
                    EntryKind.TEXT,
                    new Draft.Body(line.text(), mentions, line.all(), reference, null));
        }

        private Draft file(EntryKind kind, SampleGroup.Line line, byte[] content) {
            String name = line.name() == null ? "" : line.name();
            long fileId = files.store(org.actor(line.by()), name, new ByteArrayInputStream(content))
                    .id();
            return Draft.message(
                    conversationId, key, kind, new Draft.Body(null, null, null, null, new Draft.FileRef(fileId)));
        }
    }
}
