package org.qiao.sample;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.qiao.account.Principals;
import org.qiao.directory.Departments;
import org.qiao.directory.MemberChanges;
import org.qiao.directory.MemberState;
import org.qiao.directory.Members;
import org.qiao.directory.NewMember;
import org.qiao.directory.Orgs;
import org.qiao.directory.Post;
import org.qiao.directory.Rights;
import org.qiao.directory.Roles;
import org.qiao.platform.Actor;
import org.qiao.platform.Grant;
import org.springframework.stereotype.Component;

/** Founds the sample company: departments, people, rights, roles. In the caller's transaction. */
@Component
class SamplePeople {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** Since when they use Qiao for their reports; what they said before was brought along. */
    static final String CAME = "-10 08:30";

    /** The departments come before the first person. */
    private static final long NOBODY = 0;

    private static final String WORK_PLACE = "北京 朝阳";

    private final Orgs orgs;
    private final Departments departments;
    private final Members members;
    private final MemberChanges changes;
    private final Rights rights;
    private final Roles roles;
    private final Principals principals;

    SamplePeople(
            Orgs orgs,
            Departments departments,
            Members members,
            MemberChanges changes,
            Rights rights,
            Roles roles,
            Principals principals) {
        this.orgs = orgs;
        this.departments = departments;
        this.members = members;
        this.changes = changes;
        this.rights = rights;
        this.roles = roles;
        this.principals = principals;
    }

    SampleOrg found(SampleCompany company, Locale locale) {
        long orgId = orgs.create(new Orgs.NewOrg(company.name(), ZONE, locale.toLanguageTag(), true))
                .id();
        Actor founder = new Actor(orgId, NOBODY, Set.of(Grant.OWNER), locale, ZONE);
        Map<String, Long> places = departments(founder, company);
        Map<String, Long> ids = hire(orgId, company, places);
        long ownerId = SampleOrg.require(ids, company.people().getFirst().key());
        principals.claim(orgId, ownerId);
        orgs.setFirstOwner(orgId, ownerId);
        Actor owner = new Actor(orgId, ownerId, Set.of(Grant.OWNER), locale, ZONE);
        SampleOrg org = new SampleOrg(owner, ids);
        for (SampleCompany.Department department : company.departments()) {
            departments.setHead(owner, SampleOrg.require(places, department.key()), org.id(department.head()));
        }
        departments.setHead(owner, departments.root(orgId), ownerId);
        company.people().forEach(person -> arrange(org, person, places));
        for (SampleCompany.Role role : company.roles()) {
            Set<Long> holders = role.members().stream().map(org::id).collect(Collectors.toSet());
            roles.create(owner, role.name(), role.group(), holders);
        }
        return org;
    }

    private Map<String, Long> departments(Actor founder, SampleCompany company) {
        Map<String, Long> places = new HashMap<>();
        long root = departments.root(founder.orgId());
        for (SampleCompany.Department department : company.departments()) {
            long parent = department.parent() == null ? root : SampleOrg.require(places, department.parent());
            places.put(
                    department.key(),
                    departments.create(founder, parent, department.name(), null).id());
        }
        return places;
    }

    private Map<String, Long> hire(long orgId, SampleCompany company, Map<String, Long> places) {
        List<NewMember> people = new ArrayList<>();
        for (SampleCompany.Person person : company.people()) {
            people.add(newMember(company, person, people.size() + 1, places));
        }
        List<Long> ids = members.addAll(orgId, people);
        Map<String, Long> byKey = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            byKey.put(company.people().get(i).key(), ids.get(i));
        }
        return byKey;
    }

    /** Numbers that cannot exist: no Chinese mobile number begins with 100. */
    private static NewMember newMember(
            SampleCompany company, SampleCompany.Person person, int number, Map<String, Long> places) {
        List<Post> posts = new ArrayList<>();
        posts.add(new Post(SampleOrg.require(places, person.department()), null, person.leader(), true));
        if (person.also() != null) {
            posts.add(Post.in(SampleOrg.require(places, person.also())));
        }
        return new NewMember(
                person.name(),
                person.aliasOrEmpty(),
                "SH%03d".formatted(number),
                "+86100%08d".formatted(number),
                person.key() + "@" + company.domain(),
                person.title(),
                WORK_PLACE,
                posts,
                person.state() == MemberState.INVITED ? MemberState.INVITED : MemberState.ACTIVE);
    }

    private void arrange(SampleOrg org, SampleCompany.Person person, Map<String, Long> places) {
        long id = org.id(person.key());
        if (person.grant() == Grant.ADMIN) {
            rights.makeAdmin(org.owner(), id);
        } else if (person.grant() == Grant.SUB_ADMIN) {
            rights.makeSubAdmin(org.owner(), id, List.of(SampleOrg.require(places, person.department())));
        }
        MemberState state = person.state();
        if (state == MemberState.DISABLED) {
            changes.setState(org.owner(), id, state);
        }
    }
}
