package org.qiao.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.qiao.audience.StartRange;
import org.qiao.platform.Actor;
import org.qiao.platform.Past;
import org.qiao.report.Reports;
import org.qiao.report.Reports.ReportText;
import org.qiao.reporttemplate.ReportTemplates;
import org.springframework.stereotype.Component;

/** Has the reports of the sample written and talked about, each at its time. In the caller's transaction. */
@Component
class SampleReports {

    private static final Duration UNTIL_READ = Duration.ofMinutes(25);

    private final ReportTemplates templates;
    private final Reports reports;

    SampleReports(ReportTemplates templates, Reports reports) {
        this.templates = templates;
        this.reports = reports;
    }

    void write(SampleScene scene, List<SampleReport> all) {
        Map<String, Long> byKey = new HashMap<>();
        templates
                .listWritable(scene.org().owner())
                .forEach(each -> byKey.put(
                        Objects.requireNonNullElse(each.template().shippedKey(), ""),
                        each.template().id()));
        all.stream()
                .filter(report -> report.at() != null)
                .collect(Collectors.groupingBy(
                        SampleReport::template, Collectors.mapping(SampleReport::by, Collectors.toSet())))
                .forEach((template, people) -> demand(scene, SampleOrg.require(byKey, template), people));
        for (int i = 0; i < all.size(); i++) {
            write(scene, all.get(i), SampleOrg.require(byKey, all.get(i).template()), "sample-" + i);
        }
    }

    /** Whoever writes in the sample has to. */
    private void demand(SampleScene scene, long template, Set<String> people) {
        StartRange must = new StartRange(
                false, Set.of(), Set.of(), Set.copyOf(scene.org().ids(List.copyOf(people))), null);
        Past.at(
                scene.calendar().start(),
                () -> templates.demand(scene.org().owner(), template, must));
    }

    private void write(SampleScene scene, SampleReport one, long template, String key) {
        Actor by = scene.org().actor(one.by());
        String written = one.at();
        if (written == null) {
            reports.keep(by, new ReportText(template, null, scene.values().of(one.values())));
            return;
        }
        Instant at = scene.calendar().at(written);
        String about = one.day() == null ? written : one.day() + " 12:00";
        ReportText text = new ReportText(
                template,
                scene.calendar().at(about).atZone(by.zone()).toLocalDate(),
                scene.values().of(one.values()));
        long id = Past.at(at, () -> reports.submit(by, key, text));
        Instant read = at.plus(UNTIL_READ);
        one.readers().forEach(who -> Past.at(read, () -> reports.read(scene.org().actor(who), List.of(id))));
        one.likers().forEach(who -> Past.at(read, () -> reports.like(scene.org().actor(who), id)));
        talk(scene, one, id, at);
    }

    private void talk(SampleScene scene, SampleReport one, long id, Instant at) {
        Map<Integer, Long> said = new HashMap<>();
        for (int i = 0; i < one.talk().size(); i++) {
            SampleReport.Comment comment = one.talk().get(i);
            String key = "sample-" + i;
            Long replyTo = comment.reply() == null ? null : said.get(comment.reply());
            long number = Past.at(at.plus(Duration.ofMinutes(comment.minutes())), () -> reports.comment(
                            scene.org().actor(comment.by()), id, key, comment.text(), replyTo)
                    .orElseThrow());
            said.put(i, number);
        }
    }
}
