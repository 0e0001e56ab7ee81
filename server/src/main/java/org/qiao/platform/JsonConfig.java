package org.qiao.platform;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** What no text that comes from outside may hold, whatever the field: PostgreSQL stores no NUL, and half a character is none. */
@Configuration
class JsonConfig {

    @Bean
    JacksonModule soundText() {
        return new SimpleModule("sound-text").addDeserializer(String.class, new SoundText());
    }

    private static final class SoundText extends StringDeserializer {

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            String text = super.deserialize(parser, context);
            if (text != null && !isSound(text)) {
                return (String) context.handleWeirdStringValue(String.class, "", "NUL or half a character");
            }
            return text;
        }

        private static boolean isSound(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == 0 || Character.isLowSurrogate(c)) {
                    return false;
                }
                if (Character.isHighSurrogate(c)) {
                    i++;
                    if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                        return false;
                    }
                }
            }
            return true;
        }
    }
}
