package org.qiao.file;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of uploads.
 *
 * @param maxSize of one file
 * @param personQuota all uploads of one person together; checked when an upload starts, so uploads that run side by side may
 *     exceed it by their own size
 * @param companyQuota all uploads of one company together, checked likewise
 * @param reserve free disk space that uploads leave alone: the database on the same disk needs it
 * @param uploadsPerPerson at the same time
 * @param uploads at the same time on this server
 * @param ticketLife how long a signed link opens its file
 * @param guest what holds for customers instead
 */
@ConfigurationProperties("qiao.file")
record FileSettings(
        @DefaultValue("512MB") DataSize maxSize,
        @DefaultValue("50GB") DataSize personQuota,
        @DefaultValue("5TB") DataSize companyQuota,
        @DefaultValue("256MB") DataSize reserve,
        @DefaultValue("2") int uploadsPerPerson,
        @DefaultValue("64") int uploads,
        @DefaultValue("10m") Duration ticketLife,
        @DefaultValue GuestUploads guest) {

    /**
     * @param maxSize of one file of a customer
     * @param perDay files of one customer within 24 hours
     */
    record GuestUploads(
            @DefaultValue("20MB") DataSize maxSize,
            @DefaultValue("50") int perDay) {}
}
