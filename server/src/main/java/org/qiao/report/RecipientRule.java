package org.qiao.report;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.qiao.reporttemplate.ReportRules.ReportTo;

/** Who gets a report by the rules of its template. Pure. */
final class RecipientRule {

    /** Why somebody gets it; who is meant twice is told the first of these. */
    enum ReportWhy {
        SUPERIOR,
        NAMED,
        ROLE
    }

    /**
     * What the company is like.
     *
     * @param superiors of the author, the direct one first, each once
     * @param holders of the roles
     */
    record Company(List<Long> superiors, Set<Long> holders) {}

    private RecipientRule() {}

    /** Superiors from below, then who is named, then the roles. A level that is not there is nobody. Never the author himself. */
    static Map<Long, ReportWhy> of(ReportTo to, long author, Company company) {
        Map<Long, ReportWhy> found = new LinkedHashMap<>();
        for (int level : new TreeSet<>(to.levels())) {
            if (level <= company.superiors().size()) {
                found.putIfAbsent(company.superiors().get(level - 1), ReportWhy.SUPERIOR);
            }
        }
        add(found, to.members(), ReportWhy.NAMED);
        add(found, company.holders(), ReportWhy.ROLE);
        found.remove(author);
        return found;
    }

    private static void add(Map<Long, ReportWhy> found, Collection<Long> people, ReportWhy why) {
        new TreeSet<>(people).forEach(person -> found.putIfAbsent(person, why));
    }
}
