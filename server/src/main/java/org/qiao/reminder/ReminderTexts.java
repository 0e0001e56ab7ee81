package org.qiao.reminder;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The words of reminders, in the catalogues of the modules that set them. */
@Component
class ReminderTexts {

    private static final Logger LOG = LoggerFactory.getLogger(ReminderTexts.class);
    private static final int TITLE_MAX = 200;
    private static final int TEXT_MAX = 4_000;
    private static final Pattern SLOT = Pattern.compile("\\{([a-zA-Z]+)(?::(time|date))?}");

    /** As many as there are modules: a topic without a catalogue is not kept. */
    private final Map<String, ResourceBundle> bundles = new ConcurrentHashMap<>();

    record Words(String title, String text) {}

    /** A missing text or parameter is a mistake of ours, and seen when the reminder is set. */
    void requireKnown(Reminder reminder) {
        ReminderText text = reminder.text();
        if (text == null) {
            return;
        }
        for (Locale language : new Locale[] {Locale.CHINESE, Locale.ENGLISH}) {
            try {
                say(reminder.topic(), text, language, ZoneOffset.UTC);
            } catch (MissingResourceException | DateTimeException e) {
                throw new IllegalArgumentException("No text for a reminder: " + e.getMessage(), e);
            }
        }
    }

    /** Empty when another version of the program, which set the reminder, knew the text. */
    Optional<Words> find(Reminder reminder, Locale locale, ZoneId zone) {
        ReminderText text = reminder.text();
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(say(reminder.topic(), text, locale, zone));
        } catch (MissingResourceException | DateTimeException e) {
            LOG.warn("The text {} of {} is not known any more", text.key(), reminder.topic());
            return Optional.empty();
        }
    }

    private Words say(String topic, ReminderText text, Locale locale, ZoneId zone) {
        Tongue tongue = Texts.in(locale, Tongue.CHINESE, Tongue.ENGLISH);
        ResourceBundle bundle = bundle(topic, tongue.locale);
        String title = fill(bundle.getString(text.key() + ".title"), text, tongue, zone);
        String words = fill(bundle.getString(text.key() + ".text"), text, tongue, zone);
        return new Words(Texts.cut(title, TITLE_MAX), Texts.cut(words, TEXT_MAX));
    }

    private ResourceBundle bundle(String topic, Locale language) {
        return bundles.computeIfAbsent(
                topic + "_" + language.getLanguage(), _ -> Texts.bundle("org.qiao." + topic + ".reminders", language));
    }

    private enum Tongue {
        CHINESE(Locale.CHINESE, "M月d日 HH:mm", "M月d日"),
        ENGLISH(Locale.ENGLISH, "d MMM HH:mm", "d MMM");

        private final Locale locale;
        private final DateTimeFormatter time;
        private final DateTimeFormatter date;

        Tongue(Locale locale, String time, String date) {
            this.locale = locale;
            this.time = DateTimeFormatter.ofPattern(time, locale);
            this.date = DateTimeFormatter.ofPattern(date, locale);
        }
    }

    private static String fill(String pattern, ReminderText text, Tongue tongue, ZoneId zone) {
        return SLOT.matcher(pattern)
                .replaceAll(slot -> Matcher.quoteReplacement(
                        value(slot.group(1), slot.group(2), text).shown(tongue, zone)));
    }

    private static Value value(String name, @Nullable String form, ReminderText text) {
        String value = text.params().get(name);
        if (value == null) {
            throw new MissingResourceException("No parameter " + name, text.key(), name);
        }
        return new Value(value, form == null ? "" : form);
    }

    private record Value(String raw, String form) {

        String shown(Tongue tongue, ZoneId zone) {
            return switch (form) {
                case "time" -> tongue.time.format(Instant.parse(raw).atZone(zone));
                case "date" -> tongue.date.format(LocalDate.parse(raw));
                default -> raw;
            };
        }
    }
}
