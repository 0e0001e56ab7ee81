package org.qiao.flow;

import java.util.List;
import java.util.Set;

/** What is wrong with a route. A route without flaws has no dead end. */
public final class RouteRule {

    private RouteRule() {}

    /** @param node where, the empty string for the route as a whole */
    public record Flaw(String node, Code code) {}

    public enum Code {
        EMPTY_ROUTE,
        TOO_MANY_NODES,
        TOO_DEEP,
        DUPLICATE_ID,
        NO_APPROVERS,
        TOO_FEW_WAYS,
        DEFAULT_MISSING,
        CONDITION_MISSING,
        CONDITION_NOT_ALLOWED,
        UNKNOWN_SUBJECT,
        BAD_CONDITION,
        UNKNOWN_FIELD,
        WRONG_FIELD,
        BAD_PERCENT,
        BAD_LIMIT,
        BAD_WAIT,
        BAD_HOOK,
        NOBODY_NAMED,
        BAD_LEVEL
    }

    /**
     * What a form offers to a route.
     *
     * @param fields all keys
     * @param members keys of member fields
     * @param departments keys of department fields
     * @param dates keys of date fields
     * @param quantities subjects of conditions that are numbers or days
     * @param words subjects of conditions that are words
     */
    public record Known(
            Set<String> fields,
            Set<String> members,
            Set<String> departments,
            Set<String> dates,
            Set<String> quantities,
            Set<String> words) {

        public static final Known NOTHING = new Known(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

        public Known {
            fields = Set.copyOf(fields);
            members = Set.copyOf(members);
            departments = Set.copyOf(departments);
            dates = Set.copyOf(dates);
            quantities = Set.copyOf(quantities);
            words = Set.copyOf(words);
        }
    }

    public static List<Flaw> check(Route route, Known known) {
        throw new UnsupportedOperationException(route + " " + known);
    }
}
