package org.qiao.card;

import java.util.List;

/** The body of a CARD entry: {@code {"card":{"type","id","title","lines":[["…","…"]],"link"}}}. */
record CardBody(Content card) {

    static CardBody of(CardSummary card) {
        return new CardBody(new Content(
                card.type(),
                card.id(),
                card.title(),
                card.lines().stream()
                        .map(line -> List.of(line.label(), line.value()))
                        .toList(),
                card.link()));
    }

    record Content(String type, long id, String title, List<List<String>> lines, String link) {}
}
