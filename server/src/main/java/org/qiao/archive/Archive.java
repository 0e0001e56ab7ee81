package org.qiao.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qiao.archive.ArchiveViews.ArchivedMessage;
import org.qiao.archive.ArchiveViews.ArchivedThread;
import org.qiao.archive.ArchiveViews.ArchivedTime;
import org.qiao.archive.LineStore.Filter;
import org.qiao.archive.LineStore.Thread;
import org.qiao.archive.Looks.Look;
import org.qiao.archive.Looks.LookKind;
import org.qiao.archive.Permissions.Readable;
import org.qiao.customer.CustomerCard;
import org.qiao.customer.Customers;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.file.Ticket;
import org.qiao.messaging.Oversight;
import org.qiao.messaging.Oversight.Said;
import org.qiao.messaging.Oversight.Window;
import org.qiao.platform.Actor;
import org.qiao.platform.LikePattern;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.platform.PlatformProblem;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Archived chats, for auditors. Each look is written down in the transaction that reads. */
@Service
class Archive {

    private static final int TEXT_MAX = 100;

    /** Threads searched with one question to the database, and with one request. */
    private static final int THREADS_AT_ONCE = 100;

    private static final int THREADS_MAX = 1_000;

    /** Messages of one export. */
    static final int EXPORT_MAX = 50_000;

    private final Auditors auditors;
    private final Places places;
    private final Permissions permissions;
    private final GroupPermissions groups;
    private final Looks looks;
    private final Oversight oversight;
    private final People people;
    private final ArchiveReading reading;

    Archive(Auditors auditors, Places places, Looks looks, Oversight oversight, People people, ArchiveReading reading) {
        this.auditors = auditors;
        this.places = places;
        this.permissions = places.permissions();
        this.groups = places.groups();
        this.looks = looks;
        this.oversight = oversight;
        this.people = people;
        this.reading = reading;
    }

    /** Which conversations there are, and what of them may be read. */
    @Component("archivePlaces")
    record Places(LineStore lines, RoomStore rooms, Permissions permissions, GroupPermissions groups) {}

    /** Who is who. */
    @Component
    record People(Members members, Customers customers) {}

    /** What is asked for; null: everything. @param groups groups instead of threads */
    record Question(
            @Nullable Long member,
            @Nullable Long customer,
            @Nullable Instant since,
            @Nullable Instant until,
            boolean groups) {

        @Nullable
        Window window() {
            return since == null && until == null ? null : new Window(since == null ? Instant.EPOCH : since, until);
        }

        Map<String, Object> detail() {
            Map<String, Object> detail = new HashMap<>();
            if (groups) {
                detail.put("groups", true);
            }
            if (since != null) {
                detail.put("since", since.toString());
            }
            if (until != null) {
                detail.put("until", until.toString());
            }
            return detail;
        }
    }

    /** Threads of which something may be read, the newest contact first. A page may show fewer than asked for and not be the last. */
    @Transactional
    public Page<ArchivedThread> threads(
            Actor actor, Question question, @Nullable String after, @Nullable Integer limit) {
        auditors.require(actor);
        int size = Limits.page(limit);
        long last = Limits.key(after, Long.MAX_VALUE);
        looks.add(actor, searched(question, question.detail()));
        List<Thread> found = walk(actor, question, last, size + 1);
        List<Thread> shown = found.size() > size ? found.subList(0, size) : found;
        Map<Long, Readable> readable = readable(actor, shown, question);
        String next = found.size() > size ? Long.toString(found.get(size).key()) : null;
        return new Page<>(views(actor.orgId(), readable.values()), next);
    }

    private List<Thread> walk(Actor actor, Question question, long last, int limit) {
        Filter filter = filter(actor, question);
        return question.groups()
                ? places.rooms().list(actor.orgId(), filter.customers(), last, limit).stream()
                        .map(id -> new Thread(id, id))
                        .toList()
                : places.lines().threads(actor.orgId(), filter, last, limit);
    }

    private Map<Long, Readable> readable(Actor actor, List<Thread> threads, Question question) {
        List<Long> ids = threads.stream().map(Thread::conversationId).toList();
        if (!question.groups()) {
            return permissions.of(actor.orgId(), ids, question.window());
        }
        Map<Long, Readable> readable = new LinkedHashMap<>(groups.of(actor.orgId(), ids, question.window()));
        Long member = question.member();
        readable.values().removeIf(one -> member != null && !one.members().contains(member));
        return readable;
    }

    private static Look searched(Question question, Map<String, Object> detail) {
        return new Look(LookKind.SEARCHED, null, question.customer(), question.member(), detail);
    }

    private Filter filter(Actor actor, Question question) {
        Long customer = question.customer();
        return new Filter(
                question.member(), customer == null ? null : people.customers().family(actor.orgId(), customer));
    }

    private List<ArchivedThread> views(long orgId, Collection<Readable> readable) {
        Map<Long, CustomerCard> known = people.customers()
                .cardsById(
                        orgId,
                        readable.stream()
                                .map(Readable::customerId)
                                .filter(Objects::nonNull)
                                .toList());
        Map<Long, Card> cards = people.members()
                .cardsById(
                        orgId,
                        readable.stream().flatMap(one -> one.members().stream()).toList());
        return readable.stream()
                .map(one -> new ArchivedThread(
                        one.permission().conversationId(),
                        known.get(one.customerId()),
                        one.title(),
                        one.members().stream()
                                .map(cards::get)
                                .filter(Objects::nonNull)
                                .toList(),
                        one.permission().windows().stream()
                                .map(window -> new ArchivedTime(window.from(), window.until()))
                                .toList()))
                .toList();
    }

