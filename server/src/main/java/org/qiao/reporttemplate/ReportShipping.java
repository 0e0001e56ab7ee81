package org.qiao.reporttemplate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.qiao.directory.Orgs;
import org.qiao.platform.AfterCommit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a company the templates that come with the program, in its language, when it first asks for any. Each comes once: what was
 * deleted stays away. Nobody has to report with them before an editor says so.
 */
@Service
class ReportShipping {

    private static final int COMPANIES_KEPT = 10_000;

    private final ReportVersionStore versions;
    private final ReportTemplateStore templates;
    private final ReportContents contents;
    private final Orgs orgs;
    private final Clock clock;
    private final ShippedReports shipped = ShippedReports.load();
    private final Cache<Long, Boolean> served =
            Caffeine.newBuilder().maximumSize(COMPANIES_KEPT).build();

    ReportShipping(
            ReportVersionStore versions,
            ReportTemplateStore templates,
            ReportContents contents,
            Orgs orgs,
            Clock clock) {
        this.versions = versions;
        this.templates = templates;
        this.contents = contents;
        this.orgs = orgs;
        this.clock = clock;
    }

    /** In the caller's transaction. */
    @Transactional
    public void ensure(long orgId) {
        if (served.getIfPresent(orgId) != null) {
            return;
        }
        Set<String> missing = new HashSet<>(ShippedReports.KEYS);
        missing.removeAll(versions.received(orgId));
        if (!missing.isEmpty()) {
            Locale locale = Locale.forLanguageTag(orgs.get(orgId).locale());
            for (ShippedReports.Shipped each : shipped.in(locale)) {
                // Who comes second waits here for the first, and then has nothing to do.
                if (missing.contains(each.key()) && versions.receive(orgId, each.key())) {
                    add(orgId, each);
                }
            }
        }
        AfterCommit.run(() -> served.put(orgId, true));
    }

    private void add(long orgId, ShippedReports.Shipped each) {
        Instant now = clock.instant();
        long id = templates.insert(orgId, ReportTemplate.State.ACTIVE, each.key(), each.content(), now);
        int number = templates.publish(orgId, id, each.content(), now);
        versions.insert(orgId, id, new ReportVersionStore.Line(number, null, now), contents.text(each.content()));
    }
}
