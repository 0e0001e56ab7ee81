package org.qiao.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.qiao.bench.Holding.Held;
import org.qiao.bench.Sighting.Way;
import tools.jackson.databind.JsonNode;

/**
 * What a device keeps, after the duties of a client in docs/protocol.md: applies in order, knows what is missing, forgets what it must.
 * Everything it is shown goes into the books. Guarded by its device.
 */
final class Notebook {

    private final int device;
    private final long person;
    private final Books books;
    private final boolean ignoresEra;
    private final Map<Long, Page> pages = new HashMap<>();
    private final Map<Long, Integer> leaves = new HashMap<>();
    private final Set<Long> former = new HashSet<>();
    /** Conversations of which something must be fetched. */
    private final Set<Long> wanted = new HashSet<>();
    /** Conversations whose mark the server has forgotten. */
    private final Set<Long> unmarked = new HashSet<>();
    /** By conversation, the number of the last change that made it come or go. */
    private final Map<Long, Long> turned = new HashMap<>();

    private final Set<Long> listed = new HashSet<>();
    private final Map<Long, Long> toldRead = new HashMap<>();
    private int session;
    private long era;
    private @Nullable String cursor;
    private @Nullable Long personal;
    private boolean syncWanted;

    /** @param ignoresEra a broken client, so that it can be seen that the checker finds it */
    Notebook(int device, long person, Books books, boolean ignoresEra) {
        this.device = device;
        this.person = person;
        this.books = books;
        this.ignoresEra = ignoresEra;
    }

    /** One conversation. */
    private static final class Page {

        private final long from;
        private final TreeMap<Long, Held> entries = new TreeMap<>();
        private long last;
        private long head;
        private long headNo;
        private long readSeq;
        private long readNo = -1;

        Page(long from) {
            this.from = from;
            this.last = from - 1;
            this.readSeq = from - 1;
        }
    }

    void welcome(JsonNode frame) {
        if (!frame.get("resumed").asBoolean()) {
            session++;
        }
        long now = frame.get("era").asLong();
        if (era != 0 && era != now && !ignoresEra) {
            List.copyOf(pages.keySet()).forEach(this::forget);
            cursor = null;
            personal = null;
            former.clear();
            turned.clear();
        }
        era = now;
    }

    /** The fields of the next sync. */
    String position() {
        return cursor == null ? "" : ",\"era\":" + era + ",\"cursor\":\"" + cursor + "\",\"personal\":" + personal;
    }

    void entry(JsonNode frame) {
        long conversation = frame.get("conversation").asLong();
        JsonNode entry = frame.get("entry");
        long seq = entry.get("seq").asLong();
        Page page = pages.get(conversation);
        if (page == null) {
            saw(conversation, entry, Way.STRAY);
            wanted.add(conversation);
            return;
        }
        JsonNode head = frame.get("head");
        page.head = Math.max(page.head, head.get("seq").asLong());
        page.headNo = Math.max(page.headNo, head.get("no").asLong());
        if (seq <= page.last) {
            saw(conversation, entry, Way.AGAIN);
        } else if (seq > page.last + 1) {
            saw(conversation, entry, Way.AHEAD);
            wanted.add(conversation);
        } else {
            apply(conversation, page, entry, Way.LIVE);
        }
    }

    void behind(JsonNode frame) {
        long conversation = frame.get("conversation").asLong();
        books.saw(sighting(conversation, 0, "", Way.BEHIND));
        wanted.add(conversation);
    }

    private void apply(long conversation, Page page, JsonNode entry, Way way) {
        saw(conversation, entry, way);
        long seq = entry.get("seq").asLong();
        long no = entry.get("no").asLong();
        String kind = entry.get("kind").asString();
        boolean recalled = !entry.get("recalledBy").isNull();
        boolean message = !kind.equals("RECALL") && !kind.equals("SYSTEM");
        if (page.readNo < 0) {
            page.readNo = message ? no - 1 : no; // the first one this person may see
        }
        String body = recalled ? "" : entry.get("body").toString();
        page.entries.put(seq, new Held(id(entry), no, body, recalled));
        page.last = seq;
        page.head = Math.max(page.head, seq);
        page.headNo = Math.max(page.headNo, no);
        if (message && entry.get("sender").asLong() == person) {
            page.readSeq = Math.max(page.readSeq, seq);
            page.readNo = Math.max(page.readNo, no);
        }
        if (kind.equals("RECALL")) {
            page.entries.computeIfPresent(entry.get("target").asLong(), (_, target) -> target.withRecall());
        }
    }

