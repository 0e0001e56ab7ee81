package org.qiao.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

    /** Who has to report, by template. */
    private static final Map<String, List<String>> OWED = Map.of(
            "daily", List.of("xu.jia", "ma.xiaodong", "zhu.lina", "feng.kai"),
            "weekly", List.of("lin.jing", "shen.li", "wang.yang", "yan.feng", "yao.yao"));

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
        OWED.forEach((template, people) -> demand(scene, SampleOrg.require(byKey, template), people));
        List<SampleReport> inOrder = all.stream()
                .sorted(Comparator.comparing(report -> scene.at(report.at())))
                .toList();
        for (int i = 0; i < inOrder.size(); i++) {
            SampleReport report = inOrder.get(i);
            write(scene, report, SampleOrg.require(byKey, report.template()), "sample-" + i);
        }
    }

    private void demand(SampleScene scene, long template, List<String> people) {
        StartRange must =
                new StartRange(false, Set.of(), Set.of(), Set.copyOf(scene.org().ids(people)), null);
        Past.at(
                scene.calendar().at(SamplePeople.CAME),
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
        one.readers()
                .forEach(who -> Past.at(read, () -> reports.read(scene.org().actor(who), List.of(id))));
        one.likers().forEach(who -> Past.at(read, () -> reports.like(scene.org().actor(who), id)));
        talk(scene, one, id, at);
    }

    private void talk(SampleScene scene, SampleReport one, long id, Instant at) {
        Map<Integer, Long> said = new HashMap<>();
        for (int i = 0; i < one.talk().size(); i++) {
            SampleReport.Comment comment = one.talk().get(i);
            String key = "sample-" + i;
            Long replyTo = comment.reply() == null ? null : said.get(comment.reply());
            long number = Past.at(
                    at.plus(Duration.ofMinutes(comment.minutes())),
                    () -> reports.comment(scene.org().actor(comment.by()), id, key, comment.text(), replyTo)
                            .orElseThrow());
            said.put(i, number);
        }
    }
}
