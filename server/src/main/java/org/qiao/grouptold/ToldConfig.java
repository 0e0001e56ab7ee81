package org.qiao.grouptold;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rule with its pace. */
@Configuration
@EnableConfigurationProperties(ToldSettings.class)
class ToldConfig {

    @Bean
    ToldRule toldRule(ToldSettings settings) {
        return new ToldRule(settings);
    }
}
