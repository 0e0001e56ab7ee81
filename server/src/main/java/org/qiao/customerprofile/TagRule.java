package org.qiao.customerprofile;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.qiao.naming.PlainText;

/** How tags and groups may be called, and how many there may be. */
final class TagRule {

    static final int NAME_MAX = 30;
    static final int TAGS_MAX = 10_000;
    static final int OWN_MAX = 500;
    static final int GROUPS_MAX = 1_000;
    static final int PER_RELATION_MAX = 100;

    private TagRule() {}

    /** One line, visible, one to thirty characters. */
    static String name(String raw) {
        String name = PlainText.clean(raw);
        if (name.isEmpty() || name.codePointCount(0, name.length()) > NAME_MAX) {
            throw CustomerprofileProblem.BAD_NAME.problem("max", NAME_MAX);
        }
        return name;
    }

    /** Names of one group: none twice, whatever the case. */
    static List<String> names(List<String> raw) {
        Set<String> seen = new HashSet<>();
        List<String> names = raw.stream().map(TagRule::name).toList();
        for (String name : names) {
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                throw CustomerprofileProblem.NAME_TAKEN.problem("name", name);
            }
        }
        return names;
    }

    static void requireRoom(long count, int max) {
        if (count > max) {
            throw CustomerprofileProblem.TOO_MANY.problem("max", max);
        }
    }
}
