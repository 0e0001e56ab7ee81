package org.qiao.voice;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The operator's choices for calls. The command is the operator's and no company's: who may name a program may do everything.
 *
 * @param tts the speaking program and its words; it reads the text from its standard input and writes a WAV to {{file}}
 * @param maxCalls of all companies together
 */
@Validated
@ConfigurationProperties("qiao.voice")
record VoiceSettings(
        @NotNull @DefaultValue({"espeak-ng", "--stdin", "-s", "150", "-v", "{{voice}}", "-w", "{{file}}"})
        List<String> tts,

        @Min(1) @Max(1_000) @DefaultValue("60") int maxCalls) {

    VoiceSettings {
        tts = List.copyOf(tts);
    }
}
