package org.qiao.sample;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.qiao.account.Enrolments;
import org.qiao.account.Enrolments.Enrolled;
import org.qiao.directory.MemberState;
import org.qiao.directory.Members;
import org.qiao.directory.NewMember;
import org.qiao.directory.Orgs;
import org.qiao.onboarding.Setup;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A company of thousands who are all signed in, for measurements: hashing a password for each of them would take longer than what
 * is measured. In one transaction: it is there whole, or not at all.
 */
@Service
class Crowd {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String DEVICE = "crowd";
    private static final String FAMILY_NAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高";
    private static final String GIVEN_NAMES = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华文辉玲";

    private final Setup setup;
    private final Orgs orgs;
    private final Enrolments enrolments;
    private final Members members;

    Crowd(Setup setup, Orgs orgs, Enrolments enrolments, Members members) {
        this.setup = setup;
        this.orgs = orgs;
        this.enrolments = enrolments;
        this.members = members;
    }

    /** As the first company of this server; account.setup_done once there is one. */
    @Transactional
    public List<Enrolled> loadFirst(int size) {
        setup.begin();
        return load(size);
    }

    /** The first one owns the company. */
    @Transactional
    public List<Enrolled> load(int size) {
        long orgId = orgs.create(new Orgs.NewOrg("Crowd", ZONE, Locale.SIMPLIFIED_CHINESE.toLanguageTag(), true))
                .id();
        List<String> emails = new ArrayList<>(size);
        List<NewMember> people = new ArrayList<>(size);
        for (int i = 1; i <= size; i++) {
            String email = "c%d@crowd-%d.invalid".formatted(i, orgId);
            emails.add(email);
            people.add(NewMember.of(name(i), null, email, MemberState.ACTIVE));
        }
        List<Enrolled> enrolled = enrolments.enrol(orgId, emails, Locale.SIMPLIFIED_CHINESE, DEVICE);
        members.enrol(orgId, enrolled.stream().map(Enrolled::principalId).toList(), people);
        orgs.setFirstOwner(orgId, enrolled.getFirst().principalId());
        return enrolled;
    }

    /** Three characters, as most Chinese names; they repeat, as they do in a real company. */
    private static String name(int number) {
        int given = number / FAMILY_NAMES.length();
        return ""
                + FAMILY_NAMES.charAt(number % FAMILY_NAMES.length())
                + GIVEN_NAMES.charAt(given % GIVEN_NAMES.length())
                + GIVEN_NAMES.charAt(given / GIVEN_NAMES.length() % GIVEN_NAMES.length());
    }
}
