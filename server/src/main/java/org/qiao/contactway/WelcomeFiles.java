package org.qiao.contactway;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.contactway.WayContent.WayWelcome;
import org.qiao.file.FileKeeper;
import org.qiao.file.FileView;
import org.qiao.file.Files;
import org.springframework.stereotype.Component;

/** Attachments of welcomes go to every new customer: they stay when one of those is erased. */
@Component
class WelcomeFiles implements FileKeeper {

    private final ContactWayStore store;
    private final Files files;

    WelcomeFiles(ContactWayStore store, Files files) {
        this.store = store;
        this.files = files;
    }

    @Override
    public Set<Long> kept(long orgId, Collection<Long> ids) {
        Set<Long> kept = new HashSet<>(store.welcomeFiles(orgId));
        kept.retainAll(ids);
        return kept;
    }

    /** What is known of the files of these welcomes, of which some may be missing. */
    Map<Long, FileView> describe(long orgId, Collection<@Nullable WayWelcome> welcomes) {
        Set<Long> ids = welcomes.stream()
                .filter(Objects::nonNull)
                .flatMap(welcome -> welcome.files().stream())
                .collect(Collectors.toSet());
        return files.describe(orgId, ids);
    }

    /** In the order in which they are sent. */
    static List<FileView> inOrder(@Nullable WayWelcome welcome, Map<Long, FileView> known) {
        return welcome == null
                ? List.of()
                : welcome.files().stream()
                        .map(known::get)
                        .filter(Objects::nonNull)
                        .toList();
    }
}
