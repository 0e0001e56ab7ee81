package org.qiao.report;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.qiao.audience.Audiences;
import org.qiao.audience.StartRange;
import org.qiao.directory.Departments;
import org.qiao.platform.Actor;
import org.qiao.report.OverviewViews.ReportOverviewCard;
import org.qiao.reporttemplate.Period;
import org.qiao.reporttemplate.Periods;
import org.qiao.reporttemplate.ReportTemplate;
import org.qiao.reporttemplate.ReportTemplates;
import org.qiao.reporttemplate.ReportVersion;
import org.springframework.stereotype.Component;

/**
 * At whose reports somebody may look as a whole: data managers at all of a template, whoever leads departments at those of the people
 * in and below them. For everybody else the template is not there.
 */
@Component
class ReportScope {

    private static final int PEOPLE_MAX = 200_000;

    private final ReportTemplates templates;
    private final ReportPeriods periods;
    private final Audiences audiences;
    private final Departments departments;

    ReportScope(ReportTemplates templates, ReportPeriods periods, Audiences audiences, Departments departments) {
        this.templates = templates;
        this.periods = periods;
        this.audiences = audiences;
        this.departments = departments;
    }

    /**
     * What one person may look at.
     *
     * @param people null: everybody
     * @param must those of them who have to report each cycle, in the order of their ids
     * @param first of those of them who came later than others, the first day of the first period they have to report for
     */
    record View(
            ReportTemplate template,
            ReportVersion version,
            Periods rules,
            @Nullable Set<Long> people,
            Set<Long> must,
            Map<Long, LocalDate> first) {

        boolean holds(long person) {
            return people == null || people.contains(person);
        }

        /** Those who have to report for a period, in the order of their ids; who came after it does not. */
        Set<Long> mustFor(Period period) {
            if (rules.isFree(period)) {
                return Set.of();
            }
            Set<Long> then = new LinkedHashSet<>(must);
            first.forEach((person, day) -> {
                if (day.isAfter(period.from())) {
                    then.remove(person);
                }
            });
            return then;
        }

        int countFor(Period period) {
            return rules.isFree(period)
                    ? 0
                    : must.size()
                            - (int) first.values().stream()
                                    .filter(day -> day.isAfter(period.from()))
                                    .count();
        }

        boolean hadToFor(long person, LocalDate from) {
            LocalDate day = first.get(person);
            return must.contains(person) && (day == null || !day.isAfter(from));
        }
    }

    /**
     * What the actor may look at.
     *
     * @param department narrows it to those who are in it or below it now
     * @param since the oldest day that is looked at; null: today
     */
    View require(Actor actor, long templateId, @Nullable Long department, @Nullable LocalDate since) {
        ReportTemplate template =
                templates.find(actor.orgId(), templateId).orElseThrow(ReportProblem.NOT_FOUND::problem);
        Set<Long> people = null;
        if (!template.showsAllTo(actor)) {
            people = led(actor);
            if (people.isEmpty()) {
                throw ReportProblem.NOT_FOUND.problem();
            }
        }
        if (department != null) {
            Set<Long> inside = new HashSet<>(departments.memberIds(actor.orgId(), List.of(department), PEOPLE_MAX));
            if (people != null) {
                inside.retainAll(people);
            }
            people = inside;
        }
        ReportVersion version = templates.newest(actor.orgId(), template);
        StartRange range = version.rules().must();
        Set<Long> must = range == null ? new TreeSet<>() : audiences.people(actor.orgId(), range);
        if (people != null) {
            must.retainAll(people);
        }
        Periods rules = periods.rules(actor.orgId(), version);
        Map<Long, LocalDate> first = periods.first(actor.orgId(), rules, since);
        first.keySet().retainAll(must);
        return new View(template, version, rules, people, must, first);
    }

    private Set<Long> led(Actor actor) {
        Set<Long> places = departments.hierarchy(actor.orgId()).ledBy(actor.principalId());
        Set<Long> people = new HashSet<>(departments.memberIds(actor.orgId(), places, PEOPLE_MAX));
        people.remove(actor.principalId());
        return people;
    }

    List<ReportOverviewCard> list(Actor actor) {
        boolean leads =
                !departments.hierarchy(actor.orgId()).ledBy(actor.principalId()).isEmpty();
        return templates.list(actor.orgId()).stream()
                .filter(template -> leads || template.showsAllTo(actor))
                .map(template -> new ReportOverviewCard(
                        template.id(), template.name(), template.icon(), template.cycle(), template.showsAllTo(actor)))
                .toList();
    }
}