    @Transactional(readOnly = true)
    public ArchivedThread thread(Actor actor, long conversationId) {
        auditors.require(actor);
        return views(actor.orgId(), List.of(require(actor, conversationId))).getFirst();
    }

    /** Messages with this text in them, or in a file's name; threads with the newest contact first, in each the newest message first. */
    @Transactional
    public Page<ArchivedMessage> search(
            Actor actor, String text, Question question, @Nullable String after, @Nullable Integer limit) {
        auditors.require(actor);
        String pattern = LikePattern.of(text);
        if (pattern == null || text.length() > TEXT_MAX) {
            throw PlatformProblem.INVALID.problem("field", "q", "max", TEXT_MAX);
        }
        Map<String, Object> detail = question.detail();
        detail.put("q", text.strip());
        looks.add(actor, searched(question, detail));
        int size = Limits.page(limit);
        Found found = find(actor, question, pattern, new Search(SearchPlace.of(after), size));
        return new Page<>(reading.messages(actor.orgId(), found.said()), found.next());
    }

    private record Search(SearchPlace from, int size) {}

    private record Found(List<Said> said, @Nullable String next) {}

    /** Goes on until there is a page full, or enough was looked through: then the next page goes on from there. */
    private Found find(Actor actor, Question question, String pattern, Search search) {
        List<Said> said = new ArrayList<>();
        Map<Long, Long> keys = new HashMap<>();
        SearchPlace place = search.from();
        for (int looked = 0; looked < THREADS_MAX; looked += THREADS_AT_ONCE) {
            List<Thread> threads = walk(actor, question, place.thread(), THREADS_AT_ONCE);
            if (threads.isEmpty()) {
                return new Found(said, null);
            }
            threads.forEach(thread -> keys.put(thread.conversationId(), thread.key()));
            Map<Long, Readable> readable = readable(actor, threads, question);
            boolean within = threads.getFirst().key() == place.thread()
                    && readable.containsKey(threads.getFirst().conversationId());
            said.addAll(oversight.search(
                    readable.values().stream().map(Readable::permission).toList(),
                    pattern,
                    within ? place.before() : Long.MAX_VALUE,
                    search.size() + 1 - said.size()));
            if (said.size() > search.size()) {
                List<Said> shown = said.subList(0, search.size());
                Said last = shown.getLast();
                long key = Objects.requireNonNull(keys.get(last.conversationId()));
                return new Found(shown, new SearchPlace(key, last.seq()).text());
            }
            place = new SearchPlace(threads.getLast().key() - 1, Long.MAX_VALUE);
        }
        return new Found(said, place.text());
    }

    /** Newest first. */
    @Transactional
    public Page<ArchivedMessage> messages(
            Actor actor, long conversationId, @Nullable String before, @Nullable Integer limit) {
        auditors.require(actor);
        Readable readable = require(actor, conversationId);
        int size = Limits.page(limit);
        long from = Limits.key(before, Long.MAX_VALUE);
        looks.add(
                actor,
                Look.at(
                        LookKind.READ,
                        conversationId,
                        readable.customerId(),
                        about(readable, from == Long.MAX_VALUE ? Map.of() : Map.of("before", from))));
        Page<Said> page = Page.cut(
                oversight.read(readable.permission(), from, size + 1), size, said -> Long.toString(said.seq()));
        return new Page<>(reading.messages(actor.orgId(), page.items()), page.next());
    }

    @Transactional
    public Ticket ticket(Actor actor, long conversationId, long seq) {
        auditors.require(actor);
        Readable readable = require(actor, conversationId);
        looks.add(
                actor,
                Look.at(LookKind.FILE, conversationId, readable.customerId(), about(readable, Map.of("seq", seq))));
        return oversight.ticket(actor, readable.permission(), seq).orElseThrow(ArchiveProblem.NOT_FOUND::problem);
    }

    /** Everything that may be read of a thread, in its order, up to a bound. */
    @Transactional
    public List<ArchivedMessage> export(Actor actor, long conversationId) {
        auditors.require(actor);
        Readable readable = require(actor, conversationId);
        List<Said> all = new ArrayList<>();
        List<Said> page;
        do {
            long before = all.isEmpty() ? Long.MAX_VALUE : all.getLast().seq();
            page = oversight.read(readable.permission(), before, Limits.PAGE_MAX);
            all.addAll(page);
        } while (page.size() == Limits.PAGE_MAX && all.size() < EXPORT_MAX);
        looks.add(
                actor,
                Look.at(
                        LookKind.EXPORTED,
                        conversationId,
                        readable.customerId(),
                        about(readable, Map.of("messages", all.size()))));
        return reading.messages(actor.orgId(), all.reversed());
    }

    /** A group is known by its title. */
    private static Map<String, Object> about(Readable readable, Map<String, Object> detail) {
        Map<String, Object> all = new HashMap<>(detail);
        if (readable.title() != null) {
            all.put("title", readable.title());
        }
        return all;
    }

    private Readable require(Actor actor, long conversationId) {
        List<Long> one = List.of(conversationId);
        Readable readable = permissions.of(actor.orgId(), one, null).get(conversationId);
        if (readable == null) {
            readable = groups.of(actor.orgId(), one, null).get(conversationId);
        }
        if (readable == null) {
            throw ArchiveProblem.NOT_FOUND.problem();
        }
        return readable;
    }
}
