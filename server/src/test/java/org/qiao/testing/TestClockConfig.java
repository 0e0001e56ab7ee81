package org.qiao.testing;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

@TestConfiguration(proxyBeanMethods = false)
class TestClockConfig {

    private static final TestClock CLOCK = new TestClock();

    @Bean
    @Primary
    TestClock testClock() {
        return CLOCK;
    }

    @Bean
    static BeanPostProcessor promptClocks() {
        return PromptClocks.instead(CLOCK);
    }
}
