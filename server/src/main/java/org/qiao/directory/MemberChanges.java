package org.qiao.directory;

import org.qiao.platform.Actor;
import org.qiao.platform.Grant;
import org.qiao.platform.PlatformProblem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What administrators do to members: take in, change, lock out, let go. */
@Service
public class MemberChanges {

    private final Members members;
    private final MemberStore store;
    private final Hires hires;
    private final Departures departures;
    private final ManageRule manageRule;
    private final Identities identities;
    private final ApplicationEventPublisher events;

    MemberChanges(
            Members members,
            MemberStore store,
            Hires hires,
            Departures departures,
            ManageRule manageRule,
            Identities identities,
            ApplicationEventPublisher events) {
        this.members = members;
        this.store = store;
        this.hires = hires;
        this.departures = departures;
        this.manageRule = manageRule;
        this.identities = identities;
        this.events = events;
    }

    @Transactional
    MemberView create(Actor actor, MemberRequest input) {
        NewMember person = input.person();
        manageRule.requirePlaces(actor, person.posts());
        return members.get(actor, members.add(actor.orgId(), person));
    }

    @Transactional
    MemberView update(Actor actor, long id, MemberRequest input) {
        manageRule.require(actor, id);
        NewMember person = input.person();
        manageRule.requirePlaces(actor, person.posts());
        MemberRow before = lock(actor, id);
        if (before.state() == MemberState.LEFT) {
            throw DirectoryProblem.MEMBER_LEFT.problem();
        }
        hires.rewrite(actor.orgId(), before, person);
        return members.get(actor, id);
    }

    /** Locking out and letting go end the person's sessions at once. */
    @Transactional
    public MemberView setState(Actor actor, long id, MemberState state) {
        manageRule.require(actor, id);
        MemberRow before = lock(actor, id);
        if (state == MemberState.INVITED) {
            throw PlatformProblem.INVALID.problem("field", "state");
        }
        if (before.state() != state) {
            change(actor, before, state);
        }
        return members.get(actor, id);
    }

    private void change(Actor actor, MemberRow member, MemberState state) {
        long orgId = actor.orgId();
        if (state == MemberState.ACTIVE) {
            if (member.state() == MemberState.LEFT) {
                hires.comeBack(orgId, member);
            } else {
                departures.allowIn(orgId, member.id());
            }
            events.publishEvent(new MemberJoined(orgId, member.id()));
            return;
        }
        if (identities.grants(orgId, member.id()).contains(Grant.OWNER)) {
            throw DirectoryProblem.OWNER_MUST_TRANSFER.problem();
        }
        if (state == MemberState.LEFT) {
            Long lead = departures.lead(orgId, member.id()).orElse(null);
            departures.letGo(orgId, member.id());
            events.publishEvent(new MemberLeft(orgId, member.id(), lead));
        } else if (member.state() == MemberState.LEFT) {
            throw DirectoryProblem.MEMBER_LEFT.problem();
        } else {
            departures.lockOut(orgId, member.id());
            events.publishEvent(new MemberDisabled(orgId, member.id()));
        }
    }

    private MemberRow lock(Actor actor, long id) {
        return store.lock(actor, id).orElseThrow(DirectoryProblem.NOT_FOUND::problem);
    }
}
