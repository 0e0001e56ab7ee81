package org.qiao.onboarding;

import org.jspecify.annotations.Nullable;
import org.qiao.account.Account;
import org.qiao.account.Accounts;
import org.qiao.account.Principals;
import org.qiao.directory.Departments;
import org.qiao.directory.MemberState;
import org.qiao.directory.Members;
import org.qiao.directory.NewMember;
import org.springframework.stereotype.Service;

/** Makes an account a member: it has shown a valid invitation, and whoever had to approve has. */
@Service
class Admissions {

    private final Accounts accounts;
    private final Principals principals;
    private final Members members;
    private final Departments departments;

    Admissions(Accounts accounts, Principals principals, Members members, Departments departments) {
        this.accounts = accounts;
        this.principals = principals;
        this.members = members;
        this.departments = departments;
    }

    /** In the caller's transaction. A department that is gone by now means the root. */
    long admit(long orgId, long accountId, String name, @Nullable Long departmentId) {
        Account account = accounts.get(accountId);
        NewMember person = NewMember.of(name, account.phone(), account.email(), MemberState.ACTIVE);
        if (departmentId != null && departments.exists(orgId, departmentId)) {
            person = person.in(departmentId);
        }
        long memberId = members.add(orgId, person);
        principals.claim(orgId, memberId);
        return memberId;
    }
}
