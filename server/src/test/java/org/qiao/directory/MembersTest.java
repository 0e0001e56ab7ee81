package org.qiao.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.qiao.directory.Orgs.NewOrg;
import org.qiao.platform.Actor;
import org.qiao.platform.Grant;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class MembersTest {

    @Autowired
    Given given;

    @Autowired
    Orgs orgs;

    @Autowired
    Departments departments;

    @Autowired
    Members members;

    @Test
    void aNewCompanyHasARootDepartmentAndAnOwner() {
        OrgView org = orgs.create(new NewOrg(" 桥梁 公司 ", ZoneId.of("Asia/Shanghai"), "zh-CN", false));
        long id = members.add(org.id(), NewMember.of("欧阳娜", null, "Na@Example.com", MemberState.ACTIVE));
        orgs.setFirstOwner(org.id(), id);

        MemberView owner = members.get(actor(org.id(), id), id);
        assertThat(org.settings()).isEqualTo(OrgSettings.STANDARD);
        assertThat(owner.grants()).containsExactly(Grant.OWNER);
        assertThat(owner.email()).isEqualTo("na@example.com");
        assertThat(owner.departments())
                .extracting(MemberView.PostView::id, MemberView.PostView::path, MemberView.PostView::main)
                .containsExactly(tuple(departments.root(org.id()), "桥梁 公司", true));
    }

    @Test
    void cardsComeInTheOrderAskedForAndNeverFromAnotherCompany() {
        TestOrg org = given.org();
        TestUser first = org.user("甲"), second = org.user("乙");
        TestUser foreign = given.org().user("丙");

        assertThat(members.cards(first.actor(), List.of(second.id(), foreign.id(), first.id(), second.id())))
                .extracting(Card::name)
                .containsExactly("乙", "甲");
        assertThat(members.present(first.actor(), List.of(second.id(), foreign.id())))
                .containsExactly(second.id());
    }

    @Test
    void aPhoneBelongsToOneMemberOfACompanyOnly() {
        TestOrg org = given.org();
        members.add(org.id(), NewMember.of("甲", "139 0000 1111", null, MemberState.INVITED));

        assertThatThrownBy(() -> members.add(org.id(), NewMember.of("乙", "+86 13900001111", null, MemberState.INVITED)))
                .hasMessage("directory.already_member");
        members.add(given.org().id(), NewMember.of("丙", "13900001111", null, MemberState.INVITED));
    }

    @Test
    void anInvitedMemberBecomesActiveByActivation() {
        TestOrg org = given.org();
        long id = members.add(org.id(), NewMember.of("新人", "13900002222", null, MemberState.INVITED));

        members.activate(org.id(), id);
        members.activate(org.id(), id);

        assertThat(members.get(org.user().actor(), id).card().state()).isEqualTo(MemberState.ACTIVE);
    }

    private static Actor actor(long orgId, long id) {
        return new Actor(orgId, id, Set.of(Grant.OWNER), Locale.ROOT, ZoneId.of("UTC"));
    }
}
