package org.qiao.groupcode;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.customergroup.GroupAccess;
import org.qiao.customergroup.GroupDoor;
import org.qiao.customergroup.GroupDoor.GroupRoom;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.groupcode.GroupCodeStore.CodeGroup;
import org.qiao.groupcode.GroupCodeStore.NewCode;
import org.qiao.groupcode.GroupCodeStore.Slice;
import org.qiao.naming.PlainText;
import org.qiao.platform.Actor;
import org.qiao.platform.LikePattern;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Codes as the staff makes and sees them. */
@Service
class GroupCodes {

    private static final int CODES_MAX = 10_000;
    private static final int TITLE_MAX = 30;
    private static final Duration LONGEST = Duration.ofDays(3_660);

    private final GroupCodeStore store;
    private final GroupAccess access;
    private final GroupDoor door;
    private final Members members;
    private final Clock clock;

    GroupCodes(GroupCodeStore store, GroupAccess access, GroupDoor door, Members members, Clock clock) {
        this.store = store;
        this.access = access;
        this.door = door;
        this.members = members;
        this.clock = clock;
    }

    /** @param version that was seen, of a change */
    record GroupCodeRequest(
            @NotNull @Size(min = 1, max = 60) String title,
            @NotNull @Size(max = 60) String remark,
            @NotNull @Size(max = 60) String state,
            @NotNull @Size(min = 1, max = 5) List<@NotNull @Positive Long> groupIds,
            boolean autoCreate,
            @NotNull @Size(max = 50) String baseName,
            @Min(1) @Max(1_000_000) int nextNumber,
            @Min(1) @Max(100) int autoMost,
            @NotNull @Size(max = 20) List<@NotNull @Size(min = 1, max = 40) String> tags,
            @Nullable Instant endsAt,
            @Nullable Integer version) {}

    /** @param auto the code opened it */
    record GroupCodeGroup(long id, String title, int members, int most, boolean auto) {}

    /**
     * @param over ended by its time
     * @param full somebody found no room
     * @param joined customers who came by it, once for each group
     */
    record GroupCodeView(
            long id,
            String code,
            String path,
            String title,
            String remark,
            String state,
            Card owner,
            List<GroupCodeGroup> groups,
            boolean autoCreate,
            String baseName,
            int nextNumber,
            int autoMost,
            List<String> tags,
            @Nullable Instant endsAt,
            boolean over,
            boolean full,
            int joined,
            int version,
            boolean mayChange,
            Instant createdAt) {}

