package org.qiao.report;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
     */
    record View(
            ReportTemplate template,
            ReportVersion version,
            Periods rules,
            @Nullable Set<Long> people,
            Set<Long> must) {

        boolean holds(long person) {
            return people == null || people.contains(person);
        }

        /** Those who have to report for a period. */
        Set<Long> mustFor(Period period) {
            return rules.isFree(period) ? Set.of() : must;
        }
    }

    /** @param department narrows it to those who are in it or below it now */
    View require(Actor actor, long templateId, @Nullable Long department) {
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
        Set<Long> must = range == null ? new java.util.TreeSet<>() : audiences.people(actor.orgId(), range);
        if (people != null) {
            must.retainAll(people);
        }
        return new View(template, version, periods.rules(actor.orgId(), version), people, must);
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
