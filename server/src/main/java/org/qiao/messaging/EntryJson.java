package org.qiao.messaging;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/**
 * An entry as JSON: what the mapper would find out by itself, at a fraction of the cost. Answers to a sync or a pull hold up to
 * thousands of them.
 */
final class EntryJson extends ValueSerializer<EntryView> {

    private static final SerializedString SEQ = new SerializedString("seq");
    private static final SerializedString NO = new SerializedString("no");
    private static final SerializedString KIND = new SerializedString("kind");
    private static final SerializedString SENDER = new SerializedString("sender");
    private static final SerializedString AT = new SerializedString("at");
    private static final SerializedString KEY = new SerializedString("key");
    private static final SerializedString TARGET = new SerializedString("target");
    private static final SerializedString RECALLED_BY = new SerializedString("recalledBy");
    private static final SerializedString BODY = new SerializedString("body");
    private static final SerializedString QUOTE = new SerializedString("quote");

    @Override
    public void serialize(EntryView entry, JsonGenerator json, SerializationContext context) {
        json.writeStartObject();
        json.writeName(SEQ);
        json.writeNumber(entry.seq());
        json.writeName(NO);
        json.writeNumber(entry.no());
        json.writeName(KIND);
        json.writeString(entry.kind().name());
        json.writeName(SENDER);
        json.writeNumber(entry.sender());
        json.writeName(AT);
        json.writeString(entry.at().toString());
        json.writeName(KEY);
        json.writeString(entry.key());
        json.writeName(TARGET);
        if (entry.target() == null) {
            json.writeNull();
        } else {
            json.writeNumber(entry.target());
        }
        json.writeName(RECALLED_BY);
        context.writeValue(json, entry.recalledBy());
        json.writeName(BODY);
        json.writeRawValue(new Raw(entry.body()));
        json.writeName(QUOTE);
        context.writeValue(json, entry.quote());
        json.writeEndObject();
    }

    /** JSON that is copied as it is: encoded at once instead of letter by letter. */
    private record Raw(String text) implements SerializableString {

        private static final int NO_ROOM = -1;

        @Override
        public String getValue() {
            return text;
        }

        @Override
        public int charLength() {
            return text.length();
        }

        @Override
        public byte[] asUnquotedUTF8() {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int appendUnquotedUTF8(byte[] buffer, int offset) {
            return NO_ROOM; // then the generator takes the bytes
        }

        @Override
        public int appendUnquoted(char[] buffer, int offset) {
            return NO_ROOM;
        }

        @Override
        public int writeUnquotedUTF8(OutputStream out) throws IOException {
            byte[] bytes = asUnquotedUTF8();
            out.write(bytes);
            return bytes.length;
        }

        @Override
        public int putUnquotedUTF8(ByteBuffer buffer) {
            byte[] bytes = asUnquotedUTF8();
            if (bytes.length > buffer.remaining()) {
                return NO_ROOM;
            }
            buffer.put(bytes);
            return bytes.length;
        }

        @Override
        public char[] asQuotedChars() {
            return JsonStringEncoder.getInstance().quoteAsCharArray(text);
        }

        @Override
        public byte[] asQuotedUTF8() {
            return JsonStringEncoder.getInstance().quoteAsUTF8(text);
        }

        @Override
        public int appendQuotedUTF8(byte[] buffer, int offset) {
            return NO_ROOM;
        }

        @Override
        public int appendQuoted(char[] buffer, int offset) {
            return NO_ROOM;
        }

        @Override
        public int writeQuotedUTF8(OutputStream out) throws IOException {
            byte[] bytes = asQuotedUTF8();
            out.write(bytes);
            return bytes.length;
        }

        @Override
        public int putQuotedUTF8(ByteBuffer buffer) {
            return NO_ROOM;
        }
    }
}
