package org.qiao.onboarding;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param openCompanies whether every signed-in person may found further companies on this server
 */
@ConfigurationProperties("qiao")
record OnboardingSettings(@DefaultValue("true") boolean openCompanies) {}
