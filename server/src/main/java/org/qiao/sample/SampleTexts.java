package org.qiao.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the folder "sample" of the program. Read when asked for: most servers never load the sample. */
@Component
class SampleTexts {

    private final JsonMapper json;

    SampleTexts(JsonMapper json) {
        this.json = json;
    }

    SampleCompany company() {
        return read("company.json", SampleCompany.class);
    }

    List<SampleGroup> groups() {
        return List.of(read("groups.json", SampleGroup[].class));
    }

    List<SampleApproval> approvals() {
        return List.of(read("approvals.json", SampleApproval[].class));
    }

    List<SampleReport> reports() {
        return List.of(read("reports.json", SampleReport[].class));
    }

    List<SampleCustomer> customers() {
        return List.of(read("customers.json", SampleCustomer[].class));
    }

    /** What is done one after the other. */
    List<SampleStep> steps(String script) {
        return List.of(read(script, SampleStep[].class));
    }

    List<Dialogue> dialogues() {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(open("dialogues.jsonl.gz")), StandardCharsets.UTF_8))) {
            return in.lines().map(line -> json.readValue(line, Dialogue.class)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is not written is off or nothing. */
    private <T> T read(String name, Class<T> type) {
        try (InputStream in = open(name)) {
            return json.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .readValue(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) throws IOException {
        return new ClassPathResource("sample/" + name).getInputStream();
    }
}
