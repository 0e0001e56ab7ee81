package org.qiao.privacy;

import java.text.MessageFormat;
import java.util.List;

/** What this program processes of customers and of employees, said with the company's own numbers. */
final class RegisterDefaults {

    /** What a device that is not used lives, in months, when the company says nothing. */
    static final int DEVICE_MONTHS = 6;

    private static final List<String> ACTIVITIES =
            List.of("chat", "address", "door", "profile", "handover", "complaint", "request", "staff");

    private RegisterDefaults() {}

    static List<RegisterEntry> entries(PrivacySettings settings, ExportWords words) {
        return ACTIVITIES.stream().map(key -> entry(key, settings, words)).toList();
    }

    private static RegisterEntry entry(String key, PrivacySettings settings, ExportWords words) {
        String customers = words.word("register.people.customers");
        return new RegisterEntry(
                words.word("register." + key + ".activity"),
                words.word("register." + key + ".people", customers),
                words.word("register." + key + ".data"),
                words.word("register." + key + ".purpose"),
                words.word("register." + key + ".basis"),
                words.word("register." + key + ".recipients"),
                MessageFormat.format(
                        words.word("register." + key + ".retention"),
                        silence(settings, words),
                        settings.deviceMonths() == 0 ? DEVICE_MONTHS : settings.deviceMonths(),
                        settings.exportDays(),
                        settings.erasureDays()));
    }

    private static String silence(PrivacySettings settings, ExportWords words) {
        return settings.retentionMonths() == 0
                ? words.word("register.untilAsked")
                : MessageFormat.format(words.word("register.untilSilent"), settings.retentionMonths());
    }
}
