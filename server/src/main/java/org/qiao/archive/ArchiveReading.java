package org.qiao.archive;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.archive.ArchiveViews.ArchivedFile;
import org.qiao.archive.ArchiveViews.ArchivedMessage;
import org.qiao.customer.CustomerCard;
import org.qiao.customer.Customers;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.messaging.EntryKind;
import org.qiao.messaging.Oversight.Said;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Messages as auditors see them. */
@Component
class ArchiveReading {

    private final Members members;
    private final Customers customers;
    private final JsonMapper json;

    ArchiveReading(Members members, Customers customers, JsonMapper json) {
        this.members = members;
        this.customers = customers;
        this.json = json;
    }

    List<ArchivedMessage> messages(long orgId, List<Said> said) {
        List<Long> senders = said.stream()
                .filter(one -> !one.withheld())
                .map(Said::sender)
                .distinct()
                .toList();
        Map<Long, String> guests = customers.cards(orgId, senders).stream()
                .collect(Collectors.toMap(CustomerCard::id, CustomerCard::name));
        Set<Long> others = new HashSet<>(senders);
        others.removeAll(guests.keySet());
        Map<Long, String> staff = members.cards(orgId, others).stream().collect(Collectors.toMap(Card::id, Card::name));
        return said.stream()
                .map(one -> {
                    String guest = guests.get(one.sender());
                    String name = guest == null ? staff.getOrDefault(one.sender(), "") : guest;
                    return message(one, name, guest != null);
                })
                .toList();
    }

    private ArchivedMessage message(Said said, String sender, boolean byCustomer) {
        JsonNode body = json.readTree(said.body());
        JsonNode title = body.path("card").path("title");
        JsonNode text = said.kind() == EntryKind.CARD ? title : body.path("text");
        return new ArchivedMessage(
                said.conversationId(),
                said.seq(),
                said.kind(),
                said.sender(),
                sender,
                byCustomer,
                said.at(),
                said.recalledAt(),
                text.isString() ? text.stringValue() : null,
                file(body.path("file")),
                said.withheld());
    }

    private static @Nullable ArchivedFile file(JsonNode file) {
        return file.path("name").isString()
                ? new ArchivedFile(
                        file.path("name").stringValue(),
                        file.path("size").asLong(0),
                        file.path("type").asString(""),
                        number(file.path("width")),
                        number(file.path("height")))
                : null;
    }

    private static @Nullable Integer number(JsonNode node) {
        return node.isNumber() ? node.intValue() : null;
    }
}