    private static String id(JsonNode entry) {
        JsonNode key = entry.get("key");
        return Dump.Entry.id(
                entry.get("kind").asString(),
                entry.get("sender").asLong(),
                key.isNull() ? "" : key.asString(),
                entry.get("body").toString());
    }

    private void saw(long conversation, JsonNode entry, Way way) {
        books.saw(sighting(conversation, entry.get("seq").asLong(), id(entry), way));
    }

    private Sighting sighting(long conversation, long seq, String id, Way way) {
        return new Sighting(device, person, session, era, conversation, seq, id, way, System.nanoTime());
    }

    /** A stretch that was asked for, in this stay of the person. */
    void entries(JsonNode frame) {
        long conversation = frame.get("conversation").asLong();
        Page known = pages.get(conversation);
        if (known != null && known.from > frame.get("fromSeq").asLong()) {
            return; // of an earlier stay
        }
        Page page = page(conversation, frame.get("fromSeq").asLong());
        page.head = Math.max(page.head, frame.get("head").asLong());
        fetched(conversation, page, frame.get("items"));
    }

    private void fetched(long conversation, Page page, JsonNode items) {
        for (JsonNode entry : items) {
            long seq = entry.get("seq").asLong();
            if (seq > page.last) {
                apply(conversation, page, entry, Way.FETCHED);
            }
        }
        if (page.last < page.head) {
            wanted.add(conversation);
        }
    }

    private Page page(long conversation, long from) {
        Page page = pages.get(conversation);
        if (page != null && page.from != from) {
            forget(conversation); // he was away and is back
            page = null;
        }
        former.remove(conversation);
        return page == null ? pages.computeIfAbsent(conversation, _ -> new Page(from)) : page;
    }

    /** The first page of an answer is about to be asked for. */
    void beginSync() {
        listed.clear();
        toldRead.clear();
    }

    /** Answers the place to go on from, or null after the last page. */
    @Nullable
    String synced(JsonNode frame) {
        boolean full = frame.get("full").asBoolean();
        if (!full) {
            frame.get("personal").forEach(this::change);
        }
        long known = frame.get("personalSeq").asLong();
        for (JsonNode line : frame.get("conversations")) {
            long conversation = line.get("id").asLong();
            listed.add(conversation);
            if (turned.getOrDefault(conversation, 0L) <= known) {
                line(conversation, line);
            }
        }
        if (!frame.get("next").isNull()) {
            return frame.get("next").asString();
        }
        if (full) {
            pages.keySet().stream()
                    .filter(id -> !listed.contains(id) && turned.getOrDefault(id, 0L) <= known)
                    .toList()
                    .forEach(this::forget);
        }
        cursor = frame.get("cursor").asString();
        personal = Math.max(known, personal == null ? 0 : personal);
        return null;
    }

    private void line(long conversation, JsonNode line) {
        Page page = page(conversation, line.get("fromSeq").asLong());
        page.head = Math.max(page.head, line.get("seq").asLong());
        page.headNo = Math.max(page.headNo, line.get("messageNo").asLong());
        JsonNode tail = line.get("entries");
        if (!tail.isEmpty() && tail.get(0).get("seq").asLong() <= page.last + 1) {
            fetched(conversation, page, tail);
        } else if (page.last < page.head) {
            wanted.add(conversation);
        }
        long readSeq = line.get("readSeq").asLong();
        if (!toldRead.containsKey(conversation)) {
            books.mark(new History.Mark(device, person, conversation, readSeq, System.nanoTime()));
        }
        if (readSeq < page.readSeq) {
            unmarked.add(conversation);
        }
        page.readSeq = Math.max(page.readSeq, readSeq);
        page.readNo = Math.max(page.readNo, line.get("readNo").asLong());
    }

    void personal(JsonNode frame) {
        change(frame);
        personal = Math.max(frame.get("seq").asLong(), personal == null ? 0 : personal);
    }

