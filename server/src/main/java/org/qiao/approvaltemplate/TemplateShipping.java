package org.qiao.approvaltemplate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.qiao.approvaltemplate.TemplateVersionStore.VersionRow;
import org.qiao.directory.Orgs;
import org.qiao.platform.AfterCommit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a company the templates that come with the program, in its language, when it first asks for any; companies that were there
 * before, and templates that come with a newer program, are served in the same way. Each comes once: what was deleted stays away.
 */
@Service
class TemplateShipping {

    private static final int COMPANIES_KEPT = 10_000;

    private final TemplateVersionStore versions;
    private final TemplateStore templates;
    private final TemplateGroupStore groups;
    private final TemplateReader reader;
    private final Orgs orgs;
    private final Clock clock;
    private final ShippedTemplates shipped = ShippedTemplates.load();
    private final Cache<Long, Boolean> served =
            Caffeine.newBuilder().maximumSize(COMPANIES_KEPT).build();

    TemplateShipping(
            TemplateVersionStore versions,
            TemplateStore templates,
            TemplateGroupStore groups,
            TemplateReader reader,
            Orgs orgs,
            Clock clock) {
        this.versions = versions;
        this.templates = templates;
        this.groups = groups;
        this.reader = reader;
        this.orgs = orgs;
        this.clock = clock;
    }

    /** In the caller's transaction. */
    @Transactional
    public void ensure(long orgId) {
        if (served.getIfPresent(orgId) != null) {
            return;
        }
        Set<String> missing = new HashSet<>(shipped.keys());
        missing.removeAll(versions.received(orgId));
        if (!missing.isEmpty()) {
            Locale locale = Locale.forLanguageTag(orgs.get(orgId).locale());
            for (ShippedTemplates.Shipped each : shipped.in(locale)) {
                // Who comes second waits here for the first, and then has nothing to do.
                if (missing.contains(each.key()) && versions.receive(orgId, each.key())) {
                    add(orgId, each);
                }
            }
        }
        AfterCommit.run(() -> served.put(orgId, true));
    }

    private void add(long orgId, ShippedTemplates.Shipped each) {
        Instant now = clock.instant();
        long group = groups.findNamed(orgId, each.group()).orElseGet(() -> groups.insert(orgId, each.group()));
        TemplateContent content = each.content();
        if (templates.isPrefixTaken(orgId, 0, content.settings().numbering().prefix())) {
            content = BlankTemplate.numberedBy(content, each.spare());
        }
        long id = templates.insert(orgId, group, each.key(), content, now);
        String text = reader.text(content);
        versions.insertDraft(orgId, id, text, null, now);
        int number = templates.publish(orgId, id, content, 1, now);
        versions.insertVersion(orgId, id, new VersionRow(number, null, now), text);
    }

    /** For tests: all keys in their order. */
    List<String> keys() {
        return shipped.keys();
    }
}
