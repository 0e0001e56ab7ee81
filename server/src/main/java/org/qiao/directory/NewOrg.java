package org.qiao.directory;

import java.time.ZoneId;

/**
 * A company that shall be created.
 *
 * @param sample true for the sample company: it can be recognised and removed later
 */
public record NewOrg(String name, ZoneId zone, String locale, boolean sample) {}
