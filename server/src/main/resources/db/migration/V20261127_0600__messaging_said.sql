-- What programs say in somebody's name (welcomes, answers while he is off): on record before the message is stored, under its key. What
-- people write themselves has no row here.
create table messaging_said (
    conversation_id bigint not null,
    sender_id       bigint not null,
    client_key      text   not null,
    org_id          bigint not null,
    primary key (conversation_id, sender_id, client_key)
);
