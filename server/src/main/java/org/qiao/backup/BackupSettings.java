package org.qiao.backup;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What {@code ./qiao backup} and {@code ./qiao restore} hand over.
 *
 * @param task "backup" or "restore"; empty for the server
 * @param backup the folder of the backup
 */
@ConfigurationProperties("qiao")
record BackupSettings(
        @DefaultValue("") String task, @DefaultValue("") String backup) {}
