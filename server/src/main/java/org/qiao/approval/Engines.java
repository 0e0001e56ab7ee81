package org.qiao.approval;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Principals;
import org.qiao.approval.CompanyPeople.Sources;
import org.qiao.approvaltemplate.TemplateVersion;
import org.qiao.approvaltemplate.Templates;
import org.qiao.directory.Departments;
import org.qiao.directory.Members;
import org.qiao.directory.Roles;
import org.qiao.flow.Engine;
import org.qiao.form.Facts;
import org.qiao.form.Facts.Fact;
import org.qiao.form.FormFacts;
import org.qiao.form.FormValues;
import org.springframework.stereotype.Component;

/** Makes the engine of one run with the company and the values as they are now. */
@Component
class Engines {

    private final Sources sources;
    private final Templates templates;

    Engines(
            Members members,
            Departments departments,
            Roles roles,
            Delegations delegations,
            Principals principals,
            Templates templates) {
        this.sources = new Sources(members, departments, roles, delegations, principals);
        this.templates = templates;
    }

    /**
     * Whose run it is.
     *
     * @param departmentId the main department when it was submitted
     */
    record Applicant(long orgId, long id, @Nullable Long departmentId) {

        static Applicant of(Approval run) {
            return new Applicant(run.orgId(), run.applicantId(), run.departmentId());
        }
    }

    /** The version of the template that the run was started with. */
    TemplateVersion template(Approval run) {
        return templates.get(run.orgId(), run.templateId(), run.templateNo());
    }

    Engine engine(TemplateVersion template, Applicant applicant, FormValues values) {
        return new Engine(
                template.route(),
                people(template, applicant, values),
                FormFacts.of(template.form(), values).and(facts(applicant)));
    }

    CompanyPeople people(TemplateVersion template, Applicant applicant, FormValues values) {
        Long administrator = template.settings().administratorId();
        List<Long> admins =
                administrator == null ? sources.principals().owners(applicant.orgId()) : List.of(administrator);
        return new CompanyPeople(sources, applicant.orgId(), applicant.departmentId(), values, admins);
    }

    /** What routes may ask about the applicant himself. */
    private Facts facts(Applicant applicant) {
        return subject -> switch (subject) {
            case "applicant.member" -> Optional.of(words(Set.of(applicant.id())));
            case "applicant.department" -> Optional.of(words(departments(applicant)));
            case "applicant.role" -> Optional.of(words(sources.roles().idsOf(applicant.orgId(), applicant.id())));
            default -> Optional.empty();
        };
    }

    private Set<Long> departments(Applicant applicant) {
        Long main = applicant.departmentId();
        return main == null
                ? Set.of()
                : Set.copyOf(sources.departments().hierarchy(applicant.orgId()).upward(main));
    }

    private static Fact words(Set<Long> ids) {
        return new Fact.Words(ids.stream().map(String::valueOf).collect(Collectors.toSet()));
    }
}
