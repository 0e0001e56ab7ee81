package org.qiao.directory;

import org.jspecify.annotations.Nullable;
import org.qiao.account.Login;
import org.qiao.naming.NamedPerson;
import org.qiao.naming.Pinyin;
import org.qiao.naming.PlainText;

/**
 * The cleaned and checked properties of a member.
 *
 * @param phone E.164 or null
 * @param email lower case or null
 */
record MemberData(
        String name,
        String alias,
        String number,
        @Nullable String phone,
        @Nullable String email,
        String title,
        String workPlace) {

    static final int NAME_MAX = 64;
    static final int ALIAS_MAX = 64;
    static final int NUMBER_MAX = 64;
    static final int TITLE_MAX = 100;
    static final int WORK_PLACE_MAX = 100;

    static MemberData of(NewMember member) {
        String name = PlainText.clean(member.name());
        if (name.isEmpty() || name.length() > NAME_MAX) {
            throw DirectoryProblem.BAD_NAME.problem();
        }
        return new MemberData(
                name,
                PlainText.clean(member.alias()),
                PlainText.clean(member.number()),
                phone(member.phone()),
                email(member.email()),
                PlainText.clean(member.title()),
                PlainText.clean(member.workPlace()));
    }

    private static @Nullable String phone(@Nullable String raw) {
        return raw == null || raw.isBlank() ? null : Login.phone(raw).orElseThrow(DirectoryProblem.BAD_PHONE::problem);
    }

    private static @Nullable String email(@Nullable String raw) {
        return raw == null || raw.isBlank() ? null : Login.email(raw).orElseThrow(DirectoryProblem.BAD_EMAIL::problem);
    }

    MemberData withAlias(String newAlias) {
        return new MemberData(name, newAlias, number, phone, email, title, workPlace);
    }

    NamedPerson named(long id, MemberState state) {
        return new NamedPerson(id, name, alias, number, phone, !state.isPresent());
    }

    String sortKey() {
        return Pinyin.sortKey(name);
    }
}
