package org.qiao.sample;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.MemberState;
import org.qiao.platform.Grant;

/**
 * The invented company, as written in sample/company.json. People and departments refer to each other by key.
 *
 * @param domain of the e-mail addresses, under the reserved top level ".example"
 * @param guides the people a visitor can sign in as: the owner, the head of a department, an ordinary employee
 */
record SampleCompany(
        String name,
        String domain,
        List<String> guides,
        List<Department> departments,
        List<Role> roles,
        List<Person> people) {

    SampleCompany {
        guides = List.copyOf(guides);
        departments = List.copyOf(departments);
        roles = List.copyOf(roles);
        people = List.copyOf(people);
    }

    /** @param parent null: directly below the company */
    record Department(String key, String name, @Nullable String parent, String head) {}

    record Role(String name, String group, List<String> members) {

        Role {
            members = List.copyOf(members);
        }
    }

    /**
     * @param also a second department
     * @param grant null: an ordinary member
     * @param state null: at work
     */
    record Person(
            String key,
            String name,
            String title,
            String department,
            @Nullable String also,
            @Nullable String alias,
            boolean leader,
            @Nullable Grant grant,
            @Nullable MemberState state) {

        boolean isAtWork() {
            return state == null;
        }

        boolean isIn(String departmentKey) {
            return department.equals(departmentKey) || departmentKey.equals(also);
        }

        String aliasOrEmpty() {
            return Objects.requireNonNullElse(alias, "");
        }
    }

    Person person(String key) {
        return people.stream()
                .filter(person -> person.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody is called " + key));
    }
}
