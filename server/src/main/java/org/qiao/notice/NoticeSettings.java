package org.qiao.notice;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of what goes out.
 *
 * @param email e-mails of one company under way at the same time; sms, voice and push likewise
 * @param companies as many times that number may be under way for all companies together
 * @param margin what a carrier may take longer than it says, before its outcome counts as unknown
 * @param keepContent how long texts and addresses stay after the end of an order
 * @param testsPerHour test messages that the administrators of one company may send
 */
@ConfigurationProperties("qiao.notice")
record NoticeSettings(
        @DefaultValue("8") int email,
        @DefaultValue("16") int sms,
        @DefaultValue("8") int voice,
        @DefaultValue("16") int push,
        @DefaultValue("4") int companies,
        @DefaultValue("30s") Duration margin,
        @DefaultValue("30d") Duration keepContent,
        @DefaultValue("30") int testsPerHour) {

    int atOnce(Channel channel) {
        return switch (channel) {
            case EMAIL -> email;
            case SMS -> sms;
            case VOICE -> voice;
            case PUSH -> push;
        };
    }

    int atOnceForAll(Channel channel) {
        return atOnce(channel) * companies;
    }
}
