package org.qiao.contactway;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.attachment.AttachedView;
import org.qiao.contactway.ContactWayStore.Draft;
import org.qiao.contactway.WayContent.WayWelcome;
import org.qiao.customer.CustomerRules;
import org.qiao.customer.CustomerSettings;
import org.qiao.customer.CustomerSettings.CardAttribute;
import org.qiao.customerguard.WrittenPlace;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.file.Files;
import org.qiao.file.Thumbnail;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Employees as customers see them. Each has a code of his own, made when it is first needed. */
@Service
public class BusinessCards {

    private final BusinessCardStore store;
    private final ContactWayStore ways;
    private final WayCheck check;
    private final CustomerRules rules;
    private final Members members;
    private final Files files;
    private final Clock clock;

    BusinessCards(
            BusinessCardStore store,
            ContactWayStore ways,
            WayCheck check,
            CustomerRules rules,
            Members members,
            Files files,
            Clock clock) {
        this.store = store;
        this.ways = ways;
        this.check = check;
        this.rules = rules;
        this.members = members;
        this.files = files;
        this.clock = clock;
    }

    /**
     * An employee's own card.
     *
     * @param code null until he has asked for one
     * @param path of the page behind the code
     * @param attached those of the welcome, in their order
     * @param shown as customers see it
     */
    record MyCardView(
            @Nullable String code,
            @Nullable String path,
            CardContent content,
            List<AttachedView> attached,
            VisitCard shown) {}

    /** In the order asked for; who is unknown is left out. */
    @Transactional
    public List<VisitCard> cards(long orgId, Collection<Long> ids) {
        Set<Long> wanted = Set.copyOf(ids);
        List<Card> people = members.cards(orgId, ids);
        Map<Long, CardContent> contents = wanted.isEmpty() ? Map.of() : store.find(orgId, wanted);
        Map<Long, Long> pictures = members.avatars(orgId, wanted);
        Map<Long, ContactWay> codes = pictures.isEmpty() ? Map.of() : codes(orgId, pictures.keySet());
        CustomerSettings settings = rules.settings(orgId);
        return people.stream()
                .map(person -> {
                    CardContent content = contents.getOrDefault(person.id(), CardContent.STANDARD);
                    List<CardAttribute> own = content.attributes();
                    ContactWay code = codes.get(person.id());
                    return new VisitCard(
                            person.id(),
                            person.name(),
                            content.title(),
                            code == null ? null : picture(code.code(), person.id(), pictures.get(person.id())),
                            content.needs(),
                            own == null ? settings.attributes() : own);
                })
                .toList();
    }

    private static String picture(String code, long memberId, @Nullable Long fileId) {
        return "/api/visit/ways/" + code + "/people/" + memberId + "/avatar?v=" + fileId;
    }

    /** The small picture of somebody behind the code; refused like a missing one for everybody else. */
    public Thumbnail avatar(ContactWay way, long memberId) {
        Long fileId = way.everybody().contains(memberId)
                ? members.avatars(way.orgId(), Set.of(memberId)).get(memberId)
                : null;
        if (fileId == null) {
            throw ContactwayProblem.NOT_FOUND.problem();
        }
        return files.thumbnail(way.orgId(), fileId);
    }

    /** Where the page of an employee's own code is, below the server's address. */
    @Transactional
    public String path(long orgId, long memberId) {
        return WayCode.path(
                Objects.requireNonNull(codes(orgId, Set.of(memberId)).get(memberId))
                        .code());
    }

    @Transactional(readOnly = true)
    public MyCardView mine(Actor actor) {
        rules.requireEligible(actor);
        return view(
                actor,
                ways.personal(actor.orgId(), Set.of(actor.principalId())).stream()
                        .findFirst()
                        .orElse(null));
    }

    /** Makes the actor's code when he has none. */
    @Transactional
    public MyCardView open(Actor actor) {
        rules.requireEligible(actor);
        return view(actor, codes(actor.orgId(), Set.of(actor.principalId())).get(actor.principalId()));
    }

    private MyCardView view(Actor actor, @Nullable ContactWay way) {
        CardContent content = content(actor.orgId(), actor.principalId());
        return new MyCardView(
                way == null ? null : way.code(),
                way == null ? null : WayCode.path(way.code()),
                content,
                check.attached(actor.orgId(), content.welcome()),
                cards(actor.orgId(), List.of(actor.principalId())).getFirst());
    }

    /** The address of the actor's own page; refused like a missing one until he has a code. */
    public String ownPath(Actor actor) {
        String path = mine(actor).path();
        if (path == null) {
            throw ContactwayProblem.NOT_FOUND.problem();
        }
        return path;
    }

    @Transactional
    MyCardView change(Actor actor, CardContent input) {
        rules.requireEligible(actor);
        ContactWay way = Objects.requireNonNull(
                codes(actor.orgId(), Set.of(actor.principalId())).get(actor.principalId()));
        CardContent before = content(actor.orgId(), actor.principalId());
        Set<Long> himself = Set.of(actor.principalId());
        check.requireWords(actor, WrittenPlace.REPLY, himself, List.of(input.autoReply()));
        if (input.hours() != null && !input.hours().stream().allMatch(OfficeHours::isSound)) {
            throw ContactwayProblem.BAD_SLOT.problem("field", "hours");
        }
        WayWelcome welcome = check.welcome(actor, input.welcome(), before.welcome(), himself);
        store.set(actor.orgId(), actor.principalId(), input.with(welcome), clock.instant());
        WayContent content = WayContent.personal(actor.principalId(), input.skipVerify());
        ways.update(
                actor.orgId(),
                way.id(),
                new Draft(
                        actor.principalId(), ContactWay.Kind.PERSONAL, way.row().labels(), content, null),
                clock.instant());
        return mine(actor);
    }

    /** What an employee says first to whoever comes by a code without own words. */
    @Nullable
    WayWelcome welcome(long orgId, long memberId) {
        CardContent content = store.find(orgId, Set.of(memberId)).get(memberId);
        return content == null ? null : content.welcome();
    }

    CardContent content(long orgId, long memberId) {
        return store.find(orgId, Set.of(memberId)).getOrDefault(memberId, CardContent.STANDARD);
    }

    /** Each one's own code, made where it is missing. */
    private Map<Long, ContactWay> codes(long orgId, Set<Long> owners) {
        Map<Long, ContactWay> found = new HashMap<>();
        ways.personal(orgId, owners).forEach(way -> found.put(way.row().ownerId(), way));
        List<Long> missing =
                owners.stream().filter(id -> !found.containsKey(id)).sorted().toList();
        for (Long owner : missing) {
            Draft draft = new Draft(
                    owner,
                    ContactWay.Kind.PERSONAL,
                    new ContactWay.Labels("", "", ""),
                    WayContent.personal(owner, content(orgId, owner).skipVerify()),
                    null);
            ways.insert(orgId, WayCode.create(), draft, clock.instant());
        }
        if (!missing.isEmpty()) {
            ways.personal(orgId, missing).forEach(way -> found.put(way.row().ownerId(), way));
        }
        return found;
    }
}
