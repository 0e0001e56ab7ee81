package org.qiao.audience;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.qiao.audience.StartRange.StartExcept;
import org.qiao.audience.StartRange.Starter;
import org.qiao.directory.Departments;
import org.qiao.directory.Members;
import org.qiao.directory.Roles;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;

/** Who is in a range, and whether it names only what there is. */
@Service
public class Audiences {

    /** More members than any company here has. */
    private static final int PEOPLE_MAX = 200_000;

    private final Members members;
    private final Departments departments;
    private final Roles roles;

    Audiences(Members members, Departments departments, Roles roles) {
        this.members = members;
        this.departments = departments;
        this.roles = roles;
    }

    /** A member as ranges see him. */
    public Starter starter(long orgId, long memberId) {
        return new Starter(memberId, departments.around(orgId, memberId), roles.idsOf(orgId, memberId));
    }

    /** Everybody in the range who is a member now, invited or active, in the order of their ids. */
    public Set<Long> people(long orgId, StartRange range) {
        Set<Long> people = new TreeSet<>();
        if (range.everyone()) {
            people.addAll(departments.memberIds(orgId, List.of(departments.root(orgId)), PEOPLE_MAX));
        } else {
            people.addAll(some(orgId, range.members(), range.departments(), range.roles()));
        }
        StartExcept not = range.excepted();
        people.removeAll(some(orgId, not.members(), not.departments(), not.roles()));
        return people;
    }

    private Set<Long> some(long orgId, Set<Long> named, Set<Long> places, Set<Long> holding) {
        Set<Long> people = new HashSet<>();
        if (!named.isEmpty()) {
            people.addAll(members.present(orgId, named));
        }
        people.addAll(departments.memberIds(orgId, places, PEOPLE_MAX));
        if (!holding.isEmpty()) {
            people.addAll(roles.memberIds(orgId, holding, PEOPLE_MAX));
        }
        return people;
    }

    /**
     * Whether the range names nobody and nothing that there is not.
     *
     * @param known members that are not looked at: who was named before may have left and stays named
     */
    public boolean isKnown(Actor actor, StartRange range, Collection<Long> known) {
        StartExcept not = range.excepted();
        Set<Long> people = union(range.members(), not.members());
        people.removeAll(known);
        Set<Long> places = union(range.departments(), not.departments());
        return (people.isEmpty() || members.present(actor, people).size() == people.size())
                && departments.names(actor.orgId(), places).size() == places.size()
                && roles.exist(actor.orgId(), union(range.roles(), not.roles()));
    }

    private static Set<Long> union(Set<Long> some, Set<Long> more) {
        Set<Long> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }
}