    /** One's own, or those that lead to a group that one manages; administrators all. Newest first. */
    @Transactional(readOnly = true)
    public Page<GroupCodeView> list(Actor actor, Wanted wanted, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit);
        Long group = wanted.group();
        if (group != null) {
            access.requireManaged(actor, group);
        }
        Long owner = actor.isAdmin() || group != null ? null : actor.principalId();
        Page<GroupCode> page = Page.cut(
                store.list(
                        actor.orgId(),
                        new Slice(
                                owner,
                                group,
                                LikePattern.of(wanted.text()),
                                Limits.key(after, Long.MAX_VALUE),
                                size + 1)),
                size,
                code -> Long.toString(code.id()));
        return new Page<>(views(actor, page.items()), page.next());
    }

    record Wanted(@Nullable String text, @Nullable Long group) {}

    @Transactional(readOnly = true)
    public GroupCodeView get(Actor actor, long id) {
        return views(actor, List.of(require(actor, id))).getFirst();
    }

    @Transactional
    public GroupCodeView create(Actor actor, GroupCodeRequest input) {
        if (store.count(actor.orgId()) >= CODES_MAX) {
            throw GroupcodeProblem.TOO_MANY.problem("max", CODES_MAX);
        }
        List<CodeGroup> groups = groups(actor, input.groupIds(), Set.of());
        NewCode fresh = new NewCode(actor.orgId(), GroupCode.create(), actor.principalId());
        long id = store.insert(fresh, content(input), end(input.endsAt()), clock.instant());
        store.putGroups(actor.orgId(), id, groups);
        return get(actor, id);
    }

    @Transactional
    public GroupCodeView change(Actor actor, long id, GroupCodeRequest input) {
        require(actor, id);
        GroupCode before = store.lock(actor.orgId(), id).orElseThrow(GroupcodeProblem.NOT_FOUND::problem);
        if (!Objects.equals(input.version(), before.version())) {
            throw GroupcodeProblem.CHANGED_MEANWHILE.problem("version", before.version());
        }
        List<CodeGroup> known = store.groups(actor.orgId(), List.of(id)).getOrDefault(id, List.of());
        Set<Long> there = known.stream().map(CodeGroup::groupId).collect(Collectors.toSet());
        List<CodeGroup> groups = new ArrayList<>(groups(actor, input.groupIds(), there));
        known.stream()
                .filter(group -> group.auto() && !input.groupIds().contains(group.groupId()))
                .forEach(groups::add);
        Instant end = Objects.equals(input.endsAt(), before.endsAt()) ? before.endsAt() : end(input.endsAt());
        store.update(before, content(input), end, clock.instant());
        store.putGroups(actor.orgId(), id, groups);
        return get(actor, id);
    }

    /** Its page says that it is over; whoever came by it stays. */
    @Transactional
    public void delete(Actor actor, long id) {
        require(actor, id);
        store.delete(actor.orgId(), id, clock.instant());
    }

    private GroupCode require(Actor actor, long id) {
        return store.findAll(actor.orgId(), List.of(id)).stream()
                .filter(code -> !code.deleted())
                .filter(code -> actor.isAdmin() || code.ownerId() == actor.principalId())
                .findFirst()
                .orElseThrow(GroupcodeProblem.NOT_FOUND::problem);
    }

    /** @param there which stay whoever manages them now */
    private List<CodeGroup> groups(Actor actor, List<Long> wanted, Set<Long> there) {
        Set<Long> fresh = new HashSet<>(wanted);
        fresh.removeAll(there);
        if (access.managed(actor, fresh).size() != fresh.size()) {
            throw GroupcodeProblem.UNKNOWN_GROUP.problem();
        }
        return new LinkedHashSet<>(wanted)
                .stream().map(group -> new CodeGroup(group, false)).toList();
    }

    private static GroupCode.Content content(GroupCodeRequest input) {
        return new GroupCode.Content(
                line("title", input.title()),
                line("remark", input.remark()),
                line("state", input.state()),
                input.autoCreate(),
                PlainText.clean(input.baseName()),
                input.nextNumber(),
                input.autoMost(),
                input.tags().stream().distinct().toList());
    }

    private static String line(String field, String raw) {
        String clean = PlainText.clean(raw);
        boolean missing = clean.isEmpty() && field.equals("title");
        if (missing || clean.codePointCount(0, clean.length()) > TITLE_MAX) {
            throw GroupcodeProblem.BAD_NAME.problem("field", field, "max", TITLE_MAX);
        }
        return clean;
    }

    private @Nullable Instant end(@Nullable Instant wanted) {
        Instant now = clock.instant();
        if (wanted != null && (!wanted.isAfter(now) || wanted.isAfter(now.plus(LONGEST)))) {
            throw GroupcodeProblem.BAD_END.problem();
        }
        return wanted;
    }

    private List<GroupCodeView> views(Actor actor, List<GroupCode> codes) {
        List<Long> ids = codes.stream().map(GroupCode::id).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, List<CodeGroup>> groups = store.groups(actor.orgId(), ids);
        Set<Long> groupIds = groups.values().stream()
                .flatMap(Collection::stream)
                .map(CodeGroup::groupId)
                .collect(Collectors.toSet());
        Map<Long, GroupRoom> rooms = door.rooms(actor.orgId(), groupIds).stream()
                .collect(Collectors.toMap(GroupRoom::groupId, room -> room));
        Map<Long, Card> owners =
                members.cardsById(actor, codes.stream().map(GroupCode::ownerId).toList());
        Map<Long, Integer> joined = door.countCodes(actor.orgId(), ids);
        return codes.stream()
                .map(code -> view(
                        actor,
                        code,
                        Objects.requireNonNull(owners.get(code.ownerId())),
                        shown(groups.getOrDefault(code.id(), List.of()), rooms),
                        joined.getOrDefault(code.id(), 0)))
                .toList();
    }

    /** Dissolved ones are left out. */
    private static List<GroupCodeGroup> shown(List<CodeGroup> groups, Map<Long, GroupRoom> rooms) {
        List<GroupCodeGroup> shown = new ArrayList<>();
        for (CodeGroup group : groups) {
            GroupRoom room = rooms.get(group.groupId());
            if (room != null) {
                shown.add(new GroupCodeGroup(group.groupId(), room.title(), room.members(), room.most(), group.auto()));
            }
        }
        return shown;
    }

    private GroupCodeView view(Actor actor, GroupCode code, Card owner, List<GroupCodeGroup> groups, int joined) {
        GroupCode.Content content = code.content();
        return new GroupCodeView(
                code.id(),
                code.code(),
                code.path(),
                content.title(),
                content.remark(),
                content.state(),
                owner,
                groups,
                content.autoCreate(),
                content.baseName(),
                content.nextNumber(),
                content.autoMost(),
                content.tags(),
                code.endsAt(),
                !code.isOpen(clock.instant()),
                code.fullAt() != null,
                joined,
                code.version(),
                actor.isAdmin() || code.ownerId() == actor.principalId(),
                code.createdAt());
    }
}