    private void change(JsonNode change) {
        long conversation = change.get("conversation").asLong();
        long seq = change.get("seq").asLong();
        JsonNode data = change.get("data");
        switch (change.get("kind").asString()) {
            case "READ" -> read(conversation, seq, data);
            case "CONVERSATION_ADDED" -> {
                if (turned.merge(conversation, seq, Math::max) == seq && !pages.containsKey(conversation)) {
                    wanted.add(conversation);
                }
            }
            case "CONVERSATION_REMOVED" -> {
                if (turned.merge(conversation, seq, Math::max) == seq) {
                    forget(conversation);
                }
            }
            default -> {
                // Nothing that is kept here.
            }
        }
    }

    private void read(long conversation, long seq, JsonNode data) {
        Page page = pages.get(conversation);
        Long before = toldRead.put(conversation, seq);
        if (page == null || before != null && before > seq) {
            return;
        }
        long readSeq = data.get("seq").asLong();
        books.mark(new History.Mark(device, person, conversation, readSeq, System.nanoTime()));
        page.readSeq = Math.max(page.readSeq, readSeq);
        page.readNo = Math.max(page.readNo, data.get("no").asLong());
    }

    void forget(long conversation) {
        leaves.merge(conversation, 1, Integer::sum);
        wanted.remove(conversation);
        unmarked.remove(conversation);
        if (pages.remove(conversation) != null) {
            books.saw(sighting(conversation, 0, "", Way.FORGOT));
            former.add(conversation);
        }
    }

    /** Takes what must be fetched now: conversation and the seq behind which. */
    Map<Long, Long> takeWanted() {
        Map<Long, Long> taken = new HashMap<>();
        for (long conversation : wanted) {
            Page page = pages.get(conversation);
            taken.put(conversation, page == null ? 0 : page.last);
        }
        wanted.clear();
        return taken;
    }

    /** Takes the marks that must be told again: conversation and seq. */
    Map<Long, Long> takeUnmarked() {
        Map<Long, Long> taken = new HashMap<>();
        for (long conversation : unmarked) {
            Page page = pages.get(conversation);
            if (page != null) {
                taken.put(conversation, page.readSeq);
            }
        }
        unmarked.clear();
        return taken;
    }

    /** Everything up to the last entry is read; 0 when there is nothing new to read. */
    long readAll(long conversation) {
        Page page = pages.get(conversation);
        if (page == null || page.entries.isEmpty() || page.last <= page.readSeq) {
            return 0;
        }
        page.readSeq = page.last;
        page.readNo = Math.max(page.readNo, page.entries.lastEntry().getValue().no());
        return page.last;
    }

    /** 0 when he has nothing there that can be recalled. */
    long lastOwn(long conversation) {
        Page page = pages.get(conversation);
        if (page == null) {
            return 0;
        }
        for (Map.Entry<Long, Held> entry : page.entries.descendingMap().entrySet()) {
            if (!entry.getValue().recalled() && entry.getValue().id().startsWith("TEXT " + person + " ")) {
                return entry.getKey();
            }
        }
        return 0;
    }

    List<Long> conversations() {
        return new ArrayList<>(pages.keySet());
    }

    List<Long> former() {
        return new ArrayList<>(former);
    }

    /** How far its person has read must be told again. */
    void mark(long conversation) {
        unmarked.add(conversation);
    }

    /** How often it was forgotten: an answer to a question from before the last time is dropped. */
    int leaves(long conversation) {
        return leaves.getOrDefault(conversation, 0);
    }

    void want(long conversation) {
        wanted.add(conversation);
    }

    void wantSync() {
        syncWanted = true;
    }

    boolean takeWantedSync() {
        boolean taken = syncWanted;
        syncWanted = false;
        return taken;
    }

    boolean isWanting() {
        return syncWanted || !wanted.isEmpty() || !unmarked.isEmpty();
    }

    List<Holding> holdings() {
        List<Holding> holdings = new ArrayList<>();
        pages.forEach((conversation, page) -> holdings.add(new Holding(
                device,
                person,
                conversation,
                page.from,
                page.last,
                page.readSeq,
                Math.max(0, page.readNo),
                page.headNo,
                page.entries)));
        return holdings;
    }
}
