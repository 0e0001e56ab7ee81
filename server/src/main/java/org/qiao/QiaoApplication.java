package org.qiao;

import org.qiao.backup.BackupTask;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the one process that is the whole product: database, HTTP, socket gateway, web client. */
@SpringBootApplication(
        exclude = UserDetailsServiceAutoConfiguration.class, // accounts are our own
        // Modules are flat packages of plain nouns: several have a Comments or a ListStore.
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
@EnableScheduling
public class QiaoApplication {

    public static void main(String[] args) {
        if (BackupTask.isAsked(args)) {
            BackupTask.run(args);
        } else {
            SpringApplication.run(QiaoApplication.class, args);
        }
    }
}
