package org.qiao.file;

import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A module that names uploads in a table of its own. */
public abstract class KeptFilesStore implements FileKeeper {

    private final JdbcClient jdbc;
    private final String kept;

    /** @param kept answers those of {@code :ids} that the company {@code :org_id} needs */
    protected KeptFilesStore(JdbcClient jdbc, String kept) {
        this.jdbc = jdbc;
        this.kept = kept;
    }

    @Override
    public Set<Long> kept(long orgId, Collection<Long> ids) {
        return Set.copyOf(jdbc.sql(kept)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }
}
