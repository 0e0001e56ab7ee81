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
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads the folder "sample" of the program. Read when asked for: most servers never load the sample. */
@Component
class SampleTexts {

    private final JsonMapper json;

    SampleTexts(JsonMapper json) {
        this.json = json;
    }

    SampleCompany company() {
        try (InputStream in = open("company.json")) {
            return reader(SampleCompany.class).readValue(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<SampleGroup> groups() {
        try (InputStream in = open("groups.json")) {
            SampleGroup[] groups = reader(SampleGroup[].class).readValue(in);
            return List.of(groups);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<SampleApproval> approvals() {
        try (InputStream in = open("approvals.json")) {
            SampleApproval[] approvals = reader(SampleApproval[].class).readValue(in);
            return List.of(approvals);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<SampleReport> reports() {
        try (InputStream in = open("reports.json")) {
            SampleReport[] reports = reader(SampleReport[].class).readValue(in);
            return List.of(reports);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
    private ObjectReader reader(Class<?> type) {
        return json.readerFor(type).without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }

    private static InputStream open(String name) throws IOException {
        return new ClassPathResource("sample/" + name).getInputStream();
    }
}
