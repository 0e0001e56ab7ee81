package org.qiao.sample;

import java.util.List;

/** A real conversation between a customer and a service desk; see sample/README.md for the source. */
record Dialogue(String id, List<Utterance> messages) {

    Dialogue {
        messages = List.copyOf(messages);
    }

    /** @param from "customer" or "staff" */
    record Utterance(String from, String text) {

        boolean isStaff() {
            return from.equals("staff");
        }
    }
}
