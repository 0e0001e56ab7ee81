package org.qiao.directory;

import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.qiao.directory.Authorities.Authority;
import org.qiao.naming.PlainText;
import org.qiao.platform.Actor;
import org.qiao.platform.Grant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Companies: creating one, its name, zone and settings, and who owns it. */
@Service
public class Orgs {

    private static final int NAME_MAX = 64; // the root department carries it

    private final OrgStore store;
    private final DepartmentStore departments;
    private final MemberStore members;
    private final Identities identities;

    Orgs(OrgStore store, DepartmentStore departments, MemberStore members, Identities identities) {
        this.store = store;
        this.departments = departments;
        this.members = members;
        this.identities = identities;
    }

    /** Makes the company with its root department. The caller adds the first member and makes him {@link #setFirstOwner owner}. */
    @Transactional
    public OrgView create(NewOrg org) {
        String name = name(org.name());
        long id = store.insert(new NewOrg(name, org.zone(), org.locale(), org.sample()));
        departments.insertRoot(id, name);
        return get(id);
    }

    /** The rights of the founder, for who has just created the company. */
    @Transactional
    public void setFirstOwner(long orgId, long memberId) {
        identities.setGrants(orgId, memberId, Set.of(Grant.OWNER));
    }

    public OrgView get(Actor actor) {
        return get(actor.orgId());
    }

    /** For modules that already know the company from their own rows (an invitation, a session). */
    public OrgView get(long orgId) {
        return store.find(orgId).orElseThrow(DirectoryProblem.NOT_FOUND::problem);
    }

    /** Names of some companies, for somebody who belongs to them; ids that are none are left out. */
    public Map<Long, String> names(Collection<Long> orgIds) {
        return orgIds.isEmpty() ? Map.of() : store.names(orgIds);
    }

    /** False only on a server that nobody has set up yet. */
    public boolean exist() {
        return store.exist();
    }

    /** The company that was there first; 0 when there is none. */
    public long first() {
        return store.first();
    }

    public OrgSettings settings(long orgId) {
        return get(orgId).settings();
    }

    @Transactional
    OrgView update(Actor actor, OrgRequest input) {
        Authority.requireAdmin(actor);
        store.lock(actor.orgId());
        OrgView before = get(actor);
        OrgSettings settings =
                input.settings() == null ? before.settings() : input.settings().onto(before.settings());
        OrgView after = new OrgView(before.id(), name(input.name()), zone(input.zone()), input.locale(), settings);
        store.update(after);
        departments.renameRoot(actor.orgId(), after.name());
        return after;
    }

    /** The old owner stays as an administrator. */
    @Transactional
    public void transfer(Actor actor, long memberId) {
        if (!actor.isOwner()) {
            throw DirectoryProblem.NOT_ALLOWED.problem();
        }
        store.lock(actor.orgId());
        requireStillOwner(actor);
        MemberRow next = members.lock(actor, memberId).orElseThrow(DirectoryProblem.NOT_FOUND::problem);
        if (next.state() != MemberState.ACTIVE) {
            throw DirectoryProblem.UNKNOWN_MEMBER.problem();
        }
        if (memberId != actor.principalId()) {
            identities.setGrants(actor.orgId(), actor.principalId(), Set.of(Grant.ADMIN));
            identities.setGrants(actor.orgId(), memberId, Set.of(Grant.OWNER));
        }
    }

    /** Two who hand over at once with the same session would make two owners: whoever comes second is none any more. */
    private void requireStillOwner(Actor actor) {
        if (!identities.grants(actor.orgId(), actor.principalId()).contains(Grant.OWNER)) {
            throw DirectoryProblem.NOT_ALLOWED.problem();
        }
    }

    private static String name(String raw) {
        String name = PlainText.clean(raw);
        if (name.isEmpty() || name.codePointCount(0, name.length()) > NAME_MAX) {
            throw DirectoryProblem.BAD_NAME.problem();
        }
        return name;
    }

    /** A place: the database reads the sign of an offset such as UTC+8 the other way round, and days would begin 16 hours off. */
    private static String zone(String raw) {
        if (!ZoneId.getAvailableZoneIds().contains(raw)) {
            throw DirectoryProblem.BAD_ZONE.problem();
        }
        return raw;
    }

    /**
     * A company that shall be created.
     *
     * @param sample true for the sample company: it can be recognised and removed later
     */
    public record NewOrg(String name, ZoneId zone, String locale, boolean sample) {}
}
