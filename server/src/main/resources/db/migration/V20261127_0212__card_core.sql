-- Where a card about something stands, so that everybody who sees it can be told to look again.
create table card_place (
    org_id          bigint not null references org (id),
    type            text   not null,
    subject_id      bigint not null,
    conversation_id bigint not null,
    primary key (org_id, type, subject_id, conversation_id)
);
